// Draws a new case a simulation at a time, so that the page is not held up: most need several draws.
import type { Away } from '../../src/lab-kit/lab.ts';
import { isAtHand, keep } from './diagnosis.ts';
import { drawing } from './drawn/drawn.ts';
import type { Diagnosis } from './kinds.ts';
import { askedOf, caseName, type Setting } from './setting.ts';

/** How many simulations are ahead is not known: each takes this part of what is left of the bar. */
const PART = 0.12;

export const away: Away<Setting, Diagnosis> = {
  longWork: (values) => (isAtHand(askedOf(values)) ? null : caseName(values)),
  start(values, { onProgress, onDone, onFailed }) {
    const steps = drawing(values.seed);
    let share = 0;
    let timer = 0;
    const next = () => {
      try {
        const step = steps.next();
        if (step.done) return onDone(keep(askedOf(values), step.value));
      } catch (error) {
        return onFailed((error as Error).message);
      }
      share += (1 - share) * PART;
      onProgress(share);
      timer = window.setTimeout(next);
    };
    timer = window.setTimeout(next);
    return () => clearTimeout(timer);
  },
};
