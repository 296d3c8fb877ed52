// Readers' predictions: kept on this device only, and told to the lab that waits for one.

/** Before a prediction's id: the name under which its answer is kept. */
export const PREFIX = 'interleave:prediction:';
const EVENT = 'interleave:predicted';
const FORGOTTEN = 'interleave:forgotten';

/** Before the id of a question of the self-test: its first answer is kept as a prediction is, but is none. */
export const SELF_TEST = 'self-test:';

/** What is kept of a question that was skipped. */
export const SKIPPED = '';

/** Answers of this visit, for when the browser refuses storage. */
const given = new Map<string, string>();

/** The answer given to a prediction earlier, `SKIPPED`, or null. */
export function predictionOf(id: string): string | null {
  const now = given.get(id);
  if (now !== undefined) return now;
  try {
    return keptOf(id);
  } catch {
    return null;
  }
}

/** What is kept of a question; a question of the self-test cannot be skipped: an empty answer to one is none. */
function keptOf(id: string): string | null {
  const answer = localStorage.getItem(PREFIX + id);
  return answer === SKIPPED && id.startsWith(SELF_TEST) ? null : answer;
}

/** Keeps an answer, or `SKIPPED`, and tells whoever listens. */
export function predict(id: string, answer: string): void {
  given.set(id, answer);
  try {
    // One given meanwhile in another tab came first, and stays.
    if (keptOf(id) === null) localStorage.setItem(PREFIX + id, answer);
  } catch {
    // Storage is refused: the answer holds for this visit.
  }
  document.dispatchEvent(new CustomEvent(EVENT, { detail: id }));
}

/**
 * Calls `listener` when the prediction, or any where none is named, is made, in this tab or another; returns how to stop
 * listening.
 */
export function onPrediction(id: string | null, listener: () => void): () => void {
  const heard = (event: Event) => {
    if (id === null || (event as CustomEvent<string>).detail === id) listener();
  };
  const elsewhere = ({ key, newValue }: StorageEvent) => {
    if (newValue !== null && key?.startsWith(PREFIX + (id ?? ''))) listener();
  };
  document.addEventListener(EVENT, heard);
  addEventListener('storage', elsewhere);
  return () => {
    document.removeEventListener(EVENT, heard);
    removeEventListener('storage', elsewhere);
  };
}

/** Calls `listener` when answers have been taken back, in this tab or another. */
export function onForgotten(listener: () => void): void {
  document.addEventListener(FORGOTTEN, listener);
  addEventListener('storage', ({ key, newValue }) => {
    if (newValue !== null || !(key ?? PREFIX).startsWith(PREFIX)) return;
    given.clear();
    listener();
  });
}

/** The names under which answers are kept, those of the self-test included. */
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** How many predictions were made, and how many skipped. @throws DOMException where storage is refused */
export function predictionsKept(): { made: number; skipped: number } {
  const predictions = kept().filter((key) => !key.startsWith(PREFIX + SELF_TEST));
  const answers = predictions.map((key) => localStorage.getItem(key));
  const skipped = answers.filter((answer) => answer === SKIPPED).length;
  return { made: answers.length - skipped, skipped };
}

/** Takes all answers back, those of the self-test included. @throws DOMException where storage is refused */
export function forgetPredictions(): void {
  for (const key of kept()) localStorage.removeItem(key);
  given.clear();
  document.dispatchEvent(new CustomEvent(FORGOTTEN));
}

/** Takes the answers of the self-test back. */
export function forgetSelfTest(): void {
  for (const id of given.keys()) if (id.startsWith(SELF_TEST)) given.delete(id);
  try {
    for (const key of kept()) {
      if (key.startsWith(PREFIX + SELF_TEST)) localStorage.removeItem(key);
    }
  } catch {
    // Storage is refused: nothing was kept.
  }
  document.dispatchEvent(new CustomEvent(FORGOTTEN));
}
