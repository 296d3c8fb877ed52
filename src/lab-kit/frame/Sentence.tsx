// A sentence about a run: figures set apart and, where tasks can be chosen, their names as links to them. Each phrase has
// an element to itself: a browser that translates the page replaces text, and React then still finds what it changes.
import type { Sentence as Words } from '@interleave/simulation';
import styles from './lab.module.css';
import { useLive } from './use-live.ts';

interface SentenceProps {
  of: Words;
  /** The task that the sentence is about: its own name is no link. */
  self?: number | null;
  onTask?: (task: number) => void;
}

export function Sentence({ of, self, onTask }: SentenceProps) {
  const live = useLive();
  return of.map((phrase, i) => {
    const key = `${i}`;
    if (typeof phrase === 'string') return <span key={key}>{phrase}</span>;
    if ('figure' in phrase) return <strong key={key}>{phrase.figure}</strong>;
    if (onTask === undefined || phrase.task === self || !live)
      return <span key={key}>{phrase.name}</span>;
    return (
      <button type="button" className={styles.link} key={key} onClick={() => onTask(phrase.task)}>
        {phrase.name}
      </button>
    );
  });
}
