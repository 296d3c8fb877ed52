// What this lab says of a setting, and of switches in general.
import type { Sentence } from '@interleave/simulation';
import type { Reasoned } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { kneeOf, MEASURED_COSTS, type Setting, SLICE } from './core.ts';
import type { LongRun } from './figures.ts';
import { count, partOfSecond, share, time } from './in-words.ts';

type SwitchRun = Run<Setting, LongRun>;

/** A core that idles less than this share of the time is called full. */
const FULL = 0.005;

export const threadsInWords = (threads: number) =>
  threads === 1 ? '1 thread' : `${count(threads)} threads`;

/** The setting as a subject: "500 threads, each computing for 5 µs after every 1 ms of waiting,". */
function subject({ threads, burst, wait }: Setting): string {
  const one = threads === 1;
  const turns = burst > SLICE && !one ? `, ${time(SLICE)} at a time,` : '';
  if (wait === 0) {
    const each = one
      ? ''
      : `, each computing for ${time(burst)}${turns === '' ? ' at a time' : turns}`;
    return `${one ? 'One thread that never waits' : `${threadsInWords(threads)} that never wait`}${each}${turns === '' && !one ? ',' : ''}`;
  }
  return `${one ? 'One thread,' : `${threadsInWords(threads)}, each`} computing for ${time(burst)}${turns} after every ${time(wait)} of waiting,`;
}

/** What the run itself comes to. */
export function known({ values, result: { work, switching, idle } }: SwitchRun): Sentence {
  const verb = values.threads === 1 ? 'keeps' : 'keep';
  const parts = `${share(work)} work and `;
  const switches = { figure: `${share(switching)} switching` };
  if (idle < FULL) {
    return [`${subject(values)} ${verb} the core busy all the time: ${parts}`, switches, '.'];
  }
  return [
    `${subject(values)} ${verb} the core busy for ${share(1 - idle)} of the time: ${parts}`,
    switches,
    '.',
  ];
}

/** And what more or fewer threads would do. */
export const describe = (run: SwitchRun): Sentence => [...known(run), ...others(run)];

function others({ values, result }: SwitchRun): Sentence {
  const { threads, wait, grows } = values;
  const knee = kneeOf(values);
  if (wait === 0) {
    return threads === 1
      ? [' With nobody else in line, it never has to switch.']
      : [' One thread would keep the core busy without any switch.'];
  }
  if (threads > knee) {
    return [
      ' More than ',
      { figure: count(knee) },
      ` threads ${grows ? 'do no more work' : 'gain nothing'}: each burst only waits longer.`,
    ];
  }
  if (threads >= 100 && result.runnable < 1) {
    return [
      ` Nearly all of them are asleep, so a switch costs ${time(result.cost ?? values.cost)}, as it does with two threads.`,
    ];
  }
  return [' The core has time for about ', { figure: count(knee) }, ' such threads.'];
}

/** What counts, and what does not: the same for every setting, but for whom it is about. */
export function reasonsOf({ values, result }: SwitchRun): Reasoned {
  const { threads, cost } = values;
  const [, many, most] = MEASURED_COSTS;
  const knee = kneeOf(values);
  return {
    who: threadsInWords(threads),
    what: `${average(result.runnable)} runnable, on average; a switch costs ${time(result.cost ?? cost)}; ${
      threads > knee
        ? `${count(threads / knee)} times as many as at the knee`
        : `the knee is at ${count(knee)}`
    }`,
    remarks: [
      {
        heading: 'Not how many there are',
        text: 'A thread that waits costs the core nothing. With 10,000 threads asleep, a switch between two others still took 1.2\u00a0µs.',
      },
      {
        heading: 'How many are runnable',
        text: `A switch takes longer when many threads stand in the run queue: ${many.cost}\u00a0µs with 1,000 of them, ${most.cost}\u00a0µs with 10,000. Their records no longer fit into the caches.`,
      },
      {
        heading: 'How long each computes',
        text: 'With bursts of 5\u00a0µs, switching takes 19% to 36% of a busy core. With bursts of 1\u00a0ms it takes 0.1% to 0.3%, and threads that compute until their slice of 4\u00a0ms is over lose 0.03% to 0.07%.',
      },
      {
        heading: 'And what each has in the caches',
        text: 'The threads measured here touch hardly any memory. A thread that works on more data has to load it again after a switch. In 2007, on a 2.0\u00a0GHz Xeon, a switch by itself took 3.8\u00a0µs; with the data loaded again it took from a few µs to more than 1,000\u00a0µs, depending on how much data there was and how it was read (Li, Ding and Shen, “Quantifying the cost of context switch”, ExpCS 2007).',
      },
    ],
  };
}

/** How many on average: "343", "0.01". */
const average = (many: number) =>
  many < 0.01 ? 'hardly any' : Number(many.toPrecision(many < 1 ? 1 : 3)).toLocaleString('en');

/** The record of a run, a row each. */
export const table = ({ values, result }: SwitchRun): Table => ({
  name: 'Table of this run',
  caption: `One second of the core with ${threadsInWords(values.threads)}`,
  shown: 'asked',
  columns: [{ label: 'What' }, { label: 'figure', numeric: true }],
  rows: [
    [{ state: 'running', text: 'work' }, partOfSecond(result.work)],
    [{ state: 'switching', text: 'switching' }, partOfSecond(result.switching)],
    ['idle', partOfSecond(result.idle)],
    ['bursts', result.throughput.toLocaleString('en', { maximumSignificantDigits: 4 })],
    ['latency of a burst', time(result.latency)],
    ['runnable threads, on average', average(result.runnable)],
    ['a switch costs', result.cost === null ? 'no switch' : time(result.cost)],
    ['knee', threadsInWords(kneeOf(values))],
  ],
});

/** What was measured of switches. */
export const MEASURED: Table = {
  caption: 'A switch, measured',
  shown: 'always',
  columns: [
    { label: 'between' },
    { label: 'µs', numeric: true },
    { label: 'another day', numeric: true },
  ],
  rows: [
    ['2 runnable threads', '1.2', '1.3'],
    ['1,000 runnable', '1.7', '1.9–2.0'],
    ['10,000 runnable', '2.8', '2.3–3.9'],
    ['2 runnable, 10,000 asleep', '1.2', '1.3'],
    ['goroutines', '0.055–0.062', ''],
    ['asyncio tasks', '1.4', ''],
  ],
};

export const MEASURED_HOW =
  'Measured with sched_yield on one core of a 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12; Go 1.19, CPython 3.11. ' +
  'The lab takes the first column for threads. Between these numbers of runnable threads its line is drawn straight, and it grows with the knob.';
