// The acts of the opening: one core runs, four cores run, then the reader's own setting does.
import { useMemo, useState } from 'react';
import { usePlayhead } from '../lab-kit/frame/playhead.ts';
import type { Value } from '../lab-kit/parameters/kinds.ts';
import { trackOf } from './resting.ts';
import { answersOf, type Strip } from './strip.ts';
import { useDerived } from './use-derived.ts';
import { useRunner, useStill } from './use-runner.ts';
import { useYours } from './use-yours.ts';

/**
 * `before`: nothing has run. `one`, `four`: so many cores run, or have run. `ask`: the knobs are there, and what they set
 * has not run. `yours`: it runs, or has run.
 */
export type Act = 'before' | 'one' | 'four' | 'ask' | 'yours';

/** The runs that a page carries. */
export interface Runs {
  readonly one: Strip;
  readonly four: Strip;
}

export function useOpening(runs: Runs) {
  const [act, setAct] = useState<Act>('before');
  /** Whether a knob was moved since the last run. */
  const [moved, setMoved] = useState(false);
  const still = useStill();
  const yours = useYours(act !== 'before');
  const own = yours === null || yours === 'lost' ? null : yours;
  const strip = stripOf(act, moved, runs, own?.strip);
  const track = useMemo(() => trackOf(strip), [strip]);
  const playhead = usePlayhead(track, 0);
  const [running, run] = useRunner(strip, playhead);

  const isOver = useDerived(playhead, (at) => (at >= strip.end ? 1 : 0)) === 1;

  const begin = (next: Act, what: Strip) => {
    setAct(next);
    setMoved(false);
    playhead.seek(still ? (answersOf(what)[0] ?? 0) : 0);
    run(!still);
  };
  return {
    act,
    moved,
    strip,
    playhead,
    running,
    isOver,
    still,
    yours,
    run: () => begin('one', runs.one),
    addCores: () => begin('four', runs.four),
    ask: () => setAct('ask'),
    set: (name: string, value: Value) => {
      run(false);
      playhead.seek(0);
      setAct('ask');
      setMoved(true);
      own?.set(name, value);
    },
    /** Null until the model is there. */
    runYours: own && (() => begin('yours', own.strip)),
    again: () => begin(act, strip),
    pause: () => run(false),
    goOn: () => (still ? playhead.stepForward() : run(true)),
    toEnd: () => {
      run(false);
      playhead.seek(strip.end);
    },
  };
}

/** What is drawn: until a knob is moved, the run with four cores. */
function stripOf(act: Act, moved: boolean, { one, four }: Runs, own: Strip | undefined): Strip {
  if (act === 'before' || act === 'one') return one;
  return own !== undefined && (act === 'yours' || moved) ? own : four;
}
