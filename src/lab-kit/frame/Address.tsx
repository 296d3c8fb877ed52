// Keeps the address of a lab's own page in step with the lab; draws nothing.
import type { AnyLab } from '../lab.ts';
import { useLink } from '../parameters/use-link.ts';
import { usePlaying, useRest } from './playhead.ts';
import type { LabState } from './use-lab.ts';

interface AddressProps {
  lab: AnyLab;
  state: LabState;
}

export function Address({ lab, state: { values, pinned, playhead, open } }: AddressProps) {
  const rest = useRest(playhead);
  // While it plays the instant is nobody's choice, and is not written.
  const at = usePlaying(playhead) ? null : rest / (lab.view.clock?.size ?? 1);
  useLink(lab, { values, compare: pinned, at }, open);
  return null;
}
