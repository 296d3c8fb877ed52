// Why the bad write is stopped or goes through, and what the other one would have met.
import { Reasons as Panel } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import type { Handing, Setting } from './handing.ts';
import { reasons } from './reasons-words.ts';

export function Reasons({ stage: { runs } }: StageProps<Setting, Handing, unknown>) {
  const { who, what, isStopped, stopped, through } = reasons(currentRun(runs));
  return (
    <Panel
      of={{
        who,
        what,
        remarks: [
          {
            heading: isStopped ? 'Stopped' : 'Would be stopped',
            when: 'at the page table',
            text: stopped,
          },
          { heading: 'Not stopped', when: 'inside', text: through },
        ],
      }}
    />
  );
}
