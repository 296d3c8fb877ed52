// How far a run is drawn, read so that what uses it is drawn again only when that changes what it shows. On paper all is.
import { type Playhead, useOf } from './playhead.ts';
import { usePrint } from './use-print.ts';

/** @param read what is to be known of how far it is drawn, on the clock; of null where the whole of it is */
export function useDrawnTo<T extends string | number | boolean | null>(
  playhead: Playhead,
  read: (to: number | null) => T,
): T {
  const printing = usePrint();
  return useOf(playhead, () => read(printing ? null : playhead.drawnTo()));
}

/** Whether what is so from an instant on is drawn. */
export const useDrawn = (playhead: Playhead, from: number): boolean =>
  useDrawnTo(playhead, (to) => to === null || from <= to);
