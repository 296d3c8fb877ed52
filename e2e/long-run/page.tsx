// A page with as much of a lab as a run of many tasks needs: a setting, its run, and how far it is.
import { type Trace, toMs } from '@interleave/simulation';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Progress } from '../../src/lab-kit/frame/Progress.tsx';
import { useRun } from '../../src/lab-kit/frame/use-run.ts';
import type { Model, Run } from '../../src/lab-kit/lab.ts';
import type { Values } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { requests } from './requests.ts';
import '../../src/styles/tokens.css';
import '../../src/lab-kit/frame/lab.module.css';

type Setting = { readonly tasks: number };

const model = simulated(({ tasks }: Setting) => requests(tasks));

const SIZES = [10, 60_000, 1_000_000];

function LabOfAnySize() {
  const said = useRef<HTMLParagraphElement>(null);
  const [values, setValues] = useState<Setting>({ tasks: 10 });
  const { shown, underWay, failed } = useRun(model as Model<Values, Trace>, values);
  const { result: trace, values: of } = shown as Run<Setting, Trace>;
  return (
    <main aria-busy={underWay !== null || undefined}>
      {SIZES.map((tasks) => (
        <button type="button" key={tasks} onClick={() => setValues({ tasks })}>
          {tasks} tasks
        </button>
      ))}
      <p>Set: {values.tasks}</p>
      {underWay !== null && (
        <Progress
          of={underWay}
          onCancel={() => setValues(of)}
          onGone={() => said.current?.focus()}
        />
      )}
      <p role="status" ref={said} tabIndex={-1}>
        {of.tasks} tasks end at {toMs(trace.end)} ms, after {trace.switches} switches; the last is{' '}
        {trace.tasks.at(-1)?.name}
      </p>
      <p role="alert">{failed}</p>
    </main>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<LabOfAnySize />);
