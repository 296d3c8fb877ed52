// The opening: a hundred requests at a server that takes one at a time, with one core, with four, and as the reader would
// have it. Drawn at build before it runs; without scripts and on paper, at its end.
import { type CSSProperties, memo, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LostNote } from '../lab-kit/frame/LostNote.tsx';
import labStyles from '../lab-kit/frame/lab.module.css';
import { Knob } from '../lab-kit/parameters/Knob.tsx';
import knobStyles from '../lab-kit/parameters/knobs.module.css';
import { href } from '../lab-kit/site.ts';
import { Buttons } from './Buttons.tsx';
import { OpenColumn, RunColumn } from './Columns.tsx';
import { Heard } from './Heard.tsx';
import { Legend } from './Legend.tsx';
import styles from './opening.module.css';
import { SLOW, speedAt } from './pace.ts';
import { restingAtEnd } from './resting.ts';
import { StripDrawing } from './StripDrawing.tsx';
import type { Strip } from './strip.ts';
import { useDerived } from './use-derived.ts';
import { type Act, type Runs, useOpening } from './use-opening.ts';
import { useWidth } from './use-width.ts';
import type { Yours } from './use-yours.ts';
import { NOTHING_CHANGED, outcome } from './words.ts';

const NAMES = { one: '1 core', four: '4 cores', yours: 'Yours' } as const;

export function Opening(runs: Runs) {
  return (
    <section
      className={`${labStyles.lab} ${styles.opening}`}
      aria-label="One server, a hundred requests"
      data-pagefind-ignore
    >
      <LostNote>
        The code of this drawing could not be loaded, so it stands still. <TryAgain />
      </LostNote>
      <div data-live="only">
        <Live {...runs} />
      </div>
      <div data-live="never">
        <Still {...runs} />
      </div>
    </section>
  );
}

/** Asks for the page anew, and with it for the code that did not come. */
const TryAgain = () => <a href={href('')}>Try again</a>;

/** How a strip is told to those who do not see it. */
const told = ({ taken, lanes, cores }: Strip) =>
  `${taken.length} requests on a clock: ${lanes === 1 ? 'one worker takes' : `${lanes} workers take`} them in turn, on ${cores === 1 ? '1 core' : `${cores} cores`}.`;

const Still = memo(function Still({ one, four }: Runs) {
  const [[ofOne, ofFour]] = useState(() => [restingAtEnd(one), restingAtEnd(four)] as const);
  return (
    <>
      <div className={styles.columns}>
        <RunColumn name={NAMES.one} strip={one} playhead={ofOne} />
        <RunColumn name={NAMES.four} strip={four} playhead={ofFour} />
        <p className={styles.sentence}>{NOTHING_CHANGED}</p>
      </div>
      <StripDrawing strip={four} playhead={ofFour} label={told(four)} speed="" width={null} />
      <p className={`${styles.sentence} ${styles.below}`}>{NOTHING_CHANGED}</p>
      <Legend strip={four} />
    </>
  );
});

function Live(runs: Runs) {
  const opening = useOpening(runs);
  const { act, strip, playhead, isOver, yours } = opening;
  const ofOne = useMemo(() => restingAtEnd(runs.one), [runs.one]);
  const ofFour = useMemo(() => restingAtEnd(runs.four), [runs.four]);
  const top = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const width = useWidth(top);
  const asks = act === 'ask' || act === 'yours';
  const hasFour = asks || act === 'four';
  const nothingChanged = act === 'four' && isOver;
  const said = saidAtEnd(act, strip, runs.four);
  const next = useRef<HTMLDivElement>(null);
  const toDrawing = () =>
    top.current?.scrollIntoView({ behavior: opening.still ? 'auto' : 'smooth' });
  const run = () => {
    opening.run();
    // In a low window the buttons stick to its edge, over the drawing: what follows them is below the edge.
    const following = next.current?.nextElementSibling?.getBoundingClientRect();
    if (following !== undefined && following.top > innerHeight) toDrawing();
  };
  const ask = () => {
    flushSync(opening.ask);
    heading.current?.focus({ preventScroll: true });
    const knobsAreOut =
      (heading.current?.parentElement?.getBoundingClientRect().bottom ?? 0) > innerHeight;
    if (knobsAreOut) toDrawing();
  };
  return (
    <>
      <div className={`${styles.columns} ${asks ? styles.three : ''}`} ref={top}>
        <RunColumn name={NAMES.one} strip={runs.one} playhead={hasFour ? ofOne : playhead} />
        {hasFour && (
          <RunColumn name={NAMES.four} strip={runs.four} playhead={asks ? ofFour : playhead} />
        )}
        {nothingChanged && <p className={styles.sentence}>{NOTHING_CHANGED}</p>}
        {act === 'ask' && <OpenColumn name={NAMES.yours} moved={opening.moved} />}
        {act === 'yours' && <RunColumn name={NAMES.yours} strip={strip} playhead={playhead} />}
      </div>
      <Paced opening={opening} width={width} />
      <p className={`${styles.sentence} ${styles.below} ${asks ? styles.asks : ''}`}>
        {nothingChanged && NOTHING_CHANGED}
      </p>
      <Heard strip={strip} playhead={playhead} atEnd={said} />
      <div className={`${styles.next} ${asks ? styles.asking : ''}`} ref={next}>
        {asks && (
          <h2 className={styles.ask} ref={heading} tabIndex={-1}>
            {act === 'yours' && isOver ? said : 'What would you change?'}
          </h2>
        )}
        <Buttons opening={opening} onRun={run} onAsk={ask} />
        {asks && yours === 'lost' && (
          <p>
            The knobs could not be loaded. <TryAgain />
          </p>
        )}
        {asks && yours !== null && yours !== 'lost' && <Knobs yours={yours} onSet={opening.set} />}
      </div>
      <Legend strip={strip} />
    </>
  );
}

/** What is said when a run is over. */
function saidAtEnd(act: Act, strip: Strip, four: Strip): string {
  if (act === 'four') return NOTHING_CHANGED;
  return act === 'yours' ? outcome(strip.end, four.end) : '';
}

function Paced({
  opening: { strip, playhead, running },
  width,
}: {
  opening: ReturnType<typeof useOpening>;
  width: 'wide' | 'narrow' | null;
}) {
  const speed = useDerived(playhead, (at) => speedAt(strip, at));
  const words = speed === SLOW ? '¼ of real speed' : `${speed}× real speed`;
  return (
    <StripDrawing
      strip={strip}
      playhead={playhead}
      label={told(strip)}
      speed={running ? words : ''}
      width={width}
    />
  );
}

function Knobs({ yours, onSet }: { yours: Yours; onSet: Yours['set'] }) {
  return (
    <div
      className={`${knobStyles.knobs} ${styles.knobs}`}
      style={{ '--columns': yours.knobs.length } as CSSProperties}
    >
      {yours.knobs.map(([name, parameter, value]) => (
        <Knob
          key={name}
          name={name}
          parameter={parameter}
          value={value}
          applies={yours.applies(parameter)}
          onChange={(next) => onSet(name, next)}
        />
      ))}
    </div>
  );
}
