// The stretch of a strip's clock that is in view: it follows the playhead, which stays at most at two thirds of it.

/** How long it is, ns: where there is room, and on phones. */
export const LENGTH = { wide: 3.1e9, narrow: 2.6e9 } as const;

const PLAYHEAD_AT_MOST = 2 / 3;

/** Where it begins, ns, while the playhead stands at an instant. At the end it stops, and the playhead goes on. */
export const beginsAt = (at: number, end: number, length: number): number =>
  Math.max(0, Math.min(at - PLAYHEAD_AT_MOST * length, end - length));
