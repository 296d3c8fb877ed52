// On phones the tabs of a lab are a row that scrolls sideways: the one that is shown is brought to its middle.
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The row, whose pressed button comes into view as soon as `shown` is another. */
export function useInRow(shown: string | null): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is pressed
  useLayoutEffect(() => {
    const tabs = row.current;
    const pressed = tabs?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (!tabs || !pressed) return;
    // Not with scrollIntoView: the page stays where it is.
    tabs.scrollLeft = pressed.offsetLeft + (pressed.offsetWidth - tabs.clientWidth) / 2;
  }, [shown]);
  return row;
}
