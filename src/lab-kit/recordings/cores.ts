// On which core a recorded task ran, and what its own clock did not see of that.
import { ms, toMs } from '@interleave/simulation';
import type { Field } from './field.ts';
import type { Recording, Stretch } from './recording.ts';

/** A task takes being off its core for computing when it is shorter than this. */
const UNSEEN = ms(0.25);

/** The core of a task, by their indices: on several cores each task had one to itself, in order. */
export const coreOf = ({ scenario }: Recording, task: number) => (scenario.cores === 1 ? 0 : task);

/** The stretches in which other tasks ran on a task's core while it took itself to be running there. */
export function absences(recording: Recording, task: number, stretch: Stretch): Stretch[] {
  if (stretch.state !== 'running') return [];
  const core = coreOf(recording, task);
  return recording.tasks
    .flatMap(({ stretches }, other) =>
      other === task || coreOf(recording, other) !== core ? [] : stretches,
    )
    .filter(
      ({ state, start }) => state === 'running' && start >= stretch.start && start < stretch.end,
    )
    .sort((a, b) => a.start - b.start);
}

/**
 * Checks that each core ran one task at a time, but for what a task's clock cannot see.
 *
 * @param field the tasks' place in the file
 * @throws Error with the place
 */
export function checkCores(recording: Recording, field: Field): void {
  const { cores } = recording.scenario;
  if (cores > 1 && recording.tasks.length > cores) {
    field.refuse(`a task for each of ${cores} cores, at most,`, `${recording.tasks.length} tasks`);
  }
  recording.tasks.forEach(({ name, stretches }, task) => {
    for (const stretch of stretches) {
      for (const { start, end } of absences(recording, task, stretch)) {
        if (end <= stretch.end && end - start < UNSEEN) continue;
        field.refuse(
          `one task at a time on a core, or ${toMs(UNSEEN)} ms of another within`,
          `${name} running ${toMs(stretch.start)}–${toMs(stretch.end)} and another ${toMs(start)}–${toMs(end)}`,
        );
      }
    }
  });
}
