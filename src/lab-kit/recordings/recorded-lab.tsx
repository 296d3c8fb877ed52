// A recorded run beside a simulated one, as a lab whose results are given: drawn on one clock, the greatest difference
// in words, all of them in a table.
import { type AnyLab, type Lab, presetRun } from '../lab.ts';
import { choice, type Parameters } from '../parameters/kinds.ts';
import { barAt, type Place } from '../timeline/drawing/drawing.ts';
import { eventTable } from '../timeline/event-table.ts';
import { type TracedRun, traced } from '../timeline/naming.ts';
import { timelineOf, traceView } from '../timeline/trace-view.tsx';
import type { Figure } from '../view.ts';
import { boundaryTable } from './boundary-table.ts';
import { Chosen } from './Chosen.tsx';
import { compareBoundaries } from './compare-boundaries.ts';
import { drawShown, TAGS, type WhichRuns } from './draw-recorded.ts';
import { SHOWN_GRAIN, summariseDifferences } from './in-words.ts';
import { readRecording } from './read-recording.ts';
import { recordedTrace } from './recorded-trace.ts';
import styles from './recording.module.css';
import { sourceOf } from './source.ts';

/** A recording as islands are given it: plain data. */
export interface RecordingOnPage {
  /** The preset whose run it is laid over. */
  readonly preset: string;
  /** The recording's place, "content/recordings/…json", and what it holds, parsed. */
  readonly file: string;
  readonly json: unknown;
}

/** The one parameter of a recording. */
const PARAMETERS = {
  shown: choice<WhichRuns>({ label: 'Shown', default: 'both' }, [
    ['both', 'Both', 'both'],
    ['simulated', 'Simulated', 'simulated'],
    ['recorded', 'Recorded', 'recorded'],
  ]),
} satisfies Parameters;

/**
 * The lab of a recording that lies over a run of another lab.
 *
 * @throws Error when the recording is not as it must be, with the place, or the lab has no such preset or no timeline
 */
export function recordedLab(lab: AnyLab, { preset, file, json }: RecordingOnPage): AnyLab {
  const { naming } = timelineOf(lab);
  const recording = readRecording(file, json);
  const simulated = presetRun(lab, preset).result as TracedRun['trace'];
  /** Times are rounded to what is shown; the table has them as recorded. */
  const runs = [simulated, recordedTrace(recording, SHOWN_GRAIN)].map((trace, i) =>
    traced(naming, trace, TAGS[i]),
  ) as [TracedRun, TracedRun];
  const differences = compareBoundaries(simulated, recording);
  const view = traceView<WhichRuns>({
    naming,
    tracedOf: ({ result: shown }) =>
      shown === 'both'
        ? runs
        : runs.filter(({ tag }) => tag === shown).map((run) => ({ ...run, tag: '' })),
    draw: (shown) => drawShown(naming, shown),
    Reasons: ({ scene, chosen }) => <Chosen scene={scene} selected={chosen} runs={runs} />,
    tables: ([run], { traced: [only] }) =>
      run === undefined || only === undefined || run.result === 'both'
        ? [boundaryTable(naming, runs[0], differences)]
        : [
            {
              ...eventTable(naming, only),
              caption: `As ${run.result}; times in ms`,
            },
          ],
  });
  /** Both stand right above their drawing, whose knob is above them. */
  const legs: Figure<unknown, WhichRuns, Place> = {
    id: 'legs',
    coversItself: true,
    Draw: ({ stage: { runs } }) =>
      runs[0]?.result === 'both' && (
        <p className={styles.tags}>
          <b>Simulated</b> above the line, <b>recorded</b> below it, on one clock
        </p>
      ),
  };
  const given: Lab<typeof PARAMETERS, WhichRuns, Place> = {
    id: 'recording',
    title: `Recording: ${lab.title}, ${lab.presets[preset]?.label}, ${recording.policy}`,
    question: lab.question,
    chapter: lab.chapter,
    parameters: PARAMETERS,
    presets: { both: { label: 'Both', values: {} } },
    facts: {},
    model: { run: ({ shown }) => shown },
    describe: () => summariseDifferences(naming, simulated, recording, differences),
    source: sourceOf(runs[0], recording),
    view: {
      ...view,
      figures: [legs, ...view.figures],
      // It points at nothing by itself: what stands out here is told in the sentence.
      chosen: (shown, wanted) => (barAt(view.drawing(shown), wanted) === undefined ? null : wanted),
    },
  };
  return given as unknown as AnyLab;
}
