// The core at a setting: one second of it by its parts, and a stretch of it, true to scale.
import { type CSSProperties, useId } from 'react';
import type { Run } from '../../src/lab-kit/lab.ts';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import { ticks } from '../../src/lab-kit/scales/ticks.ts';
import { Patterns, StateBar } from '../../src/lab-kit/states/Patterns.tsx';
import { StateLegend } from '../../src/lab-kit/states/StateLegend.tsx';
import { STATES } from '../../src/lab-kit/states/states.ts';
import { counted } from '../../src/lab-kit/units.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import styles from './context-switch.module.css';
import { type Setting, SLICE } from './core.ts';
import type { LongRun } from './figures.ts';
import { partOfSecond, time } from './in-words.ts';
import type { Stretch } from './stretch.ts';
import { threadsInWords } from './words.ts';

type SwitchRun = Run<Setting, LongRun>;

/** Narrower than this share of the width, a pattern does not show on a phone. */
const SOLID_BELOW = 0.02;
const LEGEND = new Set(['running', 'switching'] as const);

export const overview: Figure<Setting, LongRun> = {
  id: 'core',
  Draw: ({ stage: { runs } }) => (
    <div className={styles.core}>
      {runs.map((run) => (
        <OneCore key={run.tag} run={run} />
      ))}
    </div>
  ),
  Legend: () => <StateLegend states={LEGEND} lettered />,
};

function OneCore({ run }: { run: SwitchRun }) {
  const { values, result, tag } = run;
  return (
    <div>
      <p className={styles.title}>
        <b>The core, one second of it</b>{' '}
        <span>{tag === '' ? `with ${threadsInWords(values.threads)}` : tag}</span>
      </p>
      <Second of={result} />
      <p className={styles.title}>
        <b>{`${time(result.stretch.length)} of it`}</b> <span>{scaleInWords(result)}</span>
      </p>
      <Strip of={result.stretch} sliced={values.burst > SLICE} />
    </div>
  );
}

/** Shorter than this share of the stretch, a switch is drawn wider than it is. */
const SLIVER = 0.001;

function scaleInWords({ cost: each, stretch }: LongRun): string {
  return each !== null && each / stretch.length < SLIVER
    ? `true to scale, but for the switches: each takes ${time(each)}, which is less than a hair here`
    : 'true to scale';
}

interface Part {
  readonly state: 'running' | 'switching' | 'idle';
  readonly name: string;
  readonly of: number;
}

const partsOf = ({ work, switching, idle }: LongRun): readonly Part[] =>
  (
    [
      { state: 'running', name: 'work', of: work },
      { state: 'switching', name: 'switching', of: switching },
      { state: 'idle', name: 'idle', of: idle },
    ] as const
  ).filter(({ of }) => of > 0);

/** A whole second by its parts. */
function Second({ of }: { of: LongRun }) {
  const patterns = useId();
  const parts = partsOf(of);
  let before = 0;
  return (
    <>
      <svg
        className={styles.second}
        role="img"
        aria-label={`One second of the core: ${parts.map((part) => `${partOfSecond(part.of)} ${part.name}`).join(', ')}.`}
      >
        <Patterns id={patterns} />
        {parts.map(({ state, of: share }) => {
          const x = percent(before);
          before += share;
          const width = percent(share);
          return state === 'idle' ? (
            <rect key={state} className={styles.idle} style={{ x, width }} />
          ) : (
            <StateBar
              key={state}
              state={state}
              patterns={patterns}
              assumed={false}
              // However little it is, it can be seen.
              x={`min(${x}, calc(100% - 2px))`}
              width={`max(2px, ${width})`}
              solid={share < SOLID_BELOW}
            />
          );
        })}
      </svg>
      <p
        className={styles.parts}
        aria-hidden="true"
        style={
          {
            '--parts': parts.map(({ of }) => `minmax(max-content, ${of.toFixed(5)}fr)`).join(' '),
          } as CSSProperties
        }
      >
        {parts.map(({ state, name, of }) => (
          <span key={state}>
            <b>{STATES[state].letter}</b>{' '}
            <span>{`${partOfSecond(of)}${state === 'idle' ? '' : ' of'} ${name}`}</span>
          </span>
        ))}
      </p>
    </>
  );
}

/** Bursts and the switches between them. @param sliced whether bursts are longer than a slice */
function Strip({ of: { length, segments }, sliced }: { of: Stretch; sliced: boolean }) {
  const patterns = useId();
  const along = (at: number) => percent(at / length);
  const [unit, size] = length >= 1000 ? (['ms', 1000] as const) : (['µs', 1] as const);
  const numbered = ticks(length / size).filter(({ major }) => major);
  // A seam beside something as narrow as itself would take its place.
  const isWide = (one: Stretch['segments'][number] | undefined) =>
    one !== undefined && (one.end - one.start) / length >= SOLID_BELOW;
  const bursts = segments.filter(({ state }) => state === 'running').length;
  const switches = segments.filter(({ state }) => state === 'switching').length;
  return (
    <div
      className={styles.strip}
      role="img"
      aria-label={`${time(length)} of the core: ${counted(bursts, sliced ? 'slice' : 'burst')}, ${counted(switches, 'switch', 'switches')}.`}
    >
      <svg aria-hidden="true">
        <Patterns id={patterns} />
        <rect className={styles.idle} width="100%" />
        {segments.map(({ state, start, end }) =>
          state === 'idle' ? null : (
            <StateBar
              key={start}
              state={state}
              patterns={patterns}
              assumed={false}
              x={along(start)}
              width={`max(1.5px, ${along(end - start)})`}
              solid={(end - start) / length < SOLID_BELOW}
            />
          ),
        )}
        {segments.map((one, i) =>
          isWide(one) && isWide(segments[i - 1]) ? (
            <rect key={one.start} className={styles.cut} style={{ x: along(one.start) }} />
          ) : null,
        )}
      </svg>
      {segments.map(({ state, start, end, thread }) => (
        <span
          key={start}
          className={styles.name}
          data-state={state}
          style={{ left: along(start), width: along(end - start) }}
        >
          {state === 'idle' ? <span>idle</span> : <b>{STATES[state].letter}</b>}
          {state === 'running' && <span>{`thread ${thread}`}</span>}
        </span>
      ))}
      <ol className={styles.ticks}>
        {numbered.map(({ at }) => (
          <li
            key={at}
            style={{ left: along(at * size) }}
            data-end={at * size === length || undefined}
          >
            {at === numbered.at(-1)?.at ? `${at}\u00a0${unit}` : at}
          </li>
        ))}
      </ol>
    </div>
  );
}
