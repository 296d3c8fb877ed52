// Sets a lab as the text of its page asks, but for what a question holds back.
import { type RefObject, useEffect } from 'react';
import { onAsked } from '../asked.ts';
import type { AnyLab } from '../lab.ts';
import { type ReadState, readLink } from '../parameters/link.ts';

/** @param veiled whether the lab waits for a prediction: then it stays as the question shows it */
export function useAsked(
  lab: AnyLab,
  part: RefObject<Element | null>,
  veiled: boolean,
  open: (state: ReadState) => void,
): void {
  useEffect(() => {
    if (part.current === null) return;
    return onAsked(part.current, (query) => {
      if (!veiled) open(readLink(lab, query));
    });
  });
}
