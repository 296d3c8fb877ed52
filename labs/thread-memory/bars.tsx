// Three measures of the same connections, as bars on one linear scale: reserved, promised and in use, for each carrier.
import { grouped } from '@interleave/simulation';
import { type KeyboardEvent, useId } from 'react';
import { Reasons } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { currentRun, type Run } from '../../src/lab-kit/lab.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import styles from './bars.module.css';
import type { Measure } from './measures.ts';
import marks from './plot.module.css';
import { Plot } from './plot.tsx';
import { reasons } from './reasons-words.ts';
import { whatRunsOut } from './runs-out.ts';
import { type Scale, scalesOf } from './scale.ts';
import type { Carrier, LinkSetting } from './setting.ts';
import type { All } from './taken.ts';

/** A carrier of one of the runs. */
export interface Chosen {
  /** Which of the runs, from 0. */
  readonly run: number;
  readonly carrier: Carrier;
}

type OwnRun = Run<LinkSetting, All>;
type Props = StageProps<LinkSetting, All, Chosen>;

const KEYS: readonly Keys<Stage<LinkSetting, All, Chosen>>[] = [
  { keys: '↑ ↓', does: 'among the bars: what the memory of others is made of', press: {} },
];

const LABELS: readonly (readonly [Measure, string])[] = [
  ['reserved', 'reserved'],
  ['promised', 'promised by the kernel'],
  ['used', 'in use'],
];

export const bars: Figure<LinkSetting, All, Chosen> = {
  id: 'bars',
  keys: KEYS,
  Draw({ stage }: Props) {
    const { runs, chosen } = stage;
    const name = useId();
    const scales = scalesOf(runs);
    const isOne = new Set(scales).size === 1;
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
              : `Three measures of the same ${grouped(connections)}`}
          </b>{' '}
          <span>{isOne ? 'on one scale' : 'each on a scale of its own'}</span>
          <span data-live="only">; choose bars to see what they are made of</span>
        </p>
        {runs.map((run, i) => (
          <Plot
            // biome-ignore lint/suspicious/noArrayIndexKey: the pinned run is the first, and stays so
            key={i}
            run={run}
            index={i}
            scale={scales[i] as Scale}
            name={name}
            chosen={chosen?.run === i ? chosen.carrier : null}
            onChoose={(carrier) => stage.choose({ run: i, carrier })}
          />
        ))}
        <RunsOut runs={runs} />
      </div>
    );
  },
  Legend: () => (
    <ul className={styles.legend} aria-label="Bars">
      {LABELS.map(([measure, label]) => (
        <li key={measure}>
          <i className={`${marks.bar} ${marks[measure]}`} aria-hidden="true" /> <span>{label}</span>
        </li>
      ))}
    </ul>
  ),
  Reasons({ stage: { runs, chosen } }: Props) {
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

/** What runs out first, and at how many. */
function RunsOut({ runs }: { runs: readonly OwnRun[] }) {
  return runs.map((run) => (
    <p key={run.tag} className={styles.out}>
      <b>{run.tag === '' ? grouped(run.values.connections) : run.tag}</b>{' '}
      <span>{whatRunsOut(run)}</span>
    </p>
  ));
}
