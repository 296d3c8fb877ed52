// On phones a knob and what it moves may not fit the screen: while it is held, the drawing is moved beside it.
import { type PointerEvent, useRef } from 'react';
import { liftOf } from './lift.ts';

/** Labs at least so wide stand on a desk, px; as in the style sheets. */
const WIDE = 640;

/** What the knobs' cell listens with, and the drawing to move. */
export function useLift() {
  const drawing = useRef<HTMLDivElement>(null);
  const onPointerDown = ({ target, currentTarget }: PointerEvent) => {
    const element = drawing.current;
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    if (element === null || !isSlider || currentTarget.clientWidth >= WIDE) return;
    const lift = liftOf(
      element.getBoundingClientRect(),
      target.getBoundingClientRect(),
      document.documentElement.clientHeight,
    );
    if (lift === null) return;
    element.style.transform = `translateY(${-lift.by}px)`;
    element.style.clipPath = `inset(0 0 ${lift.cut}px)`;
    element.classList.add('lifted');
    const released = new AbortController();
    const release = () => {
      released.abort();
      element.classList.remove('lifted');
      element.removeAttribute('style');
    };
    for (const event of ['pointerup', 'pointercancel']) {
      window.addEventListener(event, release, { signal: released.signal });
    }
  };
  return { drawing, onPointerDown };
}
