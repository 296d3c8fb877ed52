// The panel of reasons under a lab's figures: who it is about and what is so, and beside it why, before and after.
import type { ReactNode } from 'react';
import styles from './reasons.module.css';

export interface Remark {
  /** "Before it" */
  readonly heading: string;
  /** Beside the heading: "moves 1 to 3". */
  readonly when?: string;
  readonly text: string;
}

export interface Reasoned {
  /** "Move 4: A stores 1" */
  readonly who: string;
  /** Under it: "order A B A A B B". */
  readonly what: string;
  readonly remarks: readonly Remark[];
}

interface ReasonsProps {
  of: Reasoned;
  /** The accessible name, where a lab has several of these; else "Why". */
  label?: string;
  /** Under what is so: what else can be asked for. */
  children?: ReactNode;
}

export function Reasons({ of: { who, what, remarks }, label = 'Why', children }: ReasonsProps) {
  return (
    <section className={styles.reasons} aria-label={label}>
      <div>
        <b>{who}</b>
        <span>{what}</span>
        {children}
      </div>
      {remarks.map(({ heading, when, text }) => (
        <p key={heading}>
          <b>{heading}</b> {when !== undefined && <span>{when}</span>}
          <br />
          <span>{text}</span>
        </p>
      ))}
    </section>
  );
}
