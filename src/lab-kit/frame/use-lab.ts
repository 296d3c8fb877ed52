// A lab's state: its values, a pinned run to compare with, the playhead and the chosen segment.
import { instants, ms, type Nanos, type Trace, toMs, type Words } from '@interleave/simulation';
import { useCallback, useMemo, useState } from 'react';
import { type AnyLab, presetValues, wordsFor } from '../lab.ts';
import type { LinkState } from '../parameters/link.ts';
import { say, type Value, type Values } from '../parameters/parameters.ts';
import { useLink } from '../parameters/use-link.ts';
import { drawPair, drawRun } from '../timeline/draw.ts';
import { barAt, type Drawing, type Place } from '../timeline/drawing.ts';
import { type Playhead, usePlayhead } from './use-playhead.ts';
import { type RunState, type Shown, useRun } from './use-run.ts';

/** Where and how a lab opens. */
export interface Opening {
  readonly preset: string;
  /** The preset that is pinned to compare with, or null. */
  readonly compare: string | null;
  /** The playhead's instant, ms. */
  readonly at: number;
  /** The lab has a page to itself and keeps its state in the address. */
  readonly ownsAddress: boolean;
}

/** A run, with the names that sentences use of it, and its name beside another. */
export interface Run {
  readonly trace: Trace;
  readonly words: Words;
  readonly values: Values;
  readonly tag: string;
}

export interface LabState {
  readonly values: Values;
  /** The preset that the values are, or null. */
  readonly preset: string | null;
  readonly pinned: Values | null;
  /** The pinned run (if any) and the run that the knobs set, with what tells them apart in words. */
  readonly runs: readonly Run[];
  /** A long run that is not there yet, and what gives it up. */
  readonly underWay: RunState['underWay'];
  readonly cancel: () => void;
  /** What a link to this state says. */
  readonly link: LinkState;
  readonly drawing: Drawing;
  readonly playhead: Playhead;
  readonly selected: Place | null;
  readonly warnings: readonly string[];
  readonly set: (name: string, value: Value) => void;
  readonly apply: (preset: string) => void;
  readonly select: (place: Place) => void;
  readonly pin: () => void;
  readonly unpin: () => void;
}

/** Whether two settings are the same one. */
export const sameValues = (a: Values, b: Values) =>
  Object.keys(a).every((name) => a[name] === b[name]);

/** What tells a setting from another, in words; of equal settings, which run it is. */
function tag(lab: AnyLab, values: Values, other: Values, fallback: string): string {
  const differing = Object.entries(lab.parameters).filter(([name]) => values[name] !== other[name]);
  if (differing.length === 0) return fallback;
  return differing.map(([name, parameter]) => say(parameter, values[name] as Value)).join(', ');
}

const runOf = (lab: AnyLab, { trace, values }: Shown, tag: string): Run => ({
  trace,
  words: wordsFor(lab, trace),
  values,
  tag,
});

/** The segment that a drawing points at by itself: the bracketed one. */
function pointedAt(drawing: Drawing): Place | null {
  const mark = drawing.marks.find(({ kind }) => kind === 'bracket');
  if (mark === undefined) return null;
  const row = drawing.rows.findIndex(({ kind, index }) => kind !== 'core' && index === mark.lane);
  const bar = drawing.rows[row]?.bars.findIndex(({ start }) => start === mark.start) ?? -1;
  return bar === -1 ? null : { row, bar };
}

/** @param until the last instant (ns) that the playhead may reach while what follows is held back, or null */
export function useLab(lab: AnyLab, opening: Opening, until: Nanos | null): LabState {
  const [values, setValues] = useState<Values>(() => presetValues(lab, opening.preset));
  const [pinned, setPinned] = useState<Values | null>(() =>
    opening.compare === null ? null : presetValues(lab, opening.compare),
  );
  const [chosen, setChosen] = useState<Place | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);

  const current = useRun(lab, values);
  const beside = useRun(lab, pinned);
  // The first values are run at once, so that there is always a run to show.
  const shown = current.shown as Shown;
  const runs = useMemo(
    () =>
      beside.shown === null
        ? [runOf(lab, shown, '')]
        : [
            runOf(lab, beside.shown, tag(lab, beside.shown.values, shown.values, 'pinned run')),
            runOf(lab, shown, tag(lab, shown.values, beside.shown.values, 'second run')),
          ],
    [lab, shown, beside.shown],
  );
  const drawing = useMemo(() => {
    const [first, second] = runs;
    return first !== undefined && second !== undefined
      ? drawPair(lab, [first.trace, second.trace], [first.tag, second.tag])
      : drawRun(lab, shown.trace);
  }, [lab, runs, shown]);
  const steps = useMemo(
    () =>
      [...new Set(runs.flatMap((run) => instants(run.trace)))]
        .filter((instant) => until === null || instant <= until)
        .sort((a, b) => a - b),
    [runs, until],
  );
  const playhead = usePlayhead(steps, ms(opening.at));

  const link = { values, compare: pinned, at: toMs(playhead.at) };
  // While it plays the instant is nobody's choice, and is not written.
  const written = playhead.playing ? { ...link, at: null } : link;
  useLink(lab, opening.ownsAddress, written, (found) => {
    setValues(found.values);
    setPinned(found.compare);
    setWarnings(found.warnings);
    setChosen(null);
    playhead.seek(ms(found.at ?? 0));
  });

  // The same at every render, for the charts that need not follow each.
  const set = useCallback((name: string, value: Value) => {
    setValues((before) => ({ ...before, [name]: value }));
    setWarnings([]);
  }, []);
  return {
    values,
    preset:
      Object.keys(lab.presets).find((id) => sameValues(presetValues(lab, id), values)) ?? null,
    pinned,
    runs,
    underWay: current.underWay ?? beside.underWay,
    cancel: () => {
      // The knobs go back to the runs that are shown.
      setValues(shown.values);
      setPinned(beside.shown?.values ?? null);
    },
    link,
    drawing,
    playhead,
    selected: barAt(drawing, chosen) === undefined ? pointedAt(drawing) : chosen,
    warnings: [...warnings, ...[current.failed, beside.failed].filter((one) => one !== null)],
    set,
    apply: (preset) => {
      setValues(presetValues(lab, preset));
      setWarnings([]);
    },
    select: (place) => {
      setChosen(place);
      playhead.follow(barAt(drawing, place));
    },
    pin: () => setPinned(values),
    unpin: () => setPinned(null),
  };
}
