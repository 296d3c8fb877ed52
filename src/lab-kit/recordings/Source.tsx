// Where a recording comes from: machine, policy, how many runs, and when tasks ended in all of them.
import type { Trace } from '@interleave/simulation';
import { type AnyLab, wordsFor } from '../lab.ts';
import type { Recording } from './recording.ts';

interface SourceProps {
  lab: AnyLab;
  recording: Recording;
  /** The simulated run, which has all of the recorded tasks. */
  simulated: Trace;
}

export function Source({ lab, recording, simulated }: SourceProps) {
  const { machine, policy, runs, firstTaskFirst, shown, tasks } = recording;
  const names = wordsFor(lab, simulated).tasks;
  const nameOf = (name: string) => names[simulated.tasks.findIndex((task) => task.name === name)];
  const ends = tasks.map(
    ({ name, ends: { least, median, greatest } }) =>
      `${nameOf(name)} ${least}, ${median} and ${greatest}\u00a0ms`,
  );
  return (
    <p className="credit">
      Recorded: {machine}; {policy}; {runs} runs. Shown: {shown} ({firstTaskFirst} of {runs}).
      Least, median and greatest end over all runs: {ends.join('; ')}.
    </p>
  );
}
