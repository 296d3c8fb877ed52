// A lab's state: its values, a pinned run to compare with, the playhead and what is chosen.
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { type AnyLab, presetValues, type Run } from '../lab.ts';
import type { Value, Values } from '../parameters/kinds.ts';
import type { ReadState } from '../parameters/link.ts';
import { asFarAsPossible, begunAnew, drawnAs } from '../parameters/values.ts';
import { named, presetOf } from './names.ts';
import { type Playhead, type Track, usePlayhead } from './playhead.ts';
import { type BareRun, type RunState, useRun } from './use-run.ts';
import type { VeilState } from './use-veil.ts';

/** Where and how a lab opens. */
export interface Opening {
  readonly preset: string;
  /** The preset that is pinned to compare with, or null. */
  readonly compare: string | null;
  /** Where the playhead stands, in the unit of the lab's clock; null for where the lab opens. */
  readonly at: number | null;
  /** The lab has a page to itself and keeps its state in the address. */
  readonly ownsAddress: boolean;
}

/** A state of a lab as it is given to its reader. */
export interface Opened {
  readonly preset: string;
  readonly values: Values;
  readonly pinned: Values | null;
  /** On the clock; past its end is its end. Null for where a run opens. */
  readonly at: number | null;
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
  readonly playhead: Playhead;
  /** Where the clock ends, whatever a question holds back; 0 without one. */
  readonly end: number;
  /** A part of the figures: what the reader chose, or else what the view points at. */
  readonly chosen: unknown;
  readonly choose: (part: unknown) => void;
  /** Takes a choice back, unless another was made since. */
  readonly drop: (part: unknown) => void;
  /** Whether the reader has chosen it. */
  readonly hasChosen: boolean;
  /** How the lab stands where nobody has changed anything. */
  readonly opened: Opened;
  /** How often it was set back to that. */
  readonly resets: number;
  readonly warnings: readonly string[];
  /** A question is to be answered first: nothing can be set. */
  readonly closed: boolean;
  readonly set: (name: string, value: Value) => void;
  readonly apply: (preset: string) => void;
  /** Takes all back to how the lab opened. */
  readonly reset: () => void;
  readonly pin: () => void;
  readonly unpin: () => void;
  /** Takes over what a link says. */
  readonly open: (found: ReadState) => void;
}

/** The track of runs, as far as `until`: its stops are looked for when a reader steps, or where something is held back. */
function trackOf(
  runs: readonly Run[],
  clock: AnyLab['view']['clock'],
  until: number | null,
): Track {
  if (clock === undefined) return { end: 0, stops: () => [0], flows: false };
  let found: readonly number[] | null = null;
  const stops = () => {
    found ??= [...new Set(runs.flatMap(({ result }) => clock.stops(result)))]
      .filter((stop) => until === null || stop <= until)
      .sort((a, b) => a - b);
    return found;
  };
  const end =
    until === null
      ? Math.max(...runs.map(({ result }) => clock.end(result)))
      : (stops().at(-1) ?? 0);
  const opensAt = clock.opensOn?.(runs)?.start ?? clock.opensAt ?? 0;
  const told = (at: number) => {
    const nearest = stops().reduce((a, b) => (Math.abs(b - at) < Math.abs(a - at) ? b : a), end);
    return clock.say(nearest, end) === clock.say(at, end) ? nearest : at;
  };
  return { end, stops, flows: clock.flows, opensAt, told, whole: clock.whole };
}

/** A place in the unit of a clock as one on the clock itself; null for where a run opens. */
const placeOn = (clock: AnyLab['view']['clock'], at: number | null): number | null =>
  at === null ? null : Math.round(at * (clock?.size ?? 1));

/** What is told of the link that the lab was opened by, until something is set. */
type ToldOfLink = Pick<ReadState, 'at' | 'warnings'>;

const NO_LINK: ToldOfLink = { at: null, warnings: [] };

/** What is told of a link's instant, in the unit of the clock, that lies past the end of the runs: nothing of any other. */
function pastEnd(
  clock: AnyLab['view']['clock'],
  linked: number | null,
  end: number,
): readonly string[] {
  const at = placeOn(clock, linked);
  // The end itself may be told in fewer digits than it has.
  if (clock === undefined || at === null || at <= end) return [];
  if (clock.say(at, end) === clock.say(end, end)) return [];
  return [
    `The link sets at to “${linked}”, past the end of the run. The lab starts at its end, ${clock.say(end, end)}.`,
  ];
}

/** @param veil what is held back, and the setting that is shown once it no longer is */
export function useLab(
  lab: AnyLab,
  opening: Opening,
  { closed, from: until, revealed }: VeilState,
): LabState {
  const { compare } = opening;
  const valuesOf = (preset: string | null) => (preset === null ? null : presetValues(lab, preset));
  const [given, setValues] = useState<Values>(() => presetValues(lab, opening.preset));
  const [pinned, setPinned] = useState<Values | null>(() => (closed ? null : valuesOf(compare)));
  // Moves that another knob makes impossible are kept: turned back, it makes them again.
  const { values, leftOut } = useMemo(() => asFarAsPossible(lab.parameters, given), [lab, given]);
  const [wanted, choose] = useState<unknown>(null);
  const drop = useCallback(
    (part: unknown) => choose((now: unknown) => (now === part ? null : now)),
    [],
  );
  const [link, setLink] = useState<ToldOfLink>(NO_LINK);

  const current = useRun(lab.model, values);
  const beside = useRun(lab.model, pinned);
  // The first values are run at once, so that there is always a run to show.
  const shown = current.shown as BareRun;
  const runs = useMemo(() => named(lab, shown, beside.shown), [lab, shown, beside.shown]);
  const { clock, chosen: choiceOf } = lab.view;
  const end = Math.max(0, ...runs.map(({ result }) => clock?.end(result) ?? 0));
  const track = useMemo(() => trackOf(runs, clock, until), [runs, clock, until]);
  // The same until it changes, so that the figures are not drawn again for it.
  const chosen = useMemo(
    () => (choiceOf === undefined ? wanted : choiceOf(runs, wanted)),
    [choiceOf, runs, wanted],
  );
  const playhead = usePlayhead(track, placeOn(clock, opening.at));

  const [resets, setResets] = useState(0);
  const opened = useMemo((): Opened => {
    // What is done in a case is taken back in it.
    const preset = lab.caseOf?.(values).preset ?? revealed ?? opening.preset;
    const toEnd = revealed !== null && clock?.opensAt === Number.POSITIVE_INFINITY;
    return {
      preset,
      values: presetValues(lab, preset),
      pinned: compare === null ? null : presetValues(lab, compare),
      at: placeOn(clock, toEnd ? null : opening.at),
    };
  }, [lab, clock, values, revealed, opening.preset, opening.at, compare]);

  // The same at every render, for the figures that need not follow each.
  const set = useCallback(
    (name: string, value: Value) => {
      if (closed) return;
      setValues((before) => ({ ...before, ...begunAnew(lab.parameters, name), [name]: value }));
      setLink(NO_LINK);
      // Of results that are given, a setting shows other parts: what was chosen is not among them.
      if (lab.source !== undefined) choose(null);
    },
    [lab, closed],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer is given
  useLayoutEffect(() => {
    if (revealed === null) return;
    setValues(presetValues(lab, revealed));
    setPinned(valuesOf(compare));
    if (clock?.opensAt === Number.POSITIVE_INFINITY) playhead.open(null);
  }, [revealed]);
  // The same at every render, for what listens for it.
  const open = useCallback(
    (found: ReadState) => {
      setValues(found.values);
      setPinned(found.compare);
      setLink(found);
      choose(null);
      playhead.open(placeOn(clock, found.at));
    },
    [playhead, clock],
  );
  return {
    values,
    preset: presetOf(lab, values) ?? null,
    pinned,
    runs,
    underWay: current.underWay ?? beside.underWay,
    cancel: () => {
      // The knobs go back to the runs that are shown.
      setValues(shown.values);
      setPinned(beside.shown?.values ?? null);
    },
    playhead,
    end,
    chosen,
    choose,
    drop,
    hasChosen: wanted !== null,
    opened,
    resets,
    warnings: [
      ...link.warnings,
      ...(current.underWay === null && beside.underWay === null
        ? pastEnd(clock, link.at, end)
        : []),
      ...leftOut,
      ...[current.failed, beside.failed].filter((one) => one !== null),
    ],
    closed,
    set,
    apply: (preset) => {
      setValues({
        ...drawnAs(lab.parameters, presetValues(lab, preset), values),
        ...(lab.presets[preset]?.values as Values),
      });
      setLink(NO_LINK);
      if (clock?.opensAt === Number.POSITIVE_INFINITY) playhead.open(null);
    },
    reset: () => {
      setValues(opened.values);
      setPinned(opened.pinned);
      setLink(NO_LINK);
      choose(null);
      playhead.open(opened.at);
      setResets(resets + 1);
    },
    pin: () => setPinned(values),
    unpin: () => setPinned(null),
    open,
  };
}
