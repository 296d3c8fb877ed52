// The strip as a figure: a timeline whose clock counts steps, a tap on a slot puts the playhead after it.
import { Fragment } from 'react';
import { useLive } from '../../frame/use-live.ts';
import type { Run } from '../../lab.ts';
import { oncePer } from '../../once-per.ts';
import { StateLegend } from '../../states/StateLegend.tsx';
import type { Figure, Keys, Stage } from '../../view.ts';
import { Plot } from './Plot.tsx';
import { anyHollow, onOneClock, type Strip, statesOf } from './strip.ts';

export interface StripData<V, R> {
  /** Unique in its view. */
  readonly id: string;
  /** The accessible name: "The steps of A, B and C". */
  readonly label: string;
  /** Pure: the same run gives the same strip. It has the steps of the view's clock, and may have slots for more. */
  of(run: Run<V, R>): Strip;
}

export interface StripFigure<V, R> extends Figure<V, R> {
  strip(run: Run<V, R>): Strip;
}

/** Of two runs each has its strip, the pinned one's first, on one clock. */
export function strip<V, R>({ id, label, of }: StripData<V, R>): StripFigure<V, R> {
  const made = oncePer((runs: readonly Run<V, R>[]) => onOneClock(runs.map(of)));
  const keys: readonly Keys<Stage<V, R, unknown>>[] = [
    {
      keys: '← →',
      does: 'the step before or after',
      press: {
        ArrowLeft: ({ playhead }) => playhead.stepBack(),
        ArrowRight: ({ playhead }) => playhead.stepForward(),
      },
    },
    {
      keys: 'Home End',
      does: 'before the first step, or after the last',
      press: {
        Home: ({ playhead }) => playhead.toStart(),
        End: ({ playhead, runs }) => playhead.seek(made(runs)[0]?.steps.length ?? 0),
      },
    },
  ];
  return {
    id,
    keys,
    strip: of,
    coversItself: true,
    Draw: ({ stage }) => {
      const live = useLive();
      return made(stage.runs).map((drawn, i) => {
        const { tag } = stage.runs[i] as Run<V, R>;
        return (
          <Fragment key={tag}>
            {tag !== '' && (
              <p>
                <b>{tag}</b>
              </p>
            )}
            <Plot
              strip={drawn}
              label={tag === '' ? label : `${label}, ${tag}`}
              playhead={stage.playhead}
              coveredFrom={stage.coveredFrom}
              live={live}
              onKeyDown={(event) => stage.press(event, keys)}
            />
          </Fragment>
        );
      });
    },
    Legend: ({ stage }) => {
      const drawn = made(stage.runs);
      return (
        <StateLegend
          states={new Set(drawn.flatMap((one) => [...statesOf(one)]))}
          lettered={false}
          hollow={drawn.find(anyHollow)?.hollow}
        />
      );
    },
  };
}
