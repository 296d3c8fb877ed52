// The frame of a lab of any kind: presets, result, knobs, transport, reasons, tables and links around its figures.
// Complete at build, then live.
import { capital, toText } from '@interleave/simulation';
import { type ComponentType, memo, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type AnyLab, currentRun } from '../lab.ts';
import type { MeasuredTable } from '../measured.ts';
import { Knobs } from '../parameters/Knobs.tsx';
import type { Values } from '../parameters/kinds.ts';
import { ownAddress } from '../parameters/link.ts';
import { Presets } from '../parameters/Presets.tsx';
import { useLift } from '../parameters/use-lift.ts';
import { inWords } from '../parameters/values.ts';
import { chapterHref } from '../site.ts';
import type { StageProps } from '../view.ts';
import { Address } from './Address.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { type AnyStage, actionOf, pressAnywhere } from './keyboard.ts';
import { Links, type PageKind, useLinkState } from './Links.tsx';
import { LostLab } from './LostNote.tsx';
import styles from './lab.module.css';
import links from './links.module.css';
import { Progress } from './Progress.tsx';
import { result } from './result.ts';
import { Sentence } from './Sentence.tsx';
import { shownKnobs } from './shown-knobs.ts';
import { Tables } from './Tables.tsx';
import { Transport } from './Transport.tsx';
import transport from './transport.module.css';
import twin from './twin.module.css';
import { useAsked } from './use-asked.ts';
import { type LabState, type Opening, useLab } from './use-lab.ts';
import { useLive } from './use-live.ts';
import { useSteady } from './use-steady.ts';
import { useVeil, type Veil, type VeilState } from './use-veil.ts';

/** What a page decides about a lab on it. */
export interface LabProps extends Opening {
  /** The parameters that have a knob here, in this order. */
  readonly knobs: readonly string[];
  /** Holds the result back until the reader has predicted it. */
  readonly veil: Veil | null;
  /** On other people's pages: the place in the path of the chapter that the credit line names. Null: on this site. */
  readonly creditChapter: string | null;
  /** The longest that the sentence comes to here, of one run and of two. */
  readonly room: readonly [alone: string, beside: string];
  /** What was measured on real machines, as it was read at build; null where nothing was. */
  readonly measured: MeasuredTable | null;
}

type AnyFigure = AnyLab['view']['figures'][number];

export function Lab({ lab, ...props }: LabProps & { lab: AnyLab }) {
  const { knobs, veil, creditChapter, measured, room, ...opening } = props;
  const { clock, Legs, figures } = lab.view;
  const legends = figures.flatMap(({ id, Legend }) =>
    Legend === undefined ? [] : [{ id, Legend }],
  );
  const veilState = useVeil(veil, clock?.size ?? 1);
  const { closed, covers } = veilState;
  const state = useLab(lab, opening, veilState);
  const section = useRef<HTMLElement>(null);
  const refused = useAsked(lab, section, closed, state.open);
  const said = useRef<HTMLParagraphElement>(null);
  const lift = useLift();
  const steady = useSteady();
  const live = useLive();
  const [help, setHelp] = useState(false);
  const toggleHelp = useCallback(() => setHelp((shown) => !shown), []);
  const page = pageKind(props);
  const given = lab.source !== undefined;
  const { runs } = state;
  const caseName = lab.caseOf?.(state.values).said;
  const opened = veilState.revealed ?? opening.preset;
  const inSight = useMemo(
    () => shownKnobs(lab, knobs, { runs, opened }),
    [lab, knobs, runs, opened],
  );
  const sentence = useMemo(() => result(lab, runs), [lab, runs]);
  const known = (closed ? lab.known?.(currentRun(runs)) : undefined) ?? sentence;
  const stage = useStage({
    lab,
    state,
    knobs,
    told: covers === 'result' ? '' : toText(known),
    coveredFrom: veilState.from,
    closed: closed || state.underWay !== null,
    toggleHelp,
  });
  return (
    <section
      ref={section}
      className={styles.lab}
      data-lab={lab.id}
      data-veiled={covers ?? undefined}
      aria-busy={state.underWay !== null || undefined}
      aria-label={
        given
          ? lab.title
          : `Lab: ${lab.title}, ${caseName ?? (state.preset === null ? 'as you set it' : lab.presets[state.preset]?.label)}`
      }
      onKeyDown={(event) => pressAnywhere(lab, event, stage)}
      // Its tables and names would fill the search with numbers.
      data-pagefind-ignore
    >
      {opening.ownsAddress && <Address lab={lab} state={state} />}
      <div className={styles.above} ref={steady.box}>
        <div ref={steady.held}>
          <div className={styles.head}>
            <p className={styles.name}>
              {caseName === undefined ? lab.title : `${lab.title}, ${caseName}`}
            </p>
            {!given && <Presets lab={lab} state={state} />}
          </div>
          <Figures of={lab.view.top} stage={stage} />
          <Warnings of={state.warnings} />
          {!live && !given && (
            <Lost
              lab={lab}
              state={state}
              ownsAddress={opening.ownsAddress}
              embedded={page === 'embed'}
            />
          )}
          {/* As high as its longest sentence, so that knobs do not move when it grows or shrinks. */}
          <div className={styles.room} data-shows="result" data-longest={room[runs.length - 1]}>
            <p
              className={styles.result}
              data-shows="result"
              aria-live="polite"
              ref={said}
              tabIndex={-1}
            >
              {known === sentence ? (
                <Sentence of={sentence} />
              ) : (
                <>
                  <span data-live="only">
                    <Sentence of={known} />
                  </span>
                  <span data-live="never">
                    <Sentence of={sentence} />
                  </span>
                </>
              )}
            </p>
          </div>
          {closed && (
            <p className={styles['veil-note']} data-live="only">
              <span>{whatToDo(veilState, (at) => clock?.say(at, state.end))}</span>{' '}
              {refused && <b>Answer first, then press the words in the text again.</b>}{' '}
              <button
                type="button"
                className={styles.link}
                inert={!live}
                onClick={() => {
                  flushSync(veilState.skip);
                  said.current?.focus();
                }}
              >
                Show it now
              </button>
            </p>
          )}
          <Figures of={lab.view.above} stage={stage} />
        </div>
      </div>
      {knobs.length > 0 && (
        <Knobs lab={lab} names={inSight} state={state} onPointerDown={lift.onPointerDown} />
      )}
      {state.underWay !== null && (
        <Progress
          of={state.underWay}
          onCancel={state.cancel}
          onGone={() => said.current?.focus()}
        />
      )}
      {!given && (
        <p className={styles['static-note']} data-live="never">
          <span>{`Drawn with ${inWords(lab.parameters, state.values)}.`}</span>
          <span className={`${styles.where} ${twin['not-lost']}`}>
            {' The settings can be changed where scripts may run.'}
          </span>
        </p>
      )}
      <div className={styles.drawing} data-shows="run" ref={lift.drawing}>
        {Legs !== undefined && <Legs runs={runs} />}
        <Figures of={figures} stage={stage} />
      </div>
      {(clock !== undefined || legends.length > 0) && (
        <div className={transport.under} data-shows="run">
          {clock !== undefined && (
            <Transport
              view={lab.view}
              clock={clock}
              playhead={state.playhead}
              end={state.end}
              coveredFrom={veilState.from}
              runs={runs}
              choose={state.choose}
              drop={state.drop}
              onHelp={toggleHelp}
            />
          )}
          {legends.map(({ id, Legend }) => (
            <FigurePart key={id} of={Legend} stage={stage} />
          ))}
        </div>
      )}
      {help && <KeyHelp lab={lab} />}
      <div data-shows="result">
        {figures.map(
          ({ id, Reasons }) => Reasons && <FigurePart key={id} of={Reasons} stage={stage} />,
        )}
      </div>
      <Figures of={lab.view.below} stage={stage} />
      <div data-shows="ahead">
        <Tables
          lab={lab}
          runs={runs}
          knobs={knobs}
          // Where a chapter asks first, its text says what was measured.
          measured={page !== 'chapter' || veil === null ? measured : null}
        />
      </div>
      {lab.simplified !== undefined && (
        <p className={links.credit}>
          <b>Simplified.</b> {lab.simplified}
        </p>
      )}
      {/* In a chapter the exercise stands where the text has explained it. */}
      {lab.exercise !== undefined && page !== 'chapter' && <lab.exercise.Draw />}
      {given ? (
        <p className={links.credit}>{lab.source}</p>
      ) : (
        <Links lab={lab} state={state} page={page} />
      )}
      {creditChapter !== null && (
        <p className={links.credit}>
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

/** How a lab that waits for an answer comes to show its own. @param say an instant in words */
function whatToDo({ covers, from }: VeilState, say: (at: number) => string | undefined): string {
  if (covers === 'ahead') return 'Answer the question above, and the lab shows what changes.';
  return `${from ? `What follows ${say(from)}` : 'The result'} is hidden until you answer the question above.`;
}

/** What the figures see: the same until something in it changes. */
function useStage({
  lab,
  state: { runs, playhead, chosen, choose, set },
  knobs,
  told,
  coveredFrom,
  closed,
  toggleHelp,
}: {
  lab: AnyLab;
  state: LabState;
  knobs: readonly string[];
  told: string;
  coveredFrom: number | null;
  closed: boolean;
  toggleHelp: () => void;
}): AnyStage {
  return useMemo(() => {
    const stage: AnyStage = {
      runs,
      told,
      playhead,
      coveredFrom,
      closed,
      chosen,
      choose,
      knobs,
      set,
      press: (event, keys) => {
        const action = actionOf(lab, event, keys, toggleHelp);
        if (action === undefined) return;
        event.preventDefault();
        action(stage);
      },
    };
    return stage;
  }, [lab, runs, told, playhead, coveredFrom, closed, chosen, choose, knobs, set, toggleHelp]);
}

/** A part of a figure: drawn again only when what it sees has changed. */
const FigurePart = memo(function FigurePart({
  of: Drawn,
  stage,
}: {
  of: ComponentType<StageProps<Values, unknown, unknown>>;
  stage: AnyStage;
}) {
  return <Drawn stage={stage} />;
});

function Figures({ of, stage }: { of: readonly AnyFigure[] | undefined; stage: AnyStage }) {
  return of?.map(({ id, Draw, coversItself, looksAhead }) =>
    coversItself ? (
      <FigurePart key={id} of={Draw} stage={stage} />
    ) : (
      <div key={id} data-shows={looksAhead ? 'ahead' : 'result'}>
        <FigurePart of={Draw} stage={stage} />
      </div>
    ),
  );
}

function pageKind({ creditChapter, ownsAddress }: LabProps): PageKind {
  if (creditChapter !== null) return 'embed';
  return ownsAddress ? 'own' : 'chapter';
}

interface LostProps {
  lab: AnyLab;
  state: LabState;
  ownsAddress: boolean;
  embedded: boolean;
}

function Lost({ lab, state, ownsAddress, embedded }: LostProps) {
  const href = ownAddress(lab, useLinkState(lab, state));
  return <LostLab href={href} ownsAddress={ownsAddress} embedded={embedded} />;
}

function Warnings({ of }: { of: readonly string[] }) {
  return (
    <div className={styles.warnings} role="status">
      {of.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </div>
  );
}
