// Keeps a drawing beside the knob that moves it, while that is held. Loaded when a hand takes a knob.
import { liftOf } from './lift.ts';

/** @param released aborted when the hand lets go */
export function keepBeside(drawing: HTMLElement, knob: Element, released: AbortSignal): void {
  if (released.aborted) return;
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
  place();
  released.addEventListener('abort', () => drawing.removeAttribute('data-lifted'));
  // A warning above that comes or goes moves the knob.
  knob.addEventListener('input', () => requestAnimationFrame(() => released.aborted || place()), {
    signal: released,
  });
}
