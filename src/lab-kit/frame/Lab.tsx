// A whole lab: presets, result, knobs, timeline, playhead, reasons, tables and links. Complete at build, then live.
import { capital, type Nanos, toText } from '@interleave/simulation';
import { useState } from 'react';
import { Charts } from '../figures/curves/Charts.tsx';
import { useCharts } from '../figures/curves/use-charts.ts';
import { Measured } from '../figures/measured/Measured.tsx';
import { Scale } from '../figures/share-bar/Scale.tsx';
import { Sorting } from '../figures/sorting/Sorting.tsx';
import type { AnyLab } from '../lab.ts';
import { Knobs } from '../parameters/Knobs.tsx';
import { ownAddress } from '../parameters/link.ts';
import { Presets } from '../parameters/Presets.tsx';
import { inWords } from '../parameters/parameters.ts';
import { useLift } from '../parameters/use-lift.ts';
import { chapterHref } from '../site.ts';
import { type Drawing, nearestBar, type Place } from '../timeline/drawing.ts';
import { Legend } from '../timeline/Legend.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Differences, Why } from '../timeline/Why.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { handleKey } from './keyboard.ts';
import { LabTables } from './LabTables.tsx';
import { Links, type PageKind } from './Links.tsx';
import { LostNote } from './LostNote.tsx';
import { Progress } from './Progress.tsx';
import { result } from './result.ts';
import { Sentence } from './Sentence.tsx';
import { Tables } from './Tables.tsx';
import { Transport } from './Transport.tsx';
import { type LabState, type Opening, useLab } from './use-lab.ts';
import { useLive } from './use-live.ts';
import { useVeil, type Veil } from './use-veil.ts';
import './lab.css';
import './twin.css';

/** What a page decides about a lab on it. */
export interface LabProps extends Opening {
  /** The parameters that have a knob here, in this order. */
  readonly knobs: readonly string[];
  /** Holds the result back until the reader has predicted it. */
  readonly veil: Veil | null;
  /** On other people's pages: the number of the chapter that the credit line names. Null: on this site. */
  readonly creditChapter: number | null;
}

export function Lab({ lab, ...props }: LabProps & { lab: AnyLab }) {
  const { knobs, veil, creditChapter, ...opening } = props;
  const veilState = useVeil(veil);
  const { veiled } = veilState;
  const state = useLab(lab, opening, veilState.from);
  const lift = useLift();
  const live = useLive();
  const [help, setHelp] = useState(false);
  const page = pageKind(props);
  const { drawing, playhead, selected, runs, select } = state;
  const sentence = result(lab, runs, drawing.panels !== null);
  const { charts, settled, behind } = useCharts(lab, state.values, knobs);
  const current = runs.at(-1) as LabState['runs'][number];

  const selectTask = (run: number, task: number, at: Nanos) => {
    const place = placeOf(drawing, run, task, at);
    if (place !== null) select(place);
  };
  const chartsHere = charts.length > 0 && (
    <div className="spoilers" aria-busy={behind || undefined}>
      <Charts charts={charts} values={settled} onChoose={state.set} />
    </div>
  );
  return (
    <section
      className="lab"
      data-veiled={veiled || undefined}
      aria-busy={state.underWay !== null || undefined}
      aria-label={`Lab: ${lab.title}, ${lab.presets[opening.preset]?.label}`}
      // Its tables and names would fill the search with numbers.
      data-pagefind-ignore
    >
      <div className="head">
        <p className="lab-name">{lab.title}</p>
        <Presets lab={lab} state={state} />
      </div>
      {state.pinned !== null && (
        <p className="pair-tags">
          {drawing.panels === null ? (
            <span key="mirrored">
              <b>{runs[0]?.tag}</b> above the line, <b>{runs[1]?.tag}</b> below it, on one clock
            </span>
          ) : (
            <span key="stacked">
              Pinned for comparison, below: <b>{runs[0]?.tag}</b>.{' '}
              <span className="about-knobs">The knobs set the other.</span>
            </span>
          )}
        </p>
      )}
      <Warnings of={state.warnings} />
      {!live && (
        <LostNote
          href={ownAddress(lab, state.link)}
          ownsAddress={opening.ownsAddress}
          embedded={page === 'embed'}
        />
      )}
      {state.underWay !== null && <Progress of={state.underWay} onCancel={state.cancel} />}
      <p className="result" aria-live="polite">
        <Sentence of={sentence} />
      </p>
      {lab.scale !== undefined && (
        <div className="spoilers">
          <Scale scale={lab.scale} values={current.values} />
        </div>
      )}
      <Knobs lab={lab} names={knobs} state={state} onPointerDown={lift.onPointerDown} />
      <p className="static-note">
        <span>{`Drawn with ${inWords(lab.parameters, state.values)}.`}</span>
        <span className="where"> The settings can be changed where scripts may run.</span>
      </p>
      <div className="drawing" ref={lift.drawing}>
        {lab.view.first === 'charts' && chartsHere}
        <Timeline
          drawing={drawing}
          label={`Timeline. ${veiled ? '' : toText(sentence)} Arrow keys move from segment to segment; ? lists the keys.`}
          at={playhead.at}
          selected={veiled ? null : selected}
          veil={veilState}
          onSelect={select}
          onSeek={playhead.seek}
          onKeyDown={(event) =>
            handleKey(event, {
              drawing,
              selected,
              playhead,
              select,
              toggleHelp: () => setHelp(!help),
            })
          }
        />
      </div>
      <div className="under">
        <Transport playhead={playhead} runs={runs} onHelp={() => setHelp(!help)} />
        <Legend drawing={drawing} />
      </div>
      {help && <KeyHelp />}
      {veiled && (
        <p className="veil-note">
          The result is held back until you predict it, above.{' '}
          <button type="button" className="link" inert={!live} onClick={veilState.reveal}>
            Show it now
          </button>
        </p>
      )}
      <div className="spoilers">
        {drawing.pair && drawing.panels === null && <Differences runs={runs} />}
        {(!drawing.pair || selected !== null) && (
          <Why drawing={drawing} selected={selected} runs={runs} onTask={selectTask} />
        )}
        {lab.view.first === 'timeline' && chartsHere}
        <div className="lab-tables">
          <LabTables lab={lab} runs={runs} shown="always" />
        </div>
        {/* Where a chapter asks first, its text says what was measured. */}
        {lab.measured !== undefined && (page !== 'chapter' || veil === null) && (
          <Measured lab={lab} measured={lab.measured} />
        )}
        <Tables lab={lab} state={state} charts={charts} />
      </div>
      {/* In a chapter the exercise stands where the text has explained it. */}
      {lab.sorting !== undefined && page !== 'chapter' && <Sorting sorting={lab.sorting} />}
      <Links lab={lab} state={state} page={page} />
      {creditChapter !== null && (
        <p className="credit">
          <span>{`${capital(inWords(lab.parameters, state.values))}.`}</span> From{' '}
          <a href={chapterHref(lab.chapter)} target="_blank" rel="noopener">
            Interleave
          </a>
          , chapter {creditChapter}; CC BY 4.0.
        </p>
      )}
    </section>
  );
}

function pageKind({ creditChapter, ownsAddress }: LabProps): PageKind {
  if (creditChapter !== null) return 'embed';
  return ownsAddress ? 'own' : 'chapter';
}

/** Where a drawing shows a task of a run at an instant, or the nearest bar of it. */
function placeOf(drawing: Drawing, run: number, task: number, at: Nanos): Place | null {
  const row = drawing.rows.findIndex(
    (candidate) =>
      candidate.run === run && candidate.kind !== 'core' && candidate.bars[0]?.task === task,
  );
  const bar = nearestBar(drawing, row, at);
  return bar === undefined ? null : { row, bar };
}

function Warnings({ of }: { of: readonly string[] }) {
  return (
    <div className="warnings" role="status">
      {of.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </div>
  );
}
