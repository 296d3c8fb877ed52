// Holding a result back until the reader has predicted it: the lab's side of a prediction.
import { useEffect, useState } from 'react';
import { onPrediction, predictionOf } from '../predictions.ts';
import { usePrint } from './use-print.ts';

export interface Veil {
  /** The id of the prediction that lifts it. */
  readonly prediction: string;
  /** What the question asks about, on the lab's clock in its unit: what follows is held back. */
  readonly from: number;
}

/** A veil as it stands. */
export interface VeilState {
  readonly veiled: boolean;
  /** From where on the drawing is covered; null when nothing is. */
  readonly from: number | null;
  /** Shows the result without an answer. */
  readonly reveal: () => void;
}

/**
 * Holds a lab's result back until its prediction has been made, on this visit or an earlier one; never on paper.
 *
 * @param size how many of the clock its unit is
 */
export function useVeil(veil: Veil | null, size: number): VeilState {
  const [closed, setClosed] = useState(veil !== null);
  const printing = usePrint();
  useEffect(() => {
    if (veil === null) return;
    if (predictionOf(veil.prediction) !== null) setClosed(false);
    return onPrediction(veil.prediction, () => setClosed(false));
  }, [veil]);
  const veiled = closed && !printing;
  const from = veiled && veil !== null ? veil.from * size : null;
  return { veiled, from, reveal: () => setClosed(false) };
}
