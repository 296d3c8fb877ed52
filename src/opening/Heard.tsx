// What is heard of a run: how many are answered, at most once a second, and at the end what it came to.
import { useEffect, useState } from 'react';
import type { Playhead } from '../lab-kit/frame/playhead.ts';
import { answeredAt, type Strip } from './strip.ts';
import { heard } from './words.ts';

/** ms. */
const APART = 1000;

interface HeardProps {
  strip: Strip;
  playhead: Playhead;
  /** Said after the last count; '' where there is nothing to add. */
  atEnd: string;
}

export function Heard({ strip, playhead, atEnd }: HeardProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: number | undefined;
    let said = performance.now();
    const say = () => {
      timer = undefined;
      said = performance.now();
      const at = playhead.at();
      const count = heard(answeredAt(strip, at), strip.taken.length, at, strip.end);
      if (at > 0) setText(at >= strip.end && atEnd !== '' ? `${atEnd} ${count}.` : count);
    };
    const hear = () => {
      const isOver = playhead.at() >= strip.end;
      if (timer !== undefined && !isOver) return;
      clearTimeout(timer);
      timer = window.setTimeout(say, isOver ? 0 : Math.max(0, said + APART - performance.now()));
    };
    const stop = playhead.subscribe(hear);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [strip, playhead, atEnd]);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
