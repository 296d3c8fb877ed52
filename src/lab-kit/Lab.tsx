// A whole lab: presets, result, knobs, timeline, playhead, reasons, tables and links. Complete at build, then live.
import { capital, type Nanos, summariseComparison, toText } from '@interleave/simulation';
import { type CSSProperties, useState } from 'react';
import { Knob } from './controls/Knob.tsx';
import { DataTable } from './DataTable.tsx';
import { type AnyLab, subjectsOf } from './define-lab.ts';
import { EventTable, eventCount } from './EventTable.tsx';
import { handleKey, KEYS } from './keyboard.ts';
import { Links, type PageKind } from './Links.tsx';
import { Progress } from './long-run/Progress.tsx';
import { inWords, type Value } from './parameters.ts';
import { Sentence } from './Sentence.tsx';
import { href } from './site.ts';
import { Transport } from './Transport.tsx';
import { type Drawing, nearestBar, type Place } from './timeline/drawing.ts';
import { Legend } from './timeline/Legend.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { type LabState, type Opening, useLab } from './use-lab.ts';
import { useVeil, type Veil } from './use-veil.ts';
import { Differences, Why } from './Why.tsx';
import './lab.css';

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
  const [help, setHelp] = useState(false);
  const { drawing, playhead, selected, runs, select } = state;
  const sentence = sentenceOf(lab, runs);

  const selectTask = (run: number, task: number, at: Nanos) => {
    const place = placeOf(drawing, run, task, at);
    if (place !== null) select(place);
  };
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
          <b>{runs[0]?.tag}</b> above the line, <b>{runs[1]?.tag}</b> below it, on one clock
        </p>
      )}
      <Warnings of={state.warnings} />
      {state.underWay !== null && <Progress of={state.underWay} onCancel={state.cancel} />}
      <p className="result" aria-live="polite">
        <Sentence of={sentence} />
      </p>
      <div
        className="knobs"
        style={{ '--columns': knobs.length > 4 ? 3 : knobs.length } as CSSProperties}
      >
        {knobs.map((name) => (
          <Knob
            key={name}
            name={name}
            parameter={lab.parameters[name] as AnyLab['parameters'][string]}
            value={state.values[name] as Value}
            onChange={(value) => state.set(name, value)}
          />
        ))}
      </div>
      <p className="static-note">
        Drawn with {inWords(lab.parameters, state.values)}. The settings can be changed where
        scripts may run.
      </p>
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
      <div className="under">
        <Transport playhead={playhead} runs={runs} onHelp={() => setHelp(!help)} />
        <Legend drawing={drawing} />
      </div>
      {help && <Help />}
      {veiled && (
        <p className="veil-note">
          The result is held back until you predict it, above.{' '}
          <button type="button" className="link" onClick={veilState.reveal}>
            Show it now
          </button>
        </p>
      )}
      <div className="spoilers">
        {drawing.pair && <Differences runs={runs} />}
        {(!drawing.pair || selected !== null) && (
          <Why drawing={drawing} selected={selected} runs={runs} onTask={selectTask} />
        )}
        <Tables lab={lab} state={state} />
      </div>
      <Links lab={lab} state={state} page={pageKind(props)} />
      {creditChapter !== null && (
        <p className="credit">
          {capital(inWords(lab.parameters, state.values))}. From{' '}
          <a href={href(`${lab.chapter}/`)} target="_blank" rel="noopener">
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

function sentenceOf(lab: AnyLab, [first, second]: LabState['runs']) {
  if (first === undefined) return [];
  const subjects = subjectsOf(lab, first.trace);
  return second === undefined
    ? lab.describe(first.trace, first.words, subjects)
    : summariseComparison(first.trace, second.trace, first.words, subjects);
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

function Presets({ lab, state }: { lab: AnyLab; state: LabState }) {
  return (
    <div className="presets" role="group" aria-label="Presets">
      {Object.entries(lab.presets).map(([id, { label }]) => (
        <button
          type="button"
          key={id}
          aria-pressed={state.preset === id}
          onClick={() => state.apply(id)}
        >
          {label}
        </button>
      ))}
      {state.pinned === null ? (
        <button type="button" className="compare" onClick={state.pin}>
          Compare with…
        </button>
      ) : (
        <button type="button" className="compare" onClick={state.unpin}>
          Stop comparing
        </button>
      )}
    </div>
  );
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

function Help() {
  return (
    <dl className="help">
      {KEYS.map(({ keys, does }) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

function Tables({ lab, state: { runs } }: { lab: AnyLab; state: LabState }) {
  const count = runs.reduce((sum, { trace }) => sum + eventCount(trace), 0);
  return (
    <details className="tables">
      <summary>Event table, {count} rows</summary>
      {runs.map(({ trace, words, tag }) => (
        <div key={tag}>
          <EventTable
            lab={lab}
            trace={trace}
            caption={tag === '' ? 'Times in ms' : `${tag}; times in ms`}
          />
          {lab.tables(trace, words).map(({ caption, columns, rows }) => (
            <DataTable
              key={caption}
              caption={caption}
              columns={columns}
              rows={rows.map((cells) => ({ key: cells.join(), cells }))}
            />
          ))}
        </div>
      ))}
    </details>
  );
}
