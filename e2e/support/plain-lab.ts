// What a page decides about a lab that is there to be tried alone: nothing.

/** The props of `Lab` besides which lab it is, its preset and its knobs. */
export const PLAIN = {
  compare: null,
  at: 0,
  veil: null,
  ownsAddress: false,
  creditChapter: null,
  measured: null,
  room: ['', ''],
} as const;
