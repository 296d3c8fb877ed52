// Where a recording comes from: machine, policy, how many runs, and when tasks ended in all of them.
import type { TracedRun } from '../timeline/naming.ts';
import type { Recording } from './recording.ts';

/** The recording's source in sentences. The run is the simulated one, which has all of the recorded tasks. */
export function sourceOf({ trace, names }: TracedRun, recording: Recording): string {
  const { machine, policy, runs, firstTaskFirst, shown, tasks } = recording;
  const nameOf = (name: string) => names.tasks[trace.tasks.findIndex((task) => task.name === name)];
  const ends = tasks.map(
    ({ name, ends: { least, median, greatest } }) =>
      `${nameOf(name)} ${least}, ${median} and ${greatest}\u00a0ms`,
  );
  return (
    `Recorded: ${machine}; ${policy}; ${runs} runs. Shown: ${shown} (${firstTaskFirst} of ${runs}). ` +
    `Least, median and greatest end over all runs: ${ends.join('; ')}.`
  );
}
