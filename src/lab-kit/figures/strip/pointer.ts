// Pointer control of a strip, by mouse, pen or finger.
import type { MouseEvent, PointerEvent } from 'react';

type Pressed = MouseEvent<HTMLElement>;

/** A tap on a slot puts the playhead after it; a drag along the axis takes it along, to the nearest step's end. */
export function pointerOf(steps: number, seek: (at: number) => void) {
  const shareAt = ({ currentTarget, clientX }: Pressed) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };
  const drag = (event: Pressed) => seek(Math.round(shareAt(event) * steps));
  const onAxis = ({ target }: Pressed) => (target as HTMLElement).dataset.axis !== undefined;
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!onAxis(event)) return;
      (event.target as HTMLElement).setPointerCapture(event.pointerId);
      drag(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if ((event.target as HTMLElement).hasPointerCapture(event.pointerId)) drag(event);
    },
    // Not at the press: a finger that begins to scroll here moves nothing.
    onClick: (event: Pressed) => {
      if (!onAxis(event)) seek(Math.max(1, Math.ceil(shareAt(event) * steps)));
    },
  };
}
