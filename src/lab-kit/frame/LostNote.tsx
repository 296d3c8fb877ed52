// What is said where code could not be loaded: shown only then, in the page as it was built.
import type { ReactNode } from 'react';
import styles from './lab.module.css';
import twin from './twin.module.css';

/** Says what stands still, with a link to where it may come to life. */
export function LostNote({ children }: { children: ReactNode }) {
  return <p className={`${styles['lost-note']} ${twin.lost}`}>{children}</p>;
}

interface LostLabProps {
  /** The lab's own page, as it is set here. */
  href: string;
  /** Whether the address of the page sets the lab: what was drawn at build does not know it. */
  ownsAddress: boolean;
  /** On other people's pages a link opens beside them. */
  embedded: boolean;
}

export function LostLab({ href, ownsAddress, embedded }: LostLabProps) {
  return (
    <LostNote>
      The code of this lab could not be loaded, so its settings cannot be changed here.{' '}
      {ownsAddress
        ? 'You see it as it opens; settings in the address are not applied. '
        : 'You see it as it was drawn beforehand. '}
      <a
        href={href}
        data-as-asked={ownsAddress || undefined}
        target={embedded ? '_blank' : undefined}
        rel="noopener"
      >
        {ownsAddress ? 'Try again' : 'Open it on its own page'}
      </a>
    </LostNote>
  );
}
