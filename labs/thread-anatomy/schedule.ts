// Who is on which core in each step, as the lab's knobs say: slices of so many lines in turn, or a core for each thread.
import type { Action } from './parts.ts';

const LINE: Action = { kind: 'line' };

/**
 * A schedule in which every thread comes to its end.
 *
 * @param length how many steps each thread takes
 * @param slice how many steps a thread has the core at most while another is runnable
 */
export function schedule({
  threads,
  cores,
  length,
  slice,
}: {
  threads: number;
  cores: number;
  length: number;
  slice: number;
}): Action[][] {
  if (cores >= threads) {
    return Array.from({ length }, () => Array.from({ length: threads }, () => LINE));
  }
  const steps: Action[][] = [];
  const left = Array.from({ length: threads }, () => length);
  const line = [...left.keys()];
  for (let on = line.shift(); on !== undefined; on = line.shift()) {
    if (steps.length > 0) steps.push([{ kind: 'switch', to: on }]);
    const own = left[on] as number;
    // Alone it keeps the core.
    const stays = line.length === 0 ? own : Math.min(slice, own);
    for (let i = 0; i < stays; i += 1) steps.push([LINE]);
    left[on] = own - stays;
    if (stays < own) line.push(on);
  }
  return steps;
}
