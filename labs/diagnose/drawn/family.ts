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
