// A second simulator, written apart from the engine from the README's rules, gives the same runs.
import { expect, test } from 'vitest';
import { always } from '../testing/always.ts';
import { outcomeOf } from '../testing/outcome.ts';
import { reference } from '../testing/reference.ts';
import { fairScenarios } from '../testing/scenarios.ts';

test('of scenarios over everything', () => {
  always((any, trace) => expect(outcomeOf(trace)).toEqual(reference(any)), { runs: 2000 });
});

test('of the policy fair in times of its size', () => {
  always((any, trace) => expect(outcomeOf(trace)).toEqual(reference(any)), {
    of: fairScenarios,
    runs: 1000,
  });
});
