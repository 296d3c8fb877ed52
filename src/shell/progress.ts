// The reader's progress: chapters read, predictions made and the place where they left, kept on this device only.
import { forgetPredictions, predictionsKept } from '../lab-kit/predictions.ts';

/** Before a chapter's id; its value is one of the two below. */
const CHAPTER = 'interleave:read:';
/** Its end has been seen and its predictions are made or skipped. */
const READ = 'yes';
/** Its end has been seen, and predictions are open. */
const ENDED = 'end';

const PLACE = 'interleave:place';
const EVENT = 'interleave:progress';

/** Chapters that have got an address of their own since progress is kept: the first page was chapter 0. */
const MOVED: Readonly<Record<string, string>> = { index: 'one-at-a-time' };

/** Where a reader left: a chapter by its id, and the heading last passed there, by its id and its words. */
export interface Place {
  readonly chapter: string;
  readonly at: string;
  readonly heading: string;
}

/** What is kept, or null where the browser refuses to keep anything. */
export interface Progress {
  /** The ids of the chapters read. */
  readonly read: ReadonlySet<string>;
  readonly predictions: { readonly made: number; readonly skipped: number };
  readonly place: Place | null;
}

const chapterKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(CHAPTER));

export function progress(): Progress | null {
  try {
    const read = chapterKeys()
      .filter((key) => localStorage.getItem(key) === READ)
      .map((key) => key.slice(CHAPTER.length))
      .flatMap((id) => [id, MOVED[id] ?? id]);
    const place = localStorage.getItem(PLACE);
    return {
      read: new Set(read),
      predictions: predictionsKept(),
      place: place === null ? null : JSON.parse(place),
    };
  } catch {
    return null;
  }
}

/** Whether the end of a chapter has been seen. */
export function hasEnded(id: string): boolean {
  try {
    return localStorage.getItem(CHAPTER + id) !== null;
  } catch {
    return false;
  }
}

/** Keeps that the end of a chapter has been seen. One that is read stays so. */
export function markEnded(id: string): void {
  if (!hasEnded(id)) keep(CHAPTER + id, ENDED);
}

/** Keeps that a chapter has been read. */
export const markRead = (id: string) => keep(CHAPTER + id, READ);

/** Keeps where the reader is. */
export const markPlace = (place: Place) => keep(PLACE, JSON.stringify(place));

/** Whether all has been forgotten: what the page would keep as it goes would be the first of the next. */
let forgotten = false;

function keep(key: string, value: string): void {
  if (forgotten) return;
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is refused: there is nothing to show then either.
  }
  document.dispatchEvent(new CustomEvent(EVENT));
}

/** Calls `listener` when there is progress, in this tab or another. Where all is forgotten, the page begins anew. */
export function onProgress(listener: () => void): void {
  document.addEventListener(EVENT, listener);
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && !key.startsWith(CHAPTER) && key !== PLACE) return;
    if (newValue === null) beginAnew();
    else listener();
  });
}

/** Forgets chapters, predictions and the place. */
export function forget(): void {
  // The place at last: other tabs take its end for the sign that all is gone.
  forgetPredictions();
  for (const key of chapterKeys()) localStorage.removeItem(key);
  localStorage.setItem(PLACE, '');
  localStorage.removeItem(PLACE);
  beginAnew();
}

/** From the top: where a chapter's end is in view it would be seen again. */
function beginAnew(): void {
  forgotten = true;
  history.scrollRestoration = 'manual';
  location.reload();
}
