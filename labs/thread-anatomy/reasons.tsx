// The panel under the figures: what of the last step is the thread's own and what is shared, or what a switch keeps.
import { Reasons as Panel } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Anatomy } from './anatomy.ts';
import { reasonsAt } from './why.ts';

export function Reasons({ anatomy, at }: { anatomy: Anatomy; at: number }) {
  return reasonsAt(anatomy, at).map((reason) => (
    <Panel key={reason.who} of={reason} label={`Why: ${reason.who}`} />
  ));
}
