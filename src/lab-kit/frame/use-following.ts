// What follows a run by a few frames: charts and tables, made of pieces that together would hold up the page.
import { startTransition, useDeferredValue, useEffect, useState } from 'react';

/** For so long (ms) pieces are made at a time: less than half a frame. */
const TURN = 7;

/**
 * The newest of these, or the one before as long as not all pieces of the newest are made.
 *
 * @param piecesOf the same at every render; left out where there is little to make: then it follows a render behind
 */
export function useFollowing<T>(newest: T, piecesOf?: (of: T) => Iterable<unknown>): T {
  const deferred = useDeferredValue(newest);
  const [followed, setFollowed] = useState(newest);
  useEffect(() => {
    if (piecesOf === undefined || followed === newest) return;
    const pieces = piecesOf(newest)[Symbol.iterator]();
    let timer = 0;
    const go = () => {
      const until = performance.now() + TURN;
      while (performance.now() < until) {
        if (pieces.next().done) {
          startTransition(() => setFollowed(newest));
          return;
        }
      }
      timer = window.setTimeout(go);
    };
    // After the frame that shows the run itself.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(go);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [newest, followed, piecesOf]);
  return piecesOf === undefined ? deferred : followed;
}
