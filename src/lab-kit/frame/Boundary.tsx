// Keeps a failure inside the lab that it happens in: says what went wrong, and begins again.
import { Component, Fragment, type ReactNode } from 'react';
import styles from './lab.module.css';
import links from './links.module.css';

interface BoundaryProps {
  /** What stands here: "Lab: Interleaving". */
  name: string;
  /** Where a lab that keeps its state in the address begins again: there, without the setting; null elsewhere. */
  home: string | null;
  children: ReactNode;
}

interface BoundaryState {
  error: unknown;
  /** Counted, so that what begins again is a new one. */
  beginnings: number;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, beginnings: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  override render() {
    const { name, home, children } = this.props;
    const { error, beginnings } = this.state;
    if (error === null) return <Fragment key={beginnings}>{children}</Fragment>;
    const reason = error instanceof Error ? error.message : String(error);
    return (
      <section className={styles.lab} aria-label={name}>
        <div className={styles.head}>
          <p className={styles.name}>{name}</p>
        </div>
        <div className={styles.warnings} role="alert">
          <p>{`It stopped at this setting: ${reason}`}</p>
        </div>
        <div className={links.links}>
          {home === null ? (
            <button type="button" className={styles.link} onClick={this.#beginAgain}>
              Begin again
            </button>
          ) : (
            <a href={home}>Begin again</a>
          )}
        </div>
      </section>
    );
  }

  #beginAgain = () =>
    this.setState(({ beginnings }) => ({ error: null, beginnings: beginnings + 1 }));
}
