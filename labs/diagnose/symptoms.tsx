// What the engineer on call sees: a line for each figure of the service, with its last minute on one clock.
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { paint, STATES } from '../../src/lab-kit/states/states.ts';
import type { DrawnInSmall, StageProps } from '../../src/lab-kit/view.ts';
import type { Diagnosis, Gauge } from './kinds.ts';
import { LookCloser } from './look-closer.tsx';
import type { Setting } from './setting.ts';
import styles from './symptoms.module.css';

export const symptoms: DrawnInSmall<Setting, Diagnosis, Chart> = {
  id: 'symptoms',
  inSmall: ({ result: { gauges } }) => chartOf(gauges[0] as Gauge),
  Draw({ stage }: StageProps<Setting, Diagnosis, unknown>) {
    const { result } = currentRun(stage.runs);
    return (
      <div className={styles.panel}>
        <table className={styles.symptoms}>
          <caption>
            <b>What the on-call engineer sees</b> <span>{result.service}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">in the last minute</th>
              <th scope="col">average</th>
              <th scope="col">
                <span className="visually-hidden">beside it</span>
              </th>
              <th scope="col">
                <span>60 s ago</span> <span>now</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {result.gauges.map((gauge) => (
              <tr key={gauge.id}>
                <th scope="row">{gauge.name}</th>
                <td>{gauge.average}</td>
                <td>{gauge.beside}</td>
                <td>
                  <Strip gauge={gauge} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <LookCloser of={result} />
      </div>
    );
  },
};

/** The last minute of a gauge as columns. */
const chartOf = ({ id, name, seconds, full, state }: Gauge): Chart => ({
  id,
  title: name,
  x: { label: 'Second', unit: '' },
  y: { label: name, unit: '', digits: 0, most: full },
  series: [
    {
      label: name,
      kind: 'part',
      state: state ?? 'running',
      points: seconds.map((y, i) => ({ x: i + 1, y })),
    },
  ],
});

/** The box that a strip is drawn in, whatever its size on the page: so many units a second, and high. */
const SECOND = 10;
const BAR = 8.6;
const HEIGHT = 100;
/** What is there at all shows. */
const LEAST = 3;

/** A bar a second, and a line where there is a limit. */
function Strip({ gauge: { seconds, full, limit, state, told } }: { gauge: Gauge }) {
  const height = (value: number) => Math.min(1, value / full) * HEIGHT;
  const bars = seconds.map((value, i) => {
    const high = value > 0 ? Math.max(LEAST, height(value)) : 0;
    const left = i * SECOND + (SECOND - BAR) / 2;
    return high === 0
      ? ''
      : `M${left.toFixed(1)} ${HEIGHT}v${-Number(high.toFixed(1))}h${BAR}v${Number(high.toFixed(1))}z`;
  });
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${seconds.length * SECOND} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={told}
    >
      <path
        d={bars.join('')}
        style={{ fill: state === null ? undefined : paint(STATES[state].ink) }}
      />
      {limit !== null && (
        <line
          x1="0"
          x2={seconds.length * SECOND}
          y1={HEIGHT - height(limit)}
          y2={HEIGHT - height(limit)}
        />
      )}
    </svg>
  );
}
