// A lab that waits for a prediction: what it holds back meanwhile, and when it shows it.
import { useLayoutEffect, useState } from 'react';
import { onPrediction, predict, predictionOf, SKIPPED } from '../predictions.ts';
import { usePrint } from './use-print.ts';

export interface Veil {
  /** The id of the prediction that lifts it. */
  readonly prediction: string;
  /** The setting that the prediction is about: the lab goes to it once the answer is given. */
  readonly preset: string;
  /**
   * What the question asks about, on the lab's clock in its unit: what follows is held back. Null where the run that
   * the lab opens with is known, and only what other settings give is held back.
   */
  readonly from: number | null;
}

/** A veil as it stands. */
export interface VeilState {
  /** The lab waits for the answer: meanwhile nothing on it can be set. */
  readonly closed: boolean;
  /** What is covered: the result, or only what other settings than the shown one give; never anything on paper. */
  readonly covers: 'result' | 'ahead' | null;
  /** From where on the drawing is covered; null when nothing is. */
  readonly from: number | null;
  /** The setting that was asked about, once it is to be shown; else null. */
  readonly revealed: string | null;
  /** Shows the result without an answer: the question is skipped. */
  readonly skip: () => void;
}

/**
 * Holds a lab's result back until its prediction has been made, on this visit or an earlier one.
 *
 * @param size how many of the clock its unit is
 */
export function useVeil(veil: Veil | null, size: number): VeilState {
  const [closed, setClosed] = useState(veil !== null);
  const printing = usePrint();
  // Before anything is painted: a reader who answered earlier sees no veil.
  useLayoutEffect(() => {
    if (veil === null) return;
    const open = () => setClosed(false);
    if (predictionOf(veil.prediction) !== null) open();
    return onPrediction(veil.prediction, open);
  }, [veil]);
  const from = closed && !printing ? (veil?.from ?? null) : null;
  return {
    closed,
    covers: !closed || printing ? null : from === null ? 'ahead' : 'result',
    from: from === null ? null : from * size,
    revealed: closed || veil === null ? null : veil.preset,
    skip: () => veil !== null && predict(veil.prediction, SKIPPED),
  };
}
