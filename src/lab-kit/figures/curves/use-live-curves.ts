// Loads what draws the live curves when its place comes near the viewport; until then, and if that fails, there is none.
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { Axes } from './axes.ts';
import type { Chart } from './chart.ts';

/** How near (px) it must come, as for the labs themselves. */
const NEAR = '200px';

type Live = ComponentType<{ chart: Chart; axes: Axes }>;

/** Where the chart stands, and what draws it live, or null. */
export function useLiveCurves(): { place: RefObject<HTMLDivElement | null>; Live: Live | null } {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ readonly draw: Live } | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    let wanted = true;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        import('./LiveCurves.tsx').then(
          (module) => wanted && setLive({ draw: module.default }),
          () => {
            // It could not be loaded: the curves made at build stay, with all their figures.
          },
        );
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => {
      wanted = false;
      observer.disconnect();
    };
  }, []);
  return { place, Live: live?.draw ?? null };
}
