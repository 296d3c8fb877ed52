// On phones a knob and what it moves may not fit the screen: while it is held, the drawing is moved beside it.
import { type PointerEvent, useRef } from 'react';
import { liftOf } from './lift.ts';

/** Labs at least so wide stand on a desk, px; as in the style sheets. */
const WIDE = 640;

/** What the knobs' grid listens with, and the drawing to move. */
export function useLift() {
  const drawing = useRef<HTMLDivElement>(null);
  const onPointerDown = ({ target, currentTarget }: PointerEvent) => {
    const knob = (target as Element).closest('[data-knob]');
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    if (drawing.current === null || knob === null || !isSlider) return;
    if (currentTarget.clientWidth < WIDE) keepBeside(drawing.current, knob);
  };
  return { drawing, onPointerDown };
}

/** Until the pointer is released. */
function keepBeside(drawing: HTMLElement, knob: Element) {
  let raised = 0;
  const place = () => {
    const { top, bottom } = drawing.getBoundingClientRect();
    const lift = liftOf(
      { top: top + raised, bottom: bottom + raised },
      knob.getBoundingClientRect(),
      document.documentElement.clientHeight,
    );
    raised = lift?.by ?? 0;
    drawing.toggleAttribute('data-lifted', lift !== null);
    drawing.style.setProperty('--raised', `${raised}px`);
    drawing.style.setProperty('--left-out', `${lift?.cut ?? 0}px`);
  };
  const released = new AbortController();
  const release = () => {
    released.abort();
    drawing.removeAttribute('data-lifted');
  };
  place();
  for (const event of ['pointerup', 'pointercancel']) {
    window.addEventListener(event, release, { signal: released.signal });
  }
  // A sentence above that grows or shrinks by a line moves the knob.
  knob.addEventListener(
    'input',
    () => requestAnimationFrame(() => released.signal.aborted || place()),
    { signal: released.signal },
  );
}
