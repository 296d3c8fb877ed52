// A recording's state on the page: which runs are shown, the playhead and the chosen segment.
import { instants, type Nanos, type Trace, type Words } from '@interleave/simulation';
import { useMemo, useState } from 'react';
import { type Playhead, usePlayhead } from '../frame/use-playhead.ts';
import { type AnyLab, presetRun, wordsFor } from '../lab.ts';
import { barAt, type Drawing, type Place } from '../timeline/drawing.ts';
import { compareBoundaries, type Difference } from './compare-boundaries.ts';
import { drawShown, type Shown, TAGS } from './draw-recorded.ts';
import { SHOWN_GRAIN } from './in-words.ts';
import { readRecording } from './read-recording.ts';
import { recordedTrace } from './recorded-trace.ts';
import type { Recording } from './recording.ts';

/** A recording as islands are given it: plain data. */
export interface RecordingOnPage {
  /** The preset whose run it is laid over. */
  readonly preset: string;
  /** The recording's place, "content/recordings/…json", and what it holds, parsed. */
  readonly file: string;
  readonly json: unknown;
}

/** The simulated or the recorded run, with the names that sentences use of it. */
export interface TaggedRun {
  readonly trace: Trace;
  readonly words: Words;
  readonly tag: string;
}

export interface RecordedRunState {
  readonly recording: Recording;
  /** The simulated run, then the recorded one, its times rounded to what is shown. */
  readonly runs: readonly [TaggedRun, TaggedRun];
  /** Of the times as recorded. */
  readonly differences: readonly Difference[];
  readonly shown: Shown;
  readonly show: (shown: Shown) => void;
  /** Those of the runs that are shown; of one alone, the tag is empty. */
  readonly visible: readonly TaggedRun[];
  readonly drawing: Drawing;
  readonly playhead: Playhead;
  readonly selected: Place | null;
  readonly select: (place: Place) => void;
}

export function useRecordedRun(
  lab: AnyLab,
  { preset, file, json }: RecordingOnPage,
): RecordedRunState {
  const read = useMemo(() => {
    const recording = readRecording(file, json);
    const traces = [presetRun(lab, preset), recordedTrace(recording, SHOWN_GRAIN)] as const;
    const run = (i: 0 | 1) => ({ trace: traces[i], words: wordsFor(lab, traces[i]), tag: TAGS[i] });
    return {
      recording,
      runs: [run(0), run(1)] as const,
      differences: compareBoundaries(traces[0], recording),
    };
  }, [lab, preset, file, json]);
  const { runs } = read;
  const [shown, setShown] = useState<Shown>('both');
  const [selected, setSelected] = useState<Place | null>(null);
  const visible = useMemo(
    () =>
      shown === 'both'
        ? runs
        : runs.filter(({ tag }) => tag === shown).map((run) => ({ ...run, tag: '' })),
    [runs, shown],
  );
  const drawing = useMemo(
    () => drawShown(lab, [runs[0].trace, runs[1].trace], shown),
    [lab, runs, shown],
  );
  const steps = useMemo(
    () => [...new Set(visible.flatMap(({ trace }) => instants(trace)))].sort((a, b) => a - b),
    [visible],
  );
  const playhead = usePlayhead(steps, 0 as Nanos);
  return {
    ...read,
    shown,
    show: (next) => {
      setShown(next);
      setSelected(null);
    },
    visible,
    drawing,
    playhead,
    selected,
    select: (place) => {
      setSelected(place);
      playhead.follow(barAt(drawing, place));
    },
  };
}
