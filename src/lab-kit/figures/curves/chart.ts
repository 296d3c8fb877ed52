// A chart as plain data: a summary of many runs, whose curves are drawn here at build and by Recharts live.
import type { DrawnState } from '../../states/states.ts';

/** A curve of a chart: a figure over some values of one parameter. */
export interface Series {
  readonly label: string;
  /**
   * `simulated`: dots joined by a line, each dot a run. `ruled`: the same by a rule that the lab states, with its name at
   * its end. `ideal`: a thin line, by a formula. `law`: a dashed one, by a formula that assumes something else.
   * `measured`: rings, on a real machine. `part`: a part of each column, in the look of its state, on those before it; a
   * chart with parts has nothing else.
   */
  readonly kind: 'simulated' | 'ruled' | 'ideal' | 'law' | 'measured' | 'part';
  /** Of a part. */
  readonly state?: DrawnState;
  /** Its name stands beside its last point, as it does of what is ruled. */
  readonly named?: true;
  /** In ascending order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A summary of many runs: how a figure changes with one of the lab's parameters, all others as they are set. */
export interface Chart {
  /** Unique in its lab. */
  readonly id: string;
  readonly title: string;
  /**
   * `parameter` is the one that a chosen point sets: every simulated or ruled x is a value that it allows. Without one,
   * points can be looked at and not chosen, and `here` is where the run that is shown stands. `names` are how values are
   * written that are no plain numbers, such as sizes that grow fourfold: the axis is then logarithmic. It is `padded`
   * where columns, or charts that stand under columns, need room at both ends. `knee` is a dotted line with its words.
   */
  readonly x: {
    readonly label: string;
    readonly unit: string;
    readonly parameter?: string;
    readonly here?: number;
    readonly names?: Readonly<Record<number, string>>;
    readonly padded?: true;
    readonly knee?: { readonly at: number; readonly words: string };
  };
  /**
   * `digits` are decimals, or `significant` digits where values are of many sizes; `most` is where a linear axis ends,
   * when that is not the greatest value.
   */
  readonly y: {
    readonly label: string;
    readonly unit: string;
    readonly digits: number;
    readonly significant?: true;
    readonly log?: true;
    readonly most?: number;
  };
  readonly series: readonly Series[];
}

/** Whether a curve's points can be chosen, and are drawn as dots on a line. */
export const isDotted = ({ kind }: Series) => kind === 'simulated' || kind === 'ruled';

/** Whether a chart is of columns. */
export const isOfColumns = ({ series }: Chart) => series.some(({ kind }) => kind === 'part');

/** Whether a kind's points are drawn, as dots or as rings. */
export const hasDots = (kind: Series['kind']): kind is keyof typeof DOTS => kind in DOTS;

/** The radius of a kind's dots or rings, px. */
export const DOTS = { simulated: 3, ruled: 3, measured: 3.5 } as const;
