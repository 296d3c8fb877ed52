// Sets a lab as the text of its page asks, but for what a question holds back.
import { type RefObject, useEffect, useState } from 'react';
import { onAsked } from '../asked.ts';
import type { AnyLab } from '../lab.ts';
import type { ReadState } from '../parameters/link.ts';

/**
 * @param veiled whether the lab waits for a prediction: then it stays as the question shows it
 * @returns whether something was asked of it in vain
 */
export function useAsked(
  lab: AnyLab,
  part: RefObject<Element | null>,
  veiled: boolean,
  open: (state: ReadState) => void,
): boolean {
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const { current } = part;
    if (current === null) return;
    if (!veiled) {
      return onAsked(current, async (query) => {
        const { readLink } = await import('../later/read-link.ts');
        open(readLink(lab, query));
      });
    }
    // One whose question was answered earlier comes to life veiled, and is not a moment later: what was asked of it
    // before still holds. Of one that stays veiled nothing can be asked.
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = onAsked(current, () => setRefused(true));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [lab, part, veiled, open]);
  return refused;
}
