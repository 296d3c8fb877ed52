// Whether the page is being laid out for paper, where nothing can be pressed: all is shown then.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export function usePrint(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia('print');
    // At once: the browser does not wait before it lays the paper out.
    const update = () => flushSync(() => setPrinting(print.matches));
    print.addEventListener('change', update);
    return () => print.removeEventListener('change', update);
  }, []);
  return printing;
}
