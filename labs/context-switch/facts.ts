// The figures of this lab that chapters quote.
import type { Run } from '../../src/lab-kit/lab.ts';
import { bound, kneeOf, type Setting } from './core.ts';
import type { LongRun } from './figures.ts';

const of = (
  label: string,
  unit: string,
  value: (run: Pick<Run<Setting, LongRun>, 'values' | 'result'>) => number,
) => ({ label, unit, value });

export const facts = {
  work: of('the share of the core’s time that is work', '%', ({ result }) => result.work * 100),
  switching: of(
    'the share of the core’s time that goes into switching',
    '%',
    ({ result }) => result.switching * 100,
  ),
  idle: of(
    'the share of the core’s time in which it is idle',
    '%',
    ({ result }) => result.idle * 100,
  ),
  throughput: of('bursts a second', '', ({ result }) => result.throughput),
  bound: of('the most bursts a second that the formula allows', '', ({ values }) => bound(values)),
  latency: of(
    'how long a burst takes from the end of a wait, on average',
    'ms',
    ({ result }) => result.latency / 1000,
  ),
  runnable: of('how many threads are runnable, on average', '', ({ result }) => result.runnable),
  knee: of('how many threads keep the core busy, by the formula', '', ({ values }) =>
    kneeOf(values),
  ),
  cost: of(
    'what a switch costs, on average',
    'µs',
    ({ values, result }) => result.cost ?? values.cost,
  ),
};
