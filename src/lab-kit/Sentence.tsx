// A sentence about a run: figures set apart and, where tasks can be chosen, their names as links to them.
import type { Sentence as Words } from '@interleave/simulation';
import { Fragment } from 'react';

interface SentenceProps {
  of: Words;
  /** The task that the sentence is about: its own name is no link. */
  self?: number;
  onTask?: (task: number) => void;
}

export function Sentence({ of, self, onTask }: SentenceProps) {
  return of.map((phrase, i) => {
    const key = `${i}`;
    if (typeof phrase === 'string') return <Fragment key={key}>{phrase}</Fragment>;
    if ('figure' in phrase) return <strong key={key}>{phrase.figure}</strong>;
    if (onTask === undefined || phrase.task === self)
      return <Fragment key={key}>{phrase.name}</Fragment>;
    return (
      <button type="button" className="link" key={key} onClick={() => onTask(phrase.task)}>
        {phrase.name}
      </button>
    );
  });
}
