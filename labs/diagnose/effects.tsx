// The options for what a remedy will do. Arrow keys only go from one to the next: what is chosen is an answer.
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import joined from '../../src/lab-kit/parameters/joined.module.css';
import styles from './choose.module.css';
import type { Effect } from './kinds.ts';
import { EFFECTS } from './said.ts';
import { Sign } from './sign.tsx';

interface EffectsProps {
  /** What the reader said, or `none`; null where they asked to be shown. */
  said: Effect | 'none' | null;
  /** What is so, once it is told. */
  right: Effect | null;
  /** Nothing can be said. */
  off: boolean;
  onSay: (effect: Effect) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function Effects({ said, right, off, onSay }: EffectsProps) {
  const name = useId();
  const options = useRef<(HTMLButtonElement | null)[]>([]);
  const chosen = EFFECTS.findIndex(([effect]) => effect === said);
  // The option that has the focus; null where the focus is elsewhere.
  const [met, setMet] = useState<number | null>(null);
  const told = right !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = options.current.indexOf(document.activeElement as HTMLButtonElement);
    options.current[(from + by + EFFECTS.length) % EFFECTS.length]?.focus();
  };
  return (
    <div className={styles.effects} role="radiogroup" aria-labelledby={name} onKeyDown={onKeyDown}>
      <span id={name}>The 95% will be</span>
      <div className={joined.joined}>
        {EFFECTS.map(([effect, label], i) => (
          <button
            key={effect}
            ref={(option) => {
              options.current[i] = option;
            }}
            type="button"
            role="radio"
            aria-checked={effect === said}
            aria-disabled={told || undefined}
            disabled={off}
            // The group is one stop for Tab.
            tabIndex={i === (met ?? Math.max(0, chosen)) ? 0 : -1}
            className={told && effect === right ? styles.is : undefined}
            onFocus={() => setMet(i)}
            onBlur={() => setMet(null)}
            onClick={() => !told && onSay(effect)}
          >
            {told && effect === right && <Sign right />}
            {told && effect === said && effect !== right && <Sign right={false} />}
            <span>
              {label}
              {told && effect === right && (
                <span className="visually-hidden"> (this is what it does)</span>
              )}
              {told && effect === said && effect !== right && (
                <span className="visually-hidden"> (not right)</span>
              )}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
