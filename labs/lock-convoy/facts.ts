// The figures of this lab that chapters quote: all of the long run, none of the few rounds that are drawn.
import type { Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { figuresAt, timesOneCore } from './figures.ts';
import { amdahl, bound, partsOf, type Setting } from './server.ts';

const of = (label: string, unit: string, read: (setting: Setting) => number) => ({
  label,
  unit,
  value: ({ values }: Pick<Run<Setting, Trace>, 'values'>) => read(values),
});

export const facts = {
  throughput: of('requests answered a second', '', (at) => figuresAt(at).throughput),
  times: of('how many times the throughput of one busy core', '', (at) =>
    timesOneCore(figuresAt(at).throughput),
  ),
  working: of('how many cores compute, on average', '', (at) => figuresAt(at).working),
  idle: of('how many cores are idle, on average', '', (at) => at.cores - figuresAt(at).working),
  busy: of(
    'the share of the cores’ time in which they compute',
    '%',
    (at) => (figuresAt(at).working / at.cores) * 100,
  ),
  blocked: of('how many threads wait for the lock, on average', '', (at) => figuresAt(at).blocked),
  held: of(
    'the share of the time in which the lock is held',
    '%',
    (at) => figuresAt(at).held * 100,
  ),
  hold: of('how long a request holds the lock, on average', 'ms', (at) => partsOf(at).hold),
  bound: of('the most requests a second that this server can answer', '', bound),
  amdahl: of('requests a second by Amdahl’s law', '', amdahl),
  'amdahl-times': of('how many times one core’s throughput Amdahl’s law allows', '', (at) =>
    timesOneCore(amdahl(at)),
  ),
};
