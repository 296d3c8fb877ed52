// Every lab there is can live with its own declaration: each preset and each end of each knob has a run, each fact a figure.
import { describe, expect, test } from 'vitest';
import { wrongInDeclaration, wrongInRuns } from './check-lab.ts';
import { labs } from './registry.ts';

describe.each([...labs.values()].map((lab) => [lab.id, lab] as const))('lab %s', (_, lab) => {
  test('is declared as it can be shown', () => {
    expect(wrongInDeclaration(lab)).toEqual([]);
  });

  test('has a run and figures wherever its presets and knobs lead', () => {
    expect(wrongInRuns(lab)).toEqual([]);
  });
});
