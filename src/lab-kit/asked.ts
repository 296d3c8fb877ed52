// What the text asks of a lab on its page: to be set as a link says, and be looked at.

const EVENT = 'interleave:asked';

/** On the element around a lab that can be asked. */
const ASKABLE = 'data-askable';

/** The lab of an id on this page that a passage is about: the last one above it, else the first below; or null. */
export function labNear(passage: Element, id: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[${ASKABLE}="${CSS.escape(id)}"]`)];
  const isAbove = (lab: Element) =>
    (lab.compareDocumentPosition(passage) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return all.findLast(isAbove) ?? all[0] ?? null;
}

/** Asks a lab to be set as a link's query says: at once, or as soon as it is live. */
export function ask(lab: HTMLElement, query: string): void {
  lab.dataset.asked = query;
  lab.dispatchEvent(new CustomEvent(EVENT));
}

/**
 * Calls `listener` with each query that is asked of the lab within which a part of it stands, one that was asked before
 * it was live first; returns how to stop listening.
 */
export function onAsked(part: Element, listener: (query: string) => void): () => void {
  const lab = part.closest<HTMLElement>(`[${ASKABLE}]`);
  if (lab === null) return () => {};
  const heard = () => {
    const { asked } = lab.dataset;
    if (asked === undefined) return;
    delete lab.dataset.asked;
    listener(asked);
  };
  heard();
  lab.addEventListener(EVENT, heard);
  return () => lab.removeEventListener(EVENT, heard);
}
