// What a timeline shows of its clock. All that changes it is loaded when a reader first asks for that, or with a drawing
// that opens on a part: until then the whole is shown.
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { type Stretch, wholeOf } from '../../scales/percent.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { ZoomProps } from '../zoom/Zoom.tsx';

interface ZoomState extends Pick<ZoomProps, 'shown' | 'show'> {
  /** The drawing with its buttons: it hears the gestures. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** What changes what is shown, once it is there, and the gesture that asked for it. */
  readonly tools: {
    readonly Zoom: ComponentType<ZoomProps>;
    readonly first: Event | undefined;
  } | null;
}

/**
 * Whether an event asks for more or less of the clock. A pinch on a touchpad is a turn of the wheel with Ctrl; Ctrl and +
 * are the page's own; a second finger begins a pinch.
 */
function asks(event: Event): boolean {
  const { type, ctrlKey, metaKey, key, isPrimary, target } = event as KeyboardEvent & PointerEvent;
  const meta = ctrlKey || metaKey;
  if (key) return !meta && '+=-'.includes(key);
  if (type === 'click') return (target as Element).closest('[data-zoom]') !== null;
  return type === 'wheel' ? meta : !isPrimary;
}

/** @param on whether a part may be shown: not at build, nor while something is held back */
export function useZoom({ end, opensOn }: Drawing, on: boolean): ZoomState {
  const frame = useRef<HTMLDivElement>(null);
  const [part, show] = useState<Stretch | null>(null);
  const [tools, setTools] = useState<ZoomState['tools']>(null);
  useEffect(() => {
    if (!on || tools !== null) return;
    const heard = new AbortController();
    const load = (first?: Event) =>
      import('../zoom/Zoom.tsx').then(
        ({ Zoom }) => setTools({ Zoom, first }),
        () => {
          // It could not be loaded: the whole stays.
        },
      );
    for (const type of ['wheel', 'keydown', 'pointerdown', 'click']) {
      frame.current?.addEventListener(
        type,
        (event) => {
          if (!asks(event)) return;
          event.preventDefault();
          load(event);
        },
        { passive: false, signal: heard.signal },
      );
    }
    if (opensOn) load();
    return () => heard.abort();
  }, [on, tools, opensOn]);
  return { frame, shown: part ?? wholeOf(end), show, tools };
}
