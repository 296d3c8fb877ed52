// Keeps a lab's state and its page's address in step: read when the page opens, written as the reader changes it.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { AnyLab } from '../lab.ts';
import { type LinkState, type ReadState, readLink, writeLink } from './link.ts';

/** Browsers refuse many address changes a second; a drag is written when the hand rests (ms). */
const REST_MS = 150;

/** Parameters of the page that are not the lab's state and stay in the address. */
function pageParameters(): string[] {
  const theme = new URLSearchParams(location.search).get('theme');
  return theme === null ? [] : [`theme=${encodeURIComponent(theme)}`];
}

/**
 * For a lab that has a page to itself.
 *
 * @param state what to write; a change of its values makes a step in the browser's history, a move of the
 *   playhead does not
 * @param onRead called with the address's state when the page opens and on back and forward
 */
export function useLink(lab: AnyLab, state: LinkState, onRead: (state: ReadState) => void): void {
  const written = useRef<{ settings: string; whole: string } | null>(null);
  const settings = writeLink(lab, { ...state, at: null });
  const whole = writeLink(lab, state);

  // Before the first paint after hydration, so that a shared link never shows another run first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads once, then on back and forward
  useLayoutEffect(() => {
    const read = () => {
      const found = readLink(lab, location.search);
      written.current = {
        settings: writeLink(lab, { ...found, at: null }),
        whole: writeLink(lab, found),
      };
      onRead(found);
    };
    read();
    delete document.documentElement.dataset.labPending;
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);

  useEffect(() => {
    // What was just read is not written back: a wrong address stays as it is until the reader changes something.
    if (written.current === null || written.current.whole === whole) return;
    const write = () => {
      const query = [...(whole === '' ? [] : [whole.slice(1)]), ...pageParameters()].join('&');
      const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
      if (settings === written.current?.settings) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      written.current = { settings, whole };
    };
    const timer = setTimeout(write, REST_MS);
    return () => clearTimeout(timer);
  }, [settings, whole]);
}
