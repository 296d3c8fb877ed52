// What drawn cases have in common: a family is one kind of service, told and shown alike, with its bottleneck anywhere.
import type { Remedy } from '../case.ts';
import type { Reading } from '../panel.ts';
import type { Service } from '../service.ts';
import type { Watched } from '../watched.ts';
import type { Draw } from './draw.ts';

/** Longer than that of Linux, ms: a draw is simulated up to six times, and a run of many short slices takes long. */
export const SLICE = 20;

/** A service with its numbers, where it is slow, and what could be done. */
export interface Drawn {
  readonly is: Service;
  /** "a pool too small" */
  readonly name: string;
  /** What is told before an answer, the same for all of a family but for its numbers. */
  readonly service: string;
  /** Where the time goes, with the calculation by hand. */
  shows(now: Watched): string;
  /** Why any of the others helps less, if at all. */
  readonly fail: string;
  /** What would help if nothing else is better. */
  readonly aimed: Remedy;
  /** What else can be tried. */
  readonly others: readonly Remedy[];
}

export interface Family {
  readonly panel: readonly Reading[];
  /** Each draws a service that is slow at another place. */
  readonly mechanisms: readonly ((draw: Draw) => Drawn)[];
}

/** How the services of a family are made. N are the numbers that a mechanism can set. */
interface Making<N> {
  numbers(draw: Draw): N;
  serviceOf(of: N, draw: Draw): Service;
  /** Every remedy that such a service can have, whatever ails it. */
  remediesOf(of: N): Record<string, Remedy>;
  /** What is told before an answer. */
  told(of: N): string;
}

/** Declares the mechanisms of a family, each with the remedy that is aimed at and the numbers that make it the right one. */
export const mechanismOf =
  <N>({ numbers, serviceOf, remediesOf, told }: Making<N>) =>
  (
    name: string,
    aimed: string,
    set: (numbers: N, draw: Draw) => Partial<N>,
    shows: Drawn['shows'],
    fail: string,
    /** Remedies that are not offered: loops that share their lines hide what a heavy request does to its own process. */
    without: readonly string[] = [],
  ) =>
  (draw: Draw): Drawn => {
    const drawn = numbers(draw);
    const of = { ...drawn, ...set(drawn, draw) };
    const { [aimed]: first, ...others } = remediesOf(of);
    for (const remedy of without) delete others[remedy];
    return {
      is: serviceOf(of, draw),
      name,
      service: told(of),
      shows,
      fail,
      aimed: first as Remedy,
      others: Object.values(others),
    };
  };
