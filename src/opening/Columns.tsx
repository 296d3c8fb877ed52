// The settings of the opening side by side: the clock of each, and how many it has answered. The equal numbers are the
// message.
import type { Playhead } from '../lab-kit/frame/playhead.ts';
import styles from './opening.module.css';
import { answeredAt, type Strip } from './strip.ts';
import { useDerived } from './use-derived.ts';
import { clock } from './words.ts';

/** A run in its column. @param playhead where it stands */
export function RunColumn({
  name,
  strip,
  playhead,
}: {
  name: string;
  strip: Strip;
  playhead: Playhead;
}) {
  const at = useDerived(playhead, (now) => clock(now, strip.end));
  const answered = useDerived(playhead, (now) => answeredAt(strip, now));
  return (
    <div className={styles.column} data-column={name}>
      <b>{name}</b>
      <p className={styles.clock}>{at}</p>
      <p className={styles.answered}>
        <b>{answered}</b> <span>of</span> <span>{strip.taken.length}</span> <em>answered</em>
      </p>
    </div>
  );
}

/** The column of a setting that has not been run. @param moved whether a knob has been */
export function OpenColumn({ name, moved }: { name: string; moved: boolean }) {
  return (
    <div className={styles.column} data-column={name}>
      <b>{name}</b>
      <p className={`${styles.clock} ${styles.open}`}>?</p>
      <p className={styles.answered}>
        {moved ? (
          'Now run it.'
        ) : (
          <>
            Move a knob<span>, then run</span>.
          </>
        )}
      </p>
    </div>
  );
}
