// Keeps a lab's state and its page's address in step: read when the page opens, written as the reader changes it.
import { useLayoutEffect, useRef, useState } from 'react';
import type { AnyLab } from '../lab.ts';
import { Gestures, HEARD, Written } from './history.ts';
import { type LinkState, type ReadState, writeLink } from './link.ts';
import { defaults } from './values.ts';

/** A query with what the page's address says besides the lab's state: the theme. */
export function withTheme(query: string): string {
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === null) return query;
  return `${query}${query === '' ? '?' : '&'}theme=${encodeURIComponent(theme)}`;
}

const addressOf = (query: string) => `${location.pathname}${withTheme(query)}${location.hash}`;

/**
 * For a lab that has a page to itself.
 *
 * @param state what to write; what the reader changes in one go is a step in the browser's history, a move of the
 *   playhead is none
 * @param resets how often the lab was set back: each time is a step, also where it moves the playhead alone
 * @param onRead called with the address's state when the page opens and on back and forward
 */
export function useLink(
  lab: AnyLab,
  state: LinkState,
  resets: number,
  onRead: (state: ReadState) => void,
): void {
  const last = useRef<{ settings: string; whole: string; resets: number } | null>(null);
  const [{ gestures, written }] = useState(() => ({
    gestures: new Gestures(),
    written: new Written(),
  }));
  const settings = writeLink(lab, { ...state, at: null });
  const whole = writeLink(lab, state);

  const [, setFailed] = useState(null);

  // Before the first paint after hydration, so that a shared link never shows another run first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads once, then on back and forward
  useLayoutEffect(() => {
    const { dataset: pending } = document.documentElement;
    const take = (found: ReadState) => {
      last.current = {
        settings: writeLink(lab, { ...found, at: null }),
        whole: writeLink(lab, found),
        resets: last.current?.resets ?? 0,
      };
      onRead(found);
      delete pending.labPending;
    };
    const read = async () => {
      written.forget();
      const { search } = location;
      if (search === '') {
        take({ values: defaults(lab.parameters), compare: null, at: null, warnings: [] });
        return;
      }
      pending.labPending = '';
      try {
        const { readLink } = await import('../later/read-link.ts');
        if (search === location.search) take(readLink(lab, search));
      } catch (error) {
        // To show another run than the address says would mislead.
        setFailed(() => {
          throw error;
        });
      }
    };
    read();
    const gone = new AbortController();
    const { signal } = gone;
    addEventListener('popstate', read, { signal });
    for (const type of HEARD) {
      document.addEventListener(type, (event) => gestures.hear(event), { capture: true, signal });
    }
    return () => gone.abort();
  }, []);

  // With the change itself: between the two, Back could lead to another address, which this would then be written over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: writes what has changed
  useLayoutEffect(() => {
    // What was just read is not written back: a wrong address stays as it is until the reader changes something.
    if (last.current === null || last.current.whole === whole) return;
    const isStep =
      resets !== last.current.resets || (settings !== last.current.settings && gestures.begins());
    last.current = { settings, whole, resets };
    if (isStep) written.step(addressOf(whole));
    else written.replace(addressOf(whole));
  }, [settings, whole, resets]);
}
