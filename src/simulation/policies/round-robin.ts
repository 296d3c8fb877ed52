// Round robin: first in, first out, and whoever has computed for a slice goes to the end of the line.
import { Fifo } from './fifo.ts';
import type { PolicyDefinition } from './policy.ts';

export const roundRobin: PolicyDefinition = {
  slice: 'needed',
  tick: 'senseless',
  make: ({ slice }) => new Fifo(slice),
};
