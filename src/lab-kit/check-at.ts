// Refuses an instant that is not on the clock of the run that it is about.
import { type AnyLab, runOf } from './lab.ts';
import type { Values } from './parameters/kinds.ts';

/**
 * @param component that it is written at, for the error
 * @param at in the unit of the lab's clock: ms, or steps
 * @throws Error saying what would do
 */
export function checkAt(
  component: string,
  lab: AnyLab,
  { values, at, setting = 'this setting' }: { values: Values; at: unknown; setting?: string },
): void {
  const { clock } = lab.view;
  if (at === 0) return;
  const found = `<${component}>: found at={${JSON.stringify(at)}}`;
  if (clock === undefined) {
    throw new Error(`${found}; lab ${lab.id} has no clock, so none would do.`);
  }
  const end = clock.end(runOf(lab, values).result) / clock.size;
  if (typeof at === 'number' && at >= 0 && at <= end) return;
  throw new Error(`${found}; ${clock.allowed}, up to ${end} with ${setting}, would do.`);
}
