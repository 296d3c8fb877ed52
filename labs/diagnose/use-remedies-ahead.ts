// Simulates the remedies while the reader looks at the panel, one at a time, so that an answer is there at once.
import { useEffect } from 'react';
import type { Diagnosis } from './kinds.ts';

/** Between two of them the page has time for what its reader does, ms. */
const PAUSE_MS = 30;

export function useRemediesAhead({ outcomes }: Diagnosis): void {
  useEffect(() => {
    const left = outcomes.values();
    let timer = 0;
    const simulateNext = () => {
      const { value: outcome } = left.next();
      // Reading it is what simulates it, once.
      if (outcome?.latencies === undefined) return;
      timer = window.setTimeout(simulateNext, PAUSE_MS);
    };
    timer = window.setTimeout(simulateNext, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [outcomes]);
}
