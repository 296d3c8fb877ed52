// The address spaces: what each process has in its pages, who points where, and the wall between two processes.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { usePrint } from '../../src/lab-kit/frame/use-print.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import { Arrows } from './arrows.tsx';
import type { Handing, Setting, Thread } from './handing.ts';
import styles from './isolation.module.css';
import { type Memory, memoryAt, type Page, type Process } from './memory.ts';
import { linkSaid, pageSaid, pointersSaid, processSaid, threadSaid } from './memory-words.ts';

export const spaces: Figure<Setting, Handing> = {
  id: 'spaces',
  // It shows what is so where the playhead stands, and that stays before what a question holds back.
  coversItself: true,
  Draw({ stage: { runs, playhead } }: StageProps<Setting, Handing, unknown>) {
    const { values, result } = currentRun(runs);
    const end = result.steps.length;
    const at = Math.min(useAt(playhead), end);
    const live = useLive();
    const printing = usePrint();
    return (
      <>
        <div data-live="only">
          <Spaces values={values} result={result} at={at} memory={memoryAt(values, result, at)} />
        </div>
        {(!live || printing) && (
          // Where nothing moves, it stands as it is at the end, and no step is the last one.
          <div data-live="never">
            <p className={styles.instant}>{`After step ${end}, the last`}</p>
            <Spaces
              values={values}
              result={result}
              at={end}
              memory={{ ...memoryAt(values, result, end), last: null }}
            />
          </div>
        )}
      </>
    );
  },
};

interface SpacesProps {
  values: Setting;
  result: Handing;
  at: number;
  memory: Memory;
}

function Spaces({ values, result, at, memory }: SpacesProps) {
  const [first, second] = memory.processes as readonly [Process, Process?];
  return (
    <section
      className={styles.spaces}
      data-c={values.c}
      aria-label="What each process has in memory"
    >
      <ProcessHead process={first} memory={memory} />
      <Threads
        of={values.c === 'thread' ? ['A', 'B'] : first.threads}
        values={values}
        memory={memory}
        result={result}
        at={at}
        side="left"
      />
      <Pages process={first} memory={memory} />
      {second === undefined ? null : (
        <>
          <Wall values={values} memory={memory} />
          <ProcessHead process={second} memory={memory} />
          <Pages process={second} memory={memory} />
        </>
      )}
      <Threads of={['C']} values={values} memory={memory} result={result} at={at} side="right" />
    </section>
  );
}

function ProcessHead({ process, memory }: { process: Process; memory: Memory }) {
  return (
    <p className={styles.head} data-process={process.number}>
      <b>{`process ${process.number}`}</b> <span>{processSaid(process, memory)}</span>
    </p>
  );
}

interface ThreadsProps extends SpacesProps {
  of: readonly Thread[];
  side: 'left' | 'right';
}

function Threads({ of, values, result, at, memory, side }: ThreadsProps) {
  return (
    <div className={styles.threads} data-side={side}>
      <ul>
        {of.map((thread) => (
          <li key={thread}>
            <b>{thread}</b>
            <span>{threadSaid(values, result, at, thread)}</span>
          </li>
        ))}
      </ul>
      <Arrows values={values} memory={memory} side={side} />
    </div>
  );
}

/** The page that the step just made has changed, or tried to. */
function isNow({ last }: Memory, { number }: Process, page: Page): boolean {
  if (last?.deed.kind === 'write') return page.hit !== null;
  if (last?.deed.kind === 'make') return number === 1 && page.name === 'm';
  return last?.deed.kind === 'copy-out' && number === 2 && page.name === 'm';
}

function Pages({ process, memory }: { process: Process; memory: Memory }) {
  return (
    <ol
      className={styles.pages}
      data-process={process.number}
      aria-label={`The pages of process ${process.number}`}
    >
      {process.pages.map((page, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
          key={i}
          data-kind={page.kind}
          data-hit={page.hit ?? undefined}
          className={isNow(memory, process, page) ? styles.now : undefined}
        >
          <span className={styles.holds}>
            {page.name !== '' && <b>{`${page.name} `}</b>}
            <span>{pageSaid(page)}</span>
          </span>
          {page.was !== null && <span className={styles.was}>{`was ${page.was}`}</span>}
          <small>{pointersSaid(page)}</small>
        </li>
      ))}
    </ol>
  );
}

function Wall({ values, memory }: { values: Setting; memory: Memory }) {
  const { name, does } = linkSaid(values, memory);
  const kind = memory.last?.deed.kind;
  return (
    <div className={styles.wall}>
      <span className={kind === 'copy-in' ? `${styles.way} ${styles.now}` : styles.way} />
      <p>
        <b>{name}</b>
        <span>{does}</span>
      </p>
      <span className={kind === 'copy-out' ? `${styles.way} ${styles.now}` : styles.way} />
    </div>
  );
}
