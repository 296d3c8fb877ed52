// What this lab says of a setting, and of switches in general.
import type { Sentence } from '@interleave/simulation';
import type { Reasoned } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Run } from '../../src/lab-kit/lab.ts';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { bound, FULL, fillsAt, kneeOf, MEASURED_COSTS, type Setting, SLICE } from './core.ts';
import type { LongRun } from './figures.ts';
import { count, partOfSecond, share, time } from './in-words.ts';

type SwitchRun = Run<Setting, LongRun>;

/** The most threads that the knob can set: what takes more is not spoken of. */
const MOST_THREADS = 10_000;

/** How many threads fill the core: asked for several times of each setting, and the same for any number of threads. */
const fillsTheCore = oncePerSetting(
  ({ burst, wait, cost }: Setting) => [burst, wait, cost],
  (setting) => fillsAt(setting, MOST_THREADS),
);

export const threadsInWords = (threads: number) =>
  threads === 1 ? '1 thread' : `${count(threads)} threads`;

/** The setting as a subject: "500 threads with bursts of 5 µs and waits of 1 ms". */
function subject({ threads, burst, wait }: Setting): string {
  const one = threads === 1;
  const sliced = burst > SLICE && !one ? `, in slices of ${time(SLICE)},` : '';
  if (wait > 0) {
    return `${one ? 'One thread' : threadsInWords(threads)} with bursts of ${time(burst)}${sliced} and waits of ${time(wait)}`;
  }
  if (one) return 'One thread that never waits';
  return `${threadsInWords(threads)} that never wait, with bursts of ${time(burst)}${sliced || ','}`;
}

/** What the run itself comes to. */
export function known({ values, result: { work, switching, idle } }: SwitchRun): Sentence {
  const verb = values.threads === 1 ? 'keeps' : 'keep';
  const busy = idle < FULL ? 'all the time' : `for ${share(1 - idle)} of the time`;
  return [
    `${subject(values)} ${verb} the core busy ${busy}: ${share(work)} work and `,
    { figure: `${share(switching)} switching` },
    '.',
  ];
}

/** And what more or fewer threads would do. */
export const describe = (run: SwitchRun): Sentence => [...known(run), ...others(run)];

function others(run: SwitchRun): Sentence {
  const { values, result } = run;
  const { threads, wait } = values;
  if (wait === 0) {
    return threads === 1
      ? [' With no other thread in the run queue, it never has to switch.']
      : [' One thread would keep the core busy without any switch.'];
  }
  if (threads >= 100 && result.runnable < 1) {
    return [
      ` Nearly all of them are waiting, so a switch costs ${time(result.cost ?? values.cost)}, as it does with two threads.`,
    ];
  }
  return [...filling(values), ...beyond(run)];
}

/** How many threads fill the core: by the knee's formula, and for all that their bursts meet. */
function filling(setting: Setting): Sentence {
  const least = fillsTheCore(setting);
  const knee = wholeKnee(setting);
  if (least === 1) return [' One thread would keep the core busy.'];
  if (knee === 1) return [` One thread would nearly fill the core; it takes ${least} to fill it.`];
  const takes = leastBeyond(setting);
  const because = takes === null ? '' : ` if their bursts never met; because they do, ${takes}`;
  return [' ', { figure: threadsInWords(knee) }, ` would fill the core${because}.`];
}

/** What a core that is full makes of more threads. */
function beyond({ values, result }: SwitchRun): Sentence {
  const { threads, cost } = values;
  if (result.idle >= FULL || threads <= (fillsTheCore(values) ?? MOST_THREADS)) return [];
  const lost = 1 - result.throughput / bound(values);
  const here = ` With ${count(threads)}, each burst `;
  return lost < FULL
    ? [`${here}only waits longer.`]
    : [
        `${here}waits longer, and a switch takes ${time(result.cost ?? cost)} instead of ${time(cost)}: throughput is ${share(lost)} lower.`,
      ];
}

/** Of a few threads the knee's formula gives fractions: so many whole ones it takes. */
const wholeKnee = (setting: Setting) => {
  const knee = kneeOf(setting);
  return knee < 10 ? Math.ceil(knee - 0.1) : knee;
};

/** How many it takes beyond the knee, because bursts meet; null where that is not more, or more than the knob has. */
function leastBeyond(setting: Setting): string | null {
  const least = fillsTheCore(setting);
  return least === null || least <= wholeKnee(setting) ? null : `it takes about ${count(least)}`;
}

/** Where the knee comes from, and what it is not. */
export function kneeInWords(setting: Setting): string {
  if (setting.wait === 0) return 'Times in µs. A thread that never waits fills the core alone.';
  const takes = leastBeyond(setting);
  const because = takes === null ? '' : ` They do meet, so ${takes}.`;
  return `Times in µs. So many threads would fill the core if their bursts never met.${because}`;
}

/** What counts, and what does not: the same for every setting, but for whom it is about. */
export function reasonsOf({ values, result }: SwitchRun): Reasoned {
  const { threads, burst } = values;
  const [, many, most] = MEASURED_COSTS;
  const knee = kneeOf(values);
  return {
    who: threadsInWords(threads),
    what: `${average(result.runnable)} runnable, on average; ${result.cost === null ? 'it never switches' : `a switch costs ${time(result.cost)}`}; ${
      threads > knee
        ? `${count(threads / knee)} times as many as at the knee`
        : `the knee is at ${count(knee)}`
    }`,
    remarks: [
      {
        heading: 'Not how many there are',
        text: 'A thread that waits costs the core nothing. With 10,000 threads waiting, a switch between two others still took 1.2\u00a0µs.',
      },
      {
        heading: 'How many are runnable',
        text: `A switch takes longer when many threads stand in the run queue: ${many.cost}\u00a0µs with 1,000 of them, ${most.cost}\u00a0µs with 10,000. Their records no longer fit into the caches.`,
      },
      {
        heading: 'How long each computes',
        text: `With bursts of 5\u00a0µs, switching takes 19% to 36% of a busy core. With bursts of 1\u00a0ms it takes 0.1% to 0.3%.${burst > SLICE ? ' Threads that compute until their slice of 4\u00a0ms is over lose 0.03% to 0.07%.' : ''}`,
      },
      {
        heading: 'And what each has in the caches',
        text: 'The threads measured here touch hardly any memory. One that works on more data has to load it again after a switch. Between two processes that share a pipe, a switch took 3.8\u00a0µs by itself, and up to more than 1,000\u00a0µs with the data (Li, Ding and Shen, ExpCS 2007).',
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
    ['a switch costs', result.cost === null ? 'it never switches' : time(result.cost)],
    ['knee', threadsInWords(kneeOf(values))],
  ],
});

/** What was measured of switches. */
export const MEASURED: Table = {
  caption: 'A switch, measured',
  shown: 'always',
  columns: [{ label: 'between' }, { label: 'µs', numeric: true }],
  rows: [
    ['2 runnable threads', '1.2 (1.2–1.3)'],
    ['1,000 runnable', '1.7 (1.7–2.0)'],
    ['10,000 runnable', '2.8 (2.3–3.9)'],
    ['2 runnable, 10,000 waiting', '1.2 (1.2–1.3)'],
    ['goroutines', '0.055–0.062'],
    ['asyncio tasks', '1.4'],
  ],
};

export const MEASURED_HOW =
  'Measured with sched_yield on one core of a 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12; Go 1.19, CPython 3.11. ' +
  'In brackets: the range over two days. The lab goes by the first figure. Between these numbers of runnable threads its line is straight, and it grows with the knob.';
