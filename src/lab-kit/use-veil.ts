// Holding a result back until the reader has predicted it: the lab's side of a prediction.
import { ms, type Nanos } from '@interleave/simulation';
import { useEffect, useState } from 'react';
import { onPrediction, predictionOf } from './predictions.ts';

export interface Veil {
  /** The id of the prediction that lifts it. */
  readonly prediction: string;
  /** The instant (ms) that the question asks about: what follows is held back. */
  readonly from: number;
}

/** Whether the result is held back, from where, and how to show it without an answer. */
export function useVeil(veil: Veil | null) {
  const [veiled, setVeiled] = useState(veil !== null);
  useEffect(() => {
    if (veil === null) return;
    if (predictionOf(veil.prediction) !== null) setVeiled(false);
    return onPrediction(veil.prediction, () => setVeiled(false));
  }, [veil]);
  const veiledFrom: Nanos | null = veiled && veil !== null ? ms(veil.from) : null;
  return { veiled, veiledFrom, reveal: () => setVeiled(false) };
}
