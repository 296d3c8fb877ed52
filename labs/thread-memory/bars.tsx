// Three measures of the same connections, as bars on one linear scale: reserved, promised and in use, for each carrier.
import { type Costs, commitLimit } from '@interleave/simulation/costs';
import { type CSSProperties, type KeyboardEvent, useId } from 'react';
import { Reasons } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun, type Run } from '../../src/lab-kit/lab.ts';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import { ticks } from '../../src/lab-kit/scales/ticks.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { NAMES, stackOf } from './names.ts';
import { reasons } from './reasons-words.ts';
import { CARRIERS, type Carrier, GIB, MIB, machineOf, type Setting } from './setting.ts';
import { many, size } from './sizes.ts';
import type { All, Taken } from './taken.ts';
import styles from './thread-memory.module.css';
import { whatRunsOut } from './words.ts';

/** A carrier of one of the runs. */
export interface Chosen {
  /** Which of the runs, from 0. */
  readonly run: number;
  readonly carrier: Carrier;
}

type OwnStage = Stage<Setting, All, Chosen>;
type OwnRun = Run<Setting, All>;

const KEYS: readonly Keys<OwnStage>[] = [
  { keys: '↑ ↓', does: 'among the bars: what the memory of others is made of', press: {} },
];

export const bars: Figure<Setting, All, Chosen> = {
  id: 'bars',
  keys: KEYS,
  Draw({ stage }: StageProps<Setting, All, Chosen>) {
    const { runs } = stage;
    const name = useId();
    const scale = scaleOf(runs);
    const { connections } = currentRun(runs).values;
    return (
      <div
        className={styles.bars}
        role="radiogroup"
        aria-labelledby={name}
        onKeyDown={(event: KeyboardEvent) => stage.press(event, KEYS)}
      >
        <p id={name}>
          <b>
            {runs.length > 1
              ? 'Three measures of both'
              : `Three measures of the same ${many(connections)}`}
          </b>{' '}
          <span>on one scale</span>
          <span data-live="only">; choose bars to see what they are made of</span>
        </p>
        {runs.map((run, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pinned run is the first, and stays so
          <Plot key={i} stage={stage} run={run} index={i} scale={scale} name={name} />
        ))}
        <RunsOut runs={runs} />
      </div>
    );
  },
  Legend: () => (
    <ul className={styles.legend} aria-label="Bars">
      {(
        [
          ['reserved', 'reserved'],
          ['promised', 'promised by the kernel'],
          ['used', 'in use'],
        ] as const
      ).map(([kind, label]) => (
        <li key={kind}>
          <i className={`${styles.bar} ${styles[kind]}`} aria-hidden="true" /> <span>{label}</span>
        </li>
      ))}
    </ul>
  ),
  Reasons({ stage: { runs, chosen } }: StageProps<Setting, All, Chosen>) {
    if (chosen === null) return null;
    const of = reasons(chosen.carrier, runs[chosen.run] as OwnRun);
    return (
      <div className={styles.reasons}>
        <Reasons of={of} label="What it is made of" />
      </div>
    );
  },
};

/** What the reader chose, where there is such a run; else the OS threads of the last. */
export const chosenOf = (runs: readonly OwnRun[], wanted: Chosen | null): Chosen =>
  wanted !== null && wanted.run < runs.length
    ? wanted
    : { run: runs.length - 1, carrier: 'threads' };

interface Scale {
  /** Bytes. */
  readonly end: number;
  readonly unit: string;
  readonly of: number;
  /** In the unit. */
  readonly numbers: readonly number[];
}

/** One scale for all bars and lines, from nothing to a round number. */
function scaleOf(runs: readonly OwnRun[]): Scale {
  const most = Math.max(
    ...runs.flatMap(({ values, result }) => [
      values.memory,
      ...CARRIERS.map((carrier) => result[carrier].asked.reserved),
    ]),
  );
  const [unit, of] =
    most >= 2048 * GIB ? ['TiB', 1024 * GIB] : most >= GIB ? ['GiB', GIB] : ['MiB', MIB];
  const majors = (to: number) => ticks(to).flatMap(({ at, major }) => (major ? [at] : []));
  const step = majors(most / of)[1] as number;
  const numbers = majors(Math.ceil(most / of / step - 1e-9) * step);
  return { end: (numbers.at(-1) as number) * of, unit, of, numbers };
}

interface PlotProps {
  stage: OwnStage;
  run: OwnRun;
  index: number;
  scale: Scale;
  /** Of the radio group. */
  name: string;
}

function Plot({ stage, run, index, scale, name }: PlotProps) {
  const live = useLive();
  const { values, result, tag } = run;
  const machine = machineOf(values);
  const { chosen } = stage;
  return (
    <div className={styles.plot}>
      {tag !== '' && <p className={styles.tag}>{tag}</p>}
      <div className={styles.scale} aria-hidden="true">
        {scale.numbers.map((number, i) => (
          <span key={number} style={at((number * scale.of) / scale.end)}>
            <span>{number.toLocaleString('en')}</span>
            {i === scale.numbers.length - 1 && <small>{` ${scale.unit}`}</small>}
          </span>
        ))}
        <Line share={values.memory / scale.end} label={`memory, ${size(values.memory)}`} />
        {values.overcommit === 'never' && (
          <Line
            share={commitLimit(machine) / scale.end}
            label={`commit limit, ${size(commitLimit(machine))}`}
            promised
          />
        )}
      </div>
      {CARRIERS.map((carrier) => (
        <label key={carrier} className={styles.carrier}>
          <input
            type="radio"
            name={name}
            value={`${index}-${carrier}`}
            aria-label={inWords(carrier, run)}
            checked={chosen?.run === index && chosen.carrier === carrier}
            disabled={!live}
            onChange={() => stage.choose({ run: index, carrier })}
          />
          <span className={styles.name}>
            <b>{NAMES[carrier]}</b> <small>{stackOf(carrier, values)}</small>
          </span>
          <Three taken={result[carrier]} all={values.connections} end={scale.end} />
        </label>
      ))}
    </div>
  );
}

const at = (share: number) => ({ '--at': percent(share) }) as CSSProperties;

/** Past this part of the scale there is more room before a line than behind it. */
const LATE = 0.6;

function Line({
  share,
  label,
  promised = false,
}: {
  share: number;
  label: string;
  promised?: boolean;
}) {
  return (
    <span
      className={promised ? `${styles.line} ${styles.commit}` : styles.line}
      style={at(share)}
      data-late={share > LATE || undefined}
    >
      <span>{label}</span>
    </span>
  );
}

const MEASURES = ['reserved', 'promised', 'used'] as const;

/** A value that has room within its bar stands there on phones. */
const LONG = 0.5;

function Three({ taken, all, end }: { taken: Taken; all: number; end: number }) {
  return (
    <span className={styles.three} aria-hidden="true">
      {MEASURES.map((measure) => {
        const { bytes, asked, figure, rest } = told(measure, taken, all);
        const share = (asked ?? bytes) / end;
        return (
          <span key={measure} className={styles.measure} style={at(bytes / end)}>
            {asked !== undefined && (
              <i className={`${styles.bar} ${styles.asked}`} style={at(share)} />
            )}
            <i className={`${styles.bar} ${styles[measure]}`} />
            <span className={styles.value} style={at(share)} data-long={share > LONG || undefined}>
              {measure === 'used' ? <b>{figure}</b> : <span>{figure}</span>} <span>{rest}</span>
            </span>
          </span>
        );
      })}
    </span>
  );
}

/** A bar: how long it is, how long it would be were none refused, and what is written at its end. */
function told(measure: (typeof MEASURES)[number], { asked, has, starts }: Taken, all: number) {
  const stopped = starts < all;
  const of = ({ reserved, promised, resident }: Costs) =>
    ({ reserved, promised, used: resident })[measure];
  const bytes = of(has);
  switch (measure) {
    case 'reserved':
      return stopped
        ? { bytes, asked: asked.reserved, figure: size(asked.reserved), rest: 'asked for' }
        : { bytes, figure: size(bytes), rest: 'reserved' };
    case 'promised':
      return { bytes, figure: size(bytes), rest: 'promised' };
    case 'used':
      return { bytes, figure: size(bytes), rest: stopped ? `in use by ${many(starts)}` : 'in use' };
  }
}

/** All three bars of a carrier, for those who do not see them. */
function inWords(carrier: Carrier, { values, result, tag }: OwnRun): string {
  const said = MEASURES.map((measure) => {
    const { figure, rest } = told(measure, result[carrier], values.connections);
    return `${figure} ${rest}`;
  });
  return `${tag === '' ? '' : `${tag}: `}${NAMES[carrier]}: ${said.join(', ')}`;
}

/** What runs out first, and at how many. */
function RunsOut({ runs }: { runs: readonly OwnRun[] }) {
  return runs.map((run) => (
    <p key={run.tag} className={styles.out}>
      <b>{run.tag === '' ? many(run.values.connections) : run.tag}</b>{' '}
      <span>{whatRunsOut(run)}</span>
    </p>
  ));
}
