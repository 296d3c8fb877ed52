// The charts over the number of threads; beside them what a switch costs, by the lab and measured, and the knee's formula.
import { columns } from '../../src/lab-kit/figures/curves/columns.tsx';
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { Measured } from '../../src/lab-kit/frame/Measured.tsx';
import { useFollowing } from '../../src/lab-kit/frame/use-following.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import { costChart, overThreads, runsOver, sharesOverThreads } from './charts.ts';
import styles from './context-switch.module.css';
import { kneeOf, type Setting } from './core.ts';
import { count } from './in-words.ts';
import { kneeInWords, MEASURED, MEASURED_HOW } from './words.ts';

const shares = curves(sharesOverThreads, columns);
const lines = curves(overThreads);
const costs = curves(costChart);
const all = curves((setting: Setting) =>
  [shares, lines, costs].flatMap(({ charts }) => charts(setting)),
);

export const over: typeof all = {
  ...all,
  Draw({ stage }: StageProps<Setting, unknown, unknown>) {
    const run = currentRun(stage.runs);
    const values = useFollowing(run.values, runsOver);
    const followed = { ...stage, runs: [{ ...run, values }] };
    return (
      <div className={styles.over} aria-busy={values !== run.values || undefined}>
        <div>
          <shares.Draw stage={followed} />
          <lines.Draw stage={followed} />
        </div>
        <div className={styles.beside}>
          <costs.Draw stage={followed} />
          <Measured table={MEASURED} source={MEASURED_HOW} />
          <Knee of={values} />
        </div>
      </div>
    );
  },
};

/** Where the knee comes from. */
function Knee({ of }: { of: Setting }) {
  const { wait, burst, cost } = of;
  const plain = (value: number) => value.toLocaleString('en');
  return (
    <p className={styles.knee}>
      <b>The knee</b>
      <span>(waiting + burst + switch) / (burst + switch)</span>
      <span>
        <span>{`= (${plain(wait)} + ${plain(burst)} + ${plain(cost)}) / (${plain(burst)} + ${plain(cost)}) = `}</span>
        <b>{count(kneeOf(of))}</b>
      </span>
      <span>{kneeInWords(of)}</span>
    </p>
  );
}
