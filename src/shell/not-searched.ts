// What no search finds though it stands in a chapter's text: the index and the marks on the page leave out the same.

/** The figures of timelines; what a timeline shows, its caption says. */
export const NOT_SEARCHED = ['.documented thead', '.documented tbody'] as const;
