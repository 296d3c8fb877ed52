// A recorded run beside a simulated one: drawn on one clock, the greatest difference in words, all of them in a table.
import { toText } from '@interleave/simulation';
import { useState } from 'react';
import { KeyHelp } from '../frame/KeyHelp.tsx';
import { handleKey } from '../frame/keyboard.ts';
import { Sentence } from '../frame/Sentence.tsx';
import { Transport } from '../frame/Transport.tsx';
import { useVeil } from '../frame/use-veil.ts';
import type { AnyLab } from '../lab.ts';
import { Knob } from '../parameters/Knob.tsx';
import { choice } from '../parameters/parameters.ts';
import { EventTable, eventCount } from '../timeline/EventTable.tsx';
import { Legend } from '../timeline/Legend.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { BoundaryTable } from './BoundaryTable.tsx';
import { Chosen } from './Chosen.tsx';
import type { Shown } from './draw-recorded.ts';
import { summariseDifferences } from './in-words.ts';
import { Source } from './Source.tsx';
import { type RecordedRunState, type RecordingOnPage, useRecordedRun } from './use-recorded-run.ts';
import '../frame/lab.css';
import '../frame/twin.css';
import './recording.css';

const SHOWN = choice<Shown>({
  label: 'Shown',
  options: [
    { value: 'both', label: 'Both' },
    { value: 'simulated', label: 'Simulated' },
    { value: 'recorded', label: 'Recorded' },
  ],
  default: 'both',
  words: (shown) => shown,
});

export function RecordedRun({ lab, ...onPage }: RecordingOnPage & { lab: AnyLab }) {
  const state = useRecordedRun(lab, onPage);
  const veil = useVeil(null);
  const [help, setHelp] = useState(false);
  const { recording, runs, differences, drawing, playhead, selected, select } = state;
  const name = `${lab.title}, ${lab.presets[onPage.preset]?.label}, ${recording.policy}`;
  const sentence = summariseDifferences(lab, runs[0].trace, recording, differences);
  const toggleHelp = () => setHelp(!help);
  return (
    <section className="lab recording" aria-label={`Recording: ${name}`} data-pagefind-ignore>
      <div className="head">
        <p className="lab-name">Recording: {name}</p>
      </div>
      <p className="result">
        <Sentence of={sentence} />
      </p>
      <div className="knobs" inert={!veil.live}>
        <Knob
          name="shown"
          parameter={SHOWN}
          value={state.shown}
          applies={true}
          onChange={(next) => state.show(next as Shown)}
        />
      </div>
      {drawing.pair && (
        <p className="pair-tags">
          <b>Simulated</b> above the line, <b>recorded</b> below it, on one clock
        </p>
      )}
      <Timeline
        drawing={drawing}
        label={`Timeline. ${toText(sentence)} Arrow keys move from segment to segment; ? lists the keys.`}
        at={playhead.at}
        selected={selected}
        veil={veil}
        onSelect={select}
        onSeek={playhead.seek}
        onKeyDown={(event) => handleKey(event, { drawing, selected, playhead, select, toggleHelp })}
      />
      <div className="under">
        <Transport playhead={playhead} runs={state.visible} onHelp={toggleHelp} />
        <Legend drawing={drawing} />
      </div>
      {help && <KeyHelp />}
      <Chosen state={state} />
      <Tables lab={lab} state={state} />
      <Source lab={lab} recording={recording} simulated={runs[0].trace} />
    </section>
  );
}

/** Of both runs the boundaries; of one, its segments. */
function Tables({ lab, state }: { lab: AnyLab; state: RecordedRunState }) {
  const { runs, shown, visible, differences } = state;
  const [only] = visible;
  const both = shown === 'both' || only === undefined;
  return (
    <details className="tables">
      <summary>
        {both
          ? `Table of boundaries, ${differences.length} rows`
          : `Event table, ${eventCount(only.trace)} rows`}
      </summary>
      <div>
        {both ? (
          <BoundaryTable lab={lab} simulated={runs[0]} differences={differences} />
        ) : (
          <EventTable lab={lab} trace={only.trace} caption={`As ${shown}; times in ms`} />
        )}
      </div>
    </details>
  );
}
