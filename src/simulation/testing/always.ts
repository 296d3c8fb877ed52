// A claim about every run, tried on random scenarios.
import fc from 'fast-check';
import type { Scenario } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import type { Trace } from '../trace/trace.ts';
import { scenarios } from './scenarios.ts';

/** What may differ from scenarios over everything, 300 of them. */
export interface Trials {
  readonly of?: fc.Arbitrary<Scenario>;
  readonly runs?: number;
}

/** Makes the claim of random scenarios and their traces; one that fails is shrunk and shown. */
export function always(
  claim: (any: Scenario, trace: Trace) => void,
  { of = scenarios, runs = 300 }: Trials = {},
): void {
  fc.assert(
    fc.property(of, (any) => {
      claim(any, simulate(any));
    }),
    { numRuns: runs },
  );
}
