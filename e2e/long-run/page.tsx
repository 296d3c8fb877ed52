// A page with as much of a lab as a run of many tasks needs: a setting, its run, and how far it is.
import { toMs } from '@interleave/simulation';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Progress } from '../../src/lab-kit/frame/Progress.tsx';
import { type Shown, useRun } from '../../src/lab-kit/frame/use-run.ts';
import type { AnyLab } from '../../src/lab-kit/lab.ts';
import { requests } from './requests.ts';
import '../../src/styles/tokens.css';
import '../../src/lab-kit/frame/lab.css';

const lab = {
  scenario: ({ tasks }: { tasks: number }) => requests(tasks),
} as unknown as AnyLab;

const SIZES = [10, 60_000, 1_000_000];

function LabOfAnySize() {
  const [values, setValues] = useState<Shown['values']>({ tasks: 10 });
  const { shown, underWay, failed } = useRun(lab, values);
  const { trace, values: of } = shown as Shown;
  return (
    <main className="lab" aria-busy={underWay !== null || undefined}>
      {SIZES.map((tasks) => (
        <button type="button" key={tasks} onClick={() => setValues({ tasks })}>
          {tasks} tasks
        </button>
      ))}
      <p>Set: {values.tasks}</p>
      {underWay !== null && <Progress of={underWay} onCancel={() => setValues(of)} />}
      <p className="result" role="status">
        {of.tasks} tasks end at {toMs(trace.end)} ms, after {trace.switches} switches; the last is{' '}
        {trace.tasks.at(-1)?.name}
      </p>
      <p role="alert">{failed}</p>
    </main>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<LabOfAnySize />);
