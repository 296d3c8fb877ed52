// Holding a result back until the reader has predicted it: the lab's side of a prediction.
import { ms, type Nanos } from '@interleave/simulation';
import { useEffect, useState } from 'react';
import { onPrediction, predictionOf } from '../predictions.ts';
import { useLive } from './use-live.ts';
import { usePrint } from './use-print.ts';

export interface Veil {
  /** The id of the prediction that lifts it. */
  readonly prediction: string;
  /** The instant (ms) that the question asks about: what follows is held back. */
  readonly from: number;
}

/** A veil as it stands. */
export interface VeilState {
  readonly veiled: boolean;
  /** From where on the drawing is covered; null when nothing is. */
  readonly from: Nanos | null;
  /**
   * Whether scripts run, so that what is covered can be left out altogether. The page as it was built holds all of it,
   * for readers without scripts, and only covers it.
   */
  readonly live: boolean;
  /** Shows the result without an answer. */
  readonly reveal: () => void;
}

/** Holds a lab's result back until its prediction has been made, on this visit or an earlier one; never on paper. */
export function useVeil(veil: Veil | null): VeilState {
  const [closed, setClosed] = useState(veil !== null);
  const printing = usePrint();
  const live = useLive();
  useEffect(() => {
    if (veil === null) return;
    if (predictionOf(veil.prediction) !== null) setClosed(false);
    return onPrediction(veil.prediction, () => setClosed(false));
  }, [veil]);
  const veiled = closed && !printing;
  const from = veiled && veil !== null ? ms(veil.from) : null;
  return { veiled, from, live, reveal: () => setClosed(false) };
}
