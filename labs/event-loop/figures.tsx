// The figures of this lab: the places beside the handler, and below what each remedy makes of the same requests.
import type { Nanos, Trace } from '@interleave/simulation';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Place } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import styles from './event-loop.module.css';
import { handlerOf } from './handler.ts';
import { Listing } from './Listing.tsx';
import { places } from './places.ts';
import { Remedies } from './Remedies.tsx';
import type { Setting } from './setting.ts';

type Props = StageProps<Setting, Trace, Place>;

/** The places and the handler, at one instant. */
export const loop: Figure<Setting, Trace, Place> = {
  ...places,
  id: 'loop',
  Draw: ({ stage }: Props) => (
    <div className={styles.loop}>
      <places.Draw stage={stage} />
      <HandlerAt stage={stage} />
    </div>
  ),
};

function HandlerAt({ stage: { runs, playhead, coveredFrom } }: Props) {
  const { values, result } = currentRun(runs);
  const at = useAt(playhead) as Nanos;
  const handler = handlerOf(values, result);
  if (coveredFrom === null) return <Listing of={handler} at={at} hiddenFrom={null} />;
  // Without scripts, and on paper, nothing is held back.
  return (
    <>
      <div data-live="only">
        <Listing of={handler} at={at} hiddenFrom={coveredFrom as Nanos} />
      </div>
      <div data-live="never">
        <Listing of={handler} at={at} hiddenFrom={null} />
      </div>
    </>
  );
}

/** What other remedies make of it: left out while a question asks for that. */
export const remedies: Figure<Setting, Trace, Place> = {
  id: 'remedies',
  looksAhead: true,
  Draw: ({ stage: { runs } }: Props) => {
    const { values } = currentRun(runs);
    return values.program === 'requests' && <Remedies setting={values} />;
  },
};
