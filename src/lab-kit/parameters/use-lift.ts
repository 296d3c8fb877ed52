// On phones a knob and what it moves may not fit the screen: while it is held, the drawing is moved beside it.
import { type PointerEvent, useRef } from 'react';

/** Labs at least so wide stand on a desk, px; as in the style sheets. */
const WIDE = 640;

/** What the knobs' grid listens with, and the drawing to move. */
export function useLift() {
  const drawing = useRef<HTMLDivElement>(null);
  const onPointerDown = ({ target, currentTarget }: PointerEvent) => {
    const knob = (target as Element).closest('[data-knob]');
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    if (drawing.current === null || knob === null || !isSlider) return;
    if (currentTarget.clientWidth < WIDE) lift(drawing.current, knob);
  };
  return { drawing, onPointerDown };
}

/** Until the pointer is released. */
async function lift(drawing: HTMLElement, knob: Element) {
  const released = new AbortController();
  const { signal } = released;
  for (const event of ['pointerup', 'pointercancel']) {
    window.addEventListener(event, () => released.abort(), { signal });
  }
  const { keepBeside } = await import('../later/keep-beside.ts');
  keepBeside(drawing, knob, signal);
}
