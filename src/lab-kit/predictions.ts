// Readers' predictions: kept on this device only, and told to the lab that waits for one.

const PREFIX = 'interleave:prediction:';
const EVENT = 'interleave:predicted';

/** Answers of this visit, for when the browser refuses storage. */
const given = new Map<string, string>();

/** The answer given to a prediction earlier, or null. */
export function predictionOf(id: string): string | null {
  const now = given.get(id);
  if (now !== undefined) return now;
  try {
    return localStorage.getItem(PREFIX + id);
  } catch {
    return null;
  }
}

/** Keeps an answer (or that the question was skipped) and tells whoever listens. */
export function predict(id: string, answer: string): void {
  given.set(id, answer);
  try {
    localStorage.setItem(PREFIX + id, answer);
  } catch {
    // Storage is refused: the answer holds for this visit.
  }
  document.dispatchEvent(new CustomEvent(EVENT, { detail: id }));
}

/** Calls `listener` when the prediction, or any where none is named, is made; returns how to stop listening. */
export function onPrediction(id: string | null, listener: () => void): () => void {
  const heard = (event: Event) => {
    if (id === null || (event as CustomEvent<string>).detail === id) listener();
  };
  document.addEventListener(EVENT, heard);
  return () => document.removeEventListener(EVENT, heard);
}

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** How many answers are kept. @throws DOMException where storage is refused */
export const predictionsMade = (): number => kept().length;

/** Takes all answers back. @throws DOMException where storage is refused */
export function forgetPredictions(): void {
  for (const key of kept()) localStorage.removeItem(key);
  given.clear();
}
