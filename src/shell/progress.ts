// The reader's progress: chapters read and predictions made, kept on this device only.
import { forgetPredictions, predictionsKept } from '../lab-kit/predictions.ts';

const PREFIX = 'interleave:read:';

/** What is kept, or null where the browser refuses to keep anything. */
export interface Progress {
  /** The ids of the chapters read. */
  readonly read: ReadonlySet<string>;
  readonly predictions: { readonly made: number; readonly skipped: number };
}

export function progress(): Progress | null {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    const read = new Set(keys.map((key) => key.slice(PREFIX.length)));
    return { read, predictions: predictionsKept() };
  } catch {
    return null;
  }
}

/** Keeps that a chapter has been read; where storage is refused, nothing is kept. */
export function markRead(id: string): void {
  try {
    localStorage.setItem(PREFIX + id, 'yes');
  } catch {
    // There is nothing to show then either.
  }
}

/** Forgets chapters and predictions. */
export function forget(): void {
  for (const id of progress()?.read ?? []) localStorage.removeItem(PREFIX + id);
  forgetPredictions();
}
