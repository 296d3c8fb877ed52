// What counts and what does not, under the charts.
import { Reasons } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import type { Setting } from './core.ts';
import type { LongRun } from './figures.ts';
import { reasonsOf } from './words.ts';

export const reasons: Figure<Setting, LongRun> = {
  id: 'said',
  looksAhead: true,
  Draw: ({ stage: { runs } }) => <Reasons of={reasonsOf(currentRun(runs))} label="What counts" />,
};
