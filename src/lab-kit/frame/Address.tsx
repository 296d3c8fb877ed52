// Keeps the address of a lab's own page in step with the lab; draws nothing.
import type { AnyLab } from '../lab.ts';
import { useLink } from '../parameters/use-link.ts';
import { useLinkState } from './Links.tsx';
import { usePlaying } from './playhead.ts';
import type { LabState } from './use-lab.ts';

interface AddressProps {
  lab: AnyLab;
  state: LabState;
}

export function Address({ lab, state }: AddressProps) {
  const link = useLinkState(lab, state);
  // While it plays the instant is nobody's choice, and is not written.
  useLink(lab, usePlaying(state.playhead) ? { ...link, at: null } : link, state.resets, state.open);
  return null;
}
