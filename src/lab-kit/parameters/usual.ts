// Parameters that several labs have, with the same name, words and range in each.
import { counted } from '../units.ts';
import { type Choice, choice, type OptionalRange, optionalRange } from './kinds.ts';

/** One to four cores, to choose from. */
export const coresKnob = (): Choice<1 | 2 | 3 | 4> =>
  choice(
    { label: 'Cores', default: 1 },
    ([1, 2, 3, 4] as const).map((cores) => [cores, String(cores), counted(cores, 'core')]),
  );

/** How long a thread may keep its core: none, as it is unless said otherwise, or 1 ms to `max` ms. */
export const sliceKnob = (
  max: number,
  otherwise: Partial<Pick<OptionalRange, 'default' | 'applies'>> = {},
): OptionalRange =>
  optionalRange(
    { label: 'Slice', unit: 'ms', min: 1, max, step: 1, none: 'none', default: null, ...otherwise },
    (slice) => (slice === null ? 'run to block' : `slice ${slice} ms`),
  );
