// The keyboard among the places: one tab stop, arrows from thread to thread, and the focus goes where its thread goes.
import type { Stay } from '@interleave/simulation';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Keys } from '../../view.ts';

/** How much farther than along the arrow a thread across it counts. */
const ACROSS = 2;

/** Goes on from the thread that has the focus to the nearest one in a direction, -1, 0 or 1 to the right and down. */
const go = (right: number, down: number) => () => {
  const here = document.activeElement;
  const tokens = [
    ...(here?.closest('[data-places]')?.querySelectorAll<HTMLElement>('[data-task]') ?? []),
  ].filter((token) => token.offsetParent !== null);
  const distance = (token: HTMLElement) => {
    const [from, to] = [here as Element, token].map((one) => one.getBoundingClientRect());
    const x = (to?.left ?? 0) - (from?.left ?? 0);
    const y = (to?.bottom ?? 0) - (from?.bottom ?? 0);
    const along = x * right + y * down;
    return along < 1 ? Number.POSITIVE_INFINITY : along + ACROSS * Math.abs(x * down + y * right);
  };
  const onToken = tokens.some((token) => token === here);
  const ahead = tokens.filter((token) => !onToken || Number.isFinite(distance(token)));
  const next = onToken ? ahead.sort((a, b) => distance(a) - distance(b))[0] : ahead[0];
  next?.focus();
};

export const KEYS: readonly Keys<unknown>[] = [
  {
    keys: '← → ↑ ↓ among the places',
    does: 'the next thread in that direction',
    press: {
      ArrowLeft: go(-1, 0),
      ArrowRight: go(1, 0),
      ArrowUp: go(0, -1),
      ArrowDown: go(0, 1),
    },
  },
  // Buttons obey it by themselves.
  { keys: 'Enter', does: 'choose the segment of that thread in the timeline', press: {} },
];

/** The task whose token has or had the focus last, and what keeps the focus on it wherever it goes. */
export function useFocus(figure: { readonly current: HTMLElement | null }) {
  const [held, hold] = useState<number | null>(null);
  const focused = useRef<number | null>(null);
  useLayoutEffect(() => {
    const task = focused.current;
    // A token that goes to another place is another element there: the focus was on what is gone.
    const lost = [document.body, figure.current].includes(document.activeElement as HTMLElement);
    if (task === null || !lost) return;
    const token = figure.current?.querySelector<HTMLElement>(`[data-task="${task}"]`);
    const there = token?.offsetParent != null ? token : figure.current;
    there?.focus({ preventScroll: true });
  });
  return {
    held,
    onFocus: ({ task }: Stay) => {
      focused.current = task;
      hold(task);
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}
