// A chart as plain data: a summary of many runs, whose curves are drawn here at build and by Recharts live.

/** A curve of a chart: a figure over some values of one parameter. */
export interface Series {
  readonly label: string;
  /** `simulated`: dots joined by a line, each dot a run. `ideal`: a thin line, by a formula. */
  readonly kind: 'simulated' | 'ideal';
  /** In ascending order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A summary of many runs: how a figure changes with one of the lab's parameters, all others as they are set. */
export interface Chart {
  /** Unique in its lab. */
  readonly id: string;
  readonly title: string;
  /** `parameter` is the one that a chosen point sets: every simulated x is a value that it allows. */
  readonly x: { readonly label: string; readonly unit: string; readonly parameter: string };
  /** `digits` are decimals; `most` is where the axis ends, when that is not the greatest value. */
  readonly y: {
    readonly label: string;
    readonly unit: string;
    readonly digits: number;
    readonly most?: number;
  };
  readonly series: readonly Series[];
}
