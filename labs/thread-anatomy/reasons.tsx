// The panel under the figures: what of the last step is the thread's own and what is shared, or what a switch keeps.
import type { Anatomy } from './anatomy.ts';
import styles from './thread-anatomy.module.css';
import { reasonsAt } from './why.ts';

export function Reasons({ anatomy, at }: { anatomy: Anatomy; at: number }) {
  return reasonsAt(anatomy, at).map(({ who, what, remarks }) => (
    <section key={who} className={styles.why} aria-label={`Why: ${who}`}>
      <div>
        <b>{who}</b>
        <span>{what}</span>
      </div>
      {remarks.map(({ heading, text }) => (
        <p key={heading}>
          <b>{heading}</b> <span>{text}</span>
        </p>
      ))}
    </section>
  ));
}
