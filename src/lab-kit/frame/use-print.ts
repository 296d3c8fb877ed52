// Whether the page is being laid out for paper, where nothing can be pressed: all is shown then.
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export function usePrint(): boolean {
  const [printing, setPrinting] = useState(false);
  // From the first instant on: a page is printed while it comes to life, too.
  useLayoutEffect(() => {
    // The browser counts the pages right after `beforeprint`, before any style sheet for paper applies: what is to be
    // on them must be there when the listener returns.
    const update = (is: boolean) => () => flushSync(() => setPrinting(is));
    const ended = new AbortController();
    addEventListener('beforeprint', update(true), { signal: ended.signal });
    addEventListener('afterprint', update(false), { signal: ended.signal });
    return () => ended.abort();
  }, []);
  return printing;
}
