// A chart as plain data: a summary of many runs, whose curves are drawn here at build and by Recharts live.
import type { Value } from '../../parameters/kinds.ts';
import type { DrawnState } from '../../states/states.ts';

/** A curve of a chart: a figure over some values of one parameter. */
export interface Series {
  readonly label: string;
  /**
   * `simulated`: dots joined by a line, each dot a run. `ruled`: the same by a rule that the lab states, with its name at
   * its end. `formula`: as `ruled`, but with so many points that the line alone is drawn. `ideal`: a thin line, by a
   * formula. `law`: a dashed one, by a formula that assumes something else. `measured`: rings, on a real machine.
   * `pinned`: the curve of the run to compare with. `part`: a part of each column, in the look of its state, on those
   * before it; a chart with parts has nothing else.
   */
  readonly kind:
    | 'simulated'
    | 'ruled'
    | 'formula'
    | 'ideal'
    | 'law'
    | 'measured'
    | 'pinned'
    | 'part';
  /** Of a part. */
  readonly state?: DrawnState;
  /** Its name stands beside its last point, as it does of what is ruled. */
  readonly named?: true;
  /** What stands there, where its label is too long for that. */
  readonly short?: string;
  /** Of what was measured: the label of the curve that it is of, where it is of one. */
  readonly measures?: string;
  /** Its line is broken, to be told from another that lies near it. */
  readonly dashed?: true;
  /** In ascending order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A summary of many runs: how a figure changes with one of the lab's parameters, all others as they are set. */
export interface Chart {
  /** Unique in its lab. */
  readonly id: string;
  readonly title: string;
  /**
   * `parameter` is the one that a chosen point sets: every x that can be chosen is a value that it allows. Without one,
   * points can be looked at and not chosen, and `here` is where the run that is shown stands. `names` are how values are
   * written that are no plain numbers, such as sizes that grow fourfold: the axis is then logarithmic; `say` writes those
   * between the names. It is `padded` where columns, or charts that stand under columns, need room at both ends. `knee`
   * is a dotted line with its words. `pinned` is where the run to compare with stands, where its curves are these too.
   */
  readonly x: {
    readonly label: string;
    readonly unit: string;
    readonly parameter?: string;
    readonly here?: number;
    readonly names?: Readonly<Record<number, string>>;
    readonly padded?: true;
    readonly knee?: { readonly at: number; readonly words: string };
    readonly pinned?: number;
    say?(value: number): string;
  };
  /**
   * `digits` are decimals; `most` is where a linear axis ends, when that is not the greatest value. `names` are the ticks
   * of a logarithmic axis that does not go up in decades, such as sizes in binary units: it reaches from the first that
   * is needed to the last. `say` writes a value where one unit does not do for all.
   */
  readonly y: {
    readonly label: string;
    readonly unit: string;
    readonly digits: number;
    readonly log?: true;
    readonly most?: number;
    readonly names?: Readonly<Record<number, string>>;
    say?(value: number): string;
  };
  readonly series: readonly Series[];
  /** Values up the axis that nothing can pass, as lines across; the legend names them. */
  readonly limits?: readonly { readonly label: string; readonly at: number }[];
}

/** Where the run of these values stands on a chart of it; null where its setting is none that the axis has. */
export const placeOf = ({ x: { parameter, here } }: Chart, values: object): number | null =>
  parameter === undefined
    ? (here ?? null)
    : ((values as Record<string, Value>)[parameter] as number | null);

/** Whether a curve's points can be chosen. */
export const canBeChosen = ({ kind }: Series) =>
  kind === 'simulated' || kind === 'ruled' || kind === 'formula' || kind === 'part';

/** Whether a curve has its name at its end. */
export const isNamed = ({ kind, named }: Series) =>
  kind === 'ruled' || kind === 'formula' || named === true;

/** Whether a chart is of columns. */
export const isOfColumns = ({ series }: Chart) => series.some(({ kind }) => kind === 'part');

/** Whether a kind's points are drawn, as dots or as rings. */
export const hasDots = (kind: Series['kind']): kind is keyof typeof DOTS => kind in DOTS;

/** The radius of a kind's dots or rings, px. */
export const DOTS = { simulated: 3, ruled: 3, measured: 3.5 } as const;
