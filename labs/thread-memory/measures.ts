// The three measures of a carrier: how long the bar of each is, and what is written at its end.
import { grouped } from '@interleave/simulation';
import type { Costs } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import { NAMES } from './names.ts';
import type { Carrier, LinkSetting } from './setting.ts';
import { size } from './sizes.ts';
import type { All, Taken } from './taken.ts';

export const MEASURES = ['reserved', 'promised', 'used'] as const;
export type Measure = (typeof MEASURES)[number];

interface Told {
  /** The bar: of those that start. */
  readonly bytes: number;
  /** How long it would be were none refused, where some are. */
  readonly asked?: number;
  readonly figure: string;
  readonly rest: string;
}

/** @param all the connections */
export function told(measure: Measure, { asked, has, starts }: Taken, all: number): Told {
  const stopped = starts < all;
  const of = ({ reserved, promised, resident }: Costs) =>
    ({ reserved, promised, used: resident })[measure];
  const bytes = of(has);
  switch (measure) {
    case 'reserved':
      return stopped
        ? { bytes, asked: asked.reserved, figure: size(asked.reserved), rest: 'asked for' }
        : { bytes, figure: size(bytes), rest: 'reserved' };
    case 'promised':
      return { bytes, figure: size(bytes), rest: 'promised' };
    case 'used':
      return { bytes, figure: size(bytes), rest: 'in use' };
  }
}

/** All three bars of a carrier, for those who do not see them. */
export function inWords(
  carrier: Carrier,
  { values: { connections }, result, tag }: Run<LinkSetting, All>,
): string {
  const taken = result[carrier];
  const said = MEASURES.map((measure) => {
    const { figure, rest } = told(measure, taken, connections);
    return `${figure} ${rest}`;
  });
  const by = taken.starts < connections ? ` by ${grouped(taken.starts)}` : '';
  return `${tag === '' ? '' : `${tag}: `}${NAMES[carrier]}: ${said.join(', ')}${by}`;
}
