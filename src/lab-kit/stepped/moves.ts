// The strip of the moves as a figure.

import type { Strip } from '../figures/strip/strip.ts';
import { type StripFigure, strip } from '../figures/strip/strip.tsx';
import type { Stepped } from './program.ts';

/** @param of the strip of a result: `stripOf`, or that with words of the lab */
export const moves = <V, R extends Stepped>(of: (result: R) => Strip): StripFigure<V, R> =>
  strip({ id: 'moves', label: 'The moves', of: ({ result }) => of(result) });
