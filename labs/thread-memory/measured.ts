// What was measured for this lab's settings, and how it is written beside the lab's figure.
import { MEASURED, type MeasuredCost } from '@interleave/simulation/costs';
import { type Carrier, type Setting, USUAL_STACK, USUAL_TOUCHED } from './setting.ts';
import { MIB, three } from './sizes.ts';

/** The program that was measured for each carrier. */
const PROGRAM: Readonly<Record<Carrier, MeasuredCost['program']>> = {
  threads: 'c',
  jvm: 'java',
  light: 'go',
  event: 'asyncio',
};

const touchedBy = ({ program, options }: MeasuredCost) =>
  program === 'c' ? (options?.stackTouched ?? USUAL_TOUCHED) : USUAL_TOUCHED;

/** The points of a carrier, with its stacks as they were measured. */
export const pointsOf = (
  carrier: Carrier,
  what: MeasuredCost['what'],
  { stack, touched }: Pick<Setting, 'stack' | 'touched'>,
): readonly MeasuredCost[] =>
  carrier === 'threads' && stack !== USUAL_STACK
    ? []
    : MEASURED.filter(
        (point) =>
          point.program === PROGRAM[carrier] &&
          point.what === what &&
          (carrier === 'light' || carrier === 'event' || touchedBy(point) === touched),
      );

/** Where nothing was measured. */
const NONE = '–';

/** What was measured at a setting, MiB: "341–348"; "–" where nothing was. */
export function measuredAt(carrier: Carrier, what: MeasuredCost['what'], setting: Setting): string {
  const point = pointsOf(carrier, what, setting).find(({ tasks }) => tasks === setting.connections);
  if (point === undefined) return NONE;
  const [least, most] = point.bytes.map((bytes) => three(bytes / MIB));
  return least === most ? `${least}` : `${least}–${most}`;
}
