// Knobs stay where they are on the screen while one of them is turned, whatever happens to what stands above them.
import { useLayoutEffect, useRef } from 'react';

/**
 * The box of what stands above a lab's knobs, and what it holds. While a knob is pressed or has the focus the box gets no
 * lower, and where it gets higher the page goes along; else it is as high as what it holds.
 */
export function useSteady() {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, held.current];
    if (outer === null || inner === null) return;
    let { width, height } = outer.getBoundingClientRect();
    // It is told before the new height is seen.
    const watch = new ResizeObserver(() => {
      const isTurned =
        outer.parentElement?.querySelector('[data-knob]:is(:active, :focus-within)') !== null &&
        outer.getBoundingClientRect().width === width;
      outer.style.minHeight = isTurned ? `${height}px` : '';
      const now = outer.getBoundingClientRect();
      if (isTurned) window.scrollBy({ top: now.height - height, behavior: 'instant' });
      ({ width, height } = now);
    });
    watch.observe(inner);
    return () => watch.disconnect();
  }, []);
  return { box, held };
}
