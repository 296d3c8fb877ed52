// The strip as a figure: a timeline whose clock counts steps, a tap on a slot puts the playhead after it.
import { useLive } from '../../frame/use-live.ts';
import { currentRun, type Run } from '../../lab.ts';
import { oncePer } from '../../once-per.ts';
import { StateLegend } from '../../states/StateLegend.tsx';
import type { Figure, Keys, Stage } from '../../view.ts';
import { Plot } from './Plot.tsx';
import { anyHollow, type Strip, statesOf } from './strip.ts';

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

/** Of two runs the strip is that of the last, which the knobs set. */
export function strip<V, R>({ id, label, of }: StripData<V, R>): StripFigure<V, R> {
  const made = oncePer((runs: readonly Run<V, R>[]) => of(currentRun(runs)));
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
        End: ({ playhead, runs }) => playhead.seek(made(runs).steps.length),
      },
    },
  ];
  return {
    id,
    keys,
    strip: of,
    coversItself: true,
    Draw: ({ stage }) => (
      <Plot
        strip={made(stage.runs)}
        label={label}
        playhead={stage.playhead}
        coveredFrom={stage.coveredFrom}
        live={useLive()}
        onKeyDown={(event) => stage.press(event, keys)}
      />
    ),
    Legend: ({ stage }) => {
      const drawn = made(stage.runs);
      return (
        <StateLegend
          states={statesOf(drawn)}
          lettered={false}
          hollow={anyHollow(drawn) ? drawn.hollow : undefined}
        />
      );
    },
  };
}
