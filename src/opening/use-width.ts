// Whether the opening is as wide as its style sheet wants it for the wider window.
import { type RefObject, useEffect, useState } from 'react';

/** Where the style sheet has one window, and where the other; null until it is known. */
const NARROW = 640;

export function useWidth(inside: RefObject<HTMLElement | null>): 'wide' | 'narrow' | null {
  const [width, setWidth] = useState<'wide' | 'narrow' | null>(null);
  useEffect(() => {
    const element = inside.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setWidth(element.offsetWidth < NARROW ? 'narrow' : 'wide'),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [inside]);
  return width;
}
