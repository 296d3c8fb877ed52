// The arrows from threads to pages: pointers, and the way of what was done in the step just made.
import type { Setting, Thread } from './handing.ts';
import styles from './isolation.module.css';
import { type Memory, messagePage } from './memory.ts';

/** px: the height of a page, from a name's middle to below what is said under it, and an arrow's head. */
const PAGE = 44;
const BELOW = 30;
const HEAD = { long: 9, half: 4.5 };
/** px: how far before the pages an arrow turns, so that those of A and B do not cross. */
const TURN: Readonly<Record<Thread, number>> = { A: 24, B: 36, C: 24 };
/** px: from the edge of the drawing to where an arrow from under a name goes down. */
const DOWN: Readonly<Record<Thread, number>> = { A: 8, B: 36, C: 8 };
/** px: from the edge to where an arrow leaves a name, by which page's height the name stands at. */
const NAME: Readonly<Record<Thread, number>> = { A: 20, B: 48, C: 20 };
const ROW: Readonly<Record<Thread, number>> = { A: 2, B: 3, C: 2 };

const middle = (page: number) => (page - 0.5) * PAGE;

interface ArrowsProps {
  values: Setting;
  memory: Memory;
  side: 'left' | 'right';
}

/** Everything is drawn as from the left; at the right it is mirrored. */
export function Arrows({ values, memory, side }: ArrowsProps) {
  const { processes, last } = memory;
  const own = side === 'left' ? processes[0] : processes.at(-1);
  const threads: readonly Thread[] = side === 'left' ? ['A', 'B'] : ['C'];
  const page = messagePage(values, own?.number ?? 1);
  const pointed = own?.pages[page - 1]?.from ?? [];
  const goal = last === null ? null : goalOf(values, memory);
  return (
    <svg className={styles.arrows} aria-hidden="true">
      {threads
        .filter((thread) => pointed.includes(thread))
        .map((thread) => (
          <Pointer key={thread} thread={thread} page={page} now={isPointer(memory, thread)} />
        ))}
      {goal !== null && last !== null && threads.includes(last.thread) && (
        <Deed thread={last.thread} page={goal} />
      )}
    </svg>
  );
}

/** Whether the step just made went along a thread's pointer, or gave it. */
function isPointer({ last }: Memory, thread: Thread): boolean {
  if (last === null) return false;
  const { deed } = last;
  if (deed.kind === 'pass') return deed.to === thread;
  return last.thread === thread && (deed.kind === 'make' || deed.kind === 'read-message');
}

/** The page that the step just made went to by no pointer to m; null for other steps. */
function goalOf({ write }: Setting, { last }: Memory): number | null {
  switch (last?.deed.kind) {
    case 'write':
      return write === 'stack' ? 4 : 5;
    case 'read-total':
      return 4;
    case 'read-balance':
      return 5;
    default:
      return null;
  }
}

function Pointer({ thread, page, now }: { thread: Thread; page: number; now: boolean }) {
  const from = middle(ROW[thread]);
  const to = middle(page);
  const turn = `calc(100% - ${TURN[thread]}px)`;
  return (
    <g className={now ? styles.now : undefined}>
      <rect
        className={styles.across}
        style={{
          x: NAME[thread],
          y: from,
          width:
            from === to
              ? `calc(100% - ${NAME[thread] + HEAD.long}px)`
              : `calc(100% - ${NAME[thread] + TURN[thread]}px)`,
        }}
      />
      {from !== to && (
        <>
          <rect
            className={styles.down}
            style={{ x: turn, y: Math.min(from, to), height: Math.abs(to - from) }}
          />
          <rect
            className={styles.across}
            style={{ x: turn, y: to, width: TURN[thread] - HEAD.long }}
          />
        </>
      )}
      <Head at={to} />
    </g>
  );
}

/** From under the name down to the page. */
function Deed({ thread, page }: { thread: Thread; page: number }) {
  const from = middle(ROW[thread]) + BELOW;
  const to = middle(page);
  return (
    <g className={styles.now}>
      <rect className={styles.down} style={{ x: DOWN[thread], y: from, height: to - from }} />
      <rect
        className={styles.across}
        style={{ x: DOWN[thread], y: to, width: `calc(100% - ${DOWN[thread] + HEAD.long}px)` }}
      />
      <Head at={to} />
    </g>
  );
}

function Head({ at }: { at: number }) {
  return (
    <svg x="100%" y={at} width="1" height="1" className={styles.tip} aria-hidden="true">
      <path d={`M0 0l${-HEAD.long} ${-HEAD.half}v${2 * HEAD.half}z`} />
    </svg>
  );
}
