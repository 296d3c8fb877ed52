// Of two runs: how long each request that is helped or harmed stands in line in either, and when it ends.
import {
  capital,
  compare,
  lackOf,
  milliseconds,
  type Nanos,
  type TaskTrace,
  type Trace,
} from '@interleave/simulation';
import { Difference } from '../../src/lab-kit/timeline/Difference.tsx';
import { readable } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import type { TracedRun } from '../../src/lab-kit/timeline/naming.ts';

export function Differences({ runs }: { runs: readonly TracedRun[] }) {
  const [first, second] = runs as [TracedRun, TracedRun];
  const found = compare(first.trace, second.trace).filter(
    ({ noWorker, noCore }) => noWorker + noCore !== 0,
  );
  return (
    <Difference
      tasks={found.map((difference) => ({
        key: difference.first,
        name: first.names.tasks[difference.first] as string,
        told: [
          <span key="first">{`${capital(first.tag)}: ${lineOf(first.trace, difference.first)}`}</span>,
          <span key="second">{`${capital(second.tag)}: ${lineOf(second.trace, difference.second)}`}</span>,
        ],
      }))}
    />
  );
}

/** "28 ms in line, done at 45 ms." */
function lineOf(trace: Trace, index: number): string {
  const task = trace.tasks[index] as TaskTrace;
  const lacked = (lack: 'worker' | 'core') =>
    task.segments.reduce(
      (sum, one) => (lackOf(trace, one) === lack ? sum + one.end - one.start : sum),
      0,
    ) as Nanos;
  const [inLine, runnable] = [lacked('worker'), lacked('core')];
  const waits = [
    ...(inLine > 0 ? [`${milliseconds(inLine)} in line`] : []),
    ...(runnable > 0 ? [`${milliseconds(runnable)} runnable`] : []),
  ];
  const end = task.end === null ? 'not done' : `done at ${readable(task.end)}\u00a0ms`;
  return `${waits.length === 0 ? 'never in line' : waits.join(', ')}; ${end}.`;
}
