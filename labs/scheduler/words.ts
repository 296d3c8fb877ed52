// What this lab says of a run, and the table of what other rules make of the same threads.
import { inARow, type Sentence, simulate, type Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { inMs, inPercent, withUnit } from '../../src/lab-kit/units.ts';
import { follow } from './by-hand.ts';
import {
  busy,
  endOf,
  firstAnswer,
  latencies,
  longestWait,
  meanLatency,
  mostWaiting,
  switching,
} from './facts.ts';
import {
  MANY,
  type Rule,
  type Setting,
  scenarioOf,
  shownName,
  tasksOf,
  type Work,
} from './work.ts';

type SchedulerRun = Run<Setting, Trace>;

/** The slice (ms) of round robin beside which other schedules are laid, and of what would help. */
const USUAL_SLICE = 2;
const HELPFUL_SLICE = 4;

const figure = (length: number) => ({ figure: inMs(Number(length.toFixed(2))) });

/** What the run comes to. */
export const known = (run: SchedulerRun): Sentence => inARow(...comesTo(run));

/** What the run comes to, and what another slice or rule would make of it. */
export const describe = (run: SchedulerRun): Sentence => inARow(...comesTo(run), ...otherwise(run));

function comesTo(run: SchedulerRun): Sentence[] {
  const { values, result } = run;
  if (values.policy === 'you') return byHand(run);
  switch (values.work) {
    case 'crowd':
    case 'hog':
      return [
        [named(result, 'A'), ' gives its first answer at ', figure(firstAnswer(result, 'A')), '.'],
        [whyThen(values)],
        ...(values.cost > 0
          ? [
              [
                'switching takes ',
                { figure: inPercent(switching(result), 0) },
                ' of the cores’ time.',
              ],
            ]
          : []),
      ];
    case 'pair':
      return [ends(result), [together(values)]];
    case 'wait':
      return [
        ends(result),
        ['while A waits for the network, B can have the core.'],
        ...(values.policy === 'priority' ? [['A has the higher priority.']] : []),
      ];
    case 'jobs':
      return [
        ['the mean latency is ', figure(meanLatency(result)), '.'],
        ...(values.policy === 'priority' ? [['B has a higher priority than the others.']] : []),
      ];
    case 'thousand':
      return [
        [
          `${MANY.toLocaleString('en')} threads share ${values.cores === 1 ? 'one core' : `${values.cores} cores`}, and none ever waits longer than `,
          figure(longestWait(result)),
          ' for a core.',
        ],
        [
          'up to ',
          { figure: mostWaiting(result).toLocaleString('en') },
          ' of them wait for the network at once, and ',
          values.cores === 1 ? 'the core computes ' : 'the cores compute ',
          { figure: inPercent(busy(result), 0) },
          ' of the time.',
        ],
      ];
  }
}

const named = ({ tasks }: Trace, name: string) => ({
  task: tasks.findIndex((task) => shownName(task.name) === name),
  name,
});

const ends = (trace: Trace): Sentence => [
  named(trace, 'A'),
  ' ends at ',
  figure(endOf(trace, 'A')),
  ' and B at ',
  figure(endOf(trace, 'B')),
  '.',
];

/** Why A has its answer then, beside the hog. */
function whyThen({ policy, slice, cores }: Setting): string {
  if (cores > 1) return 'the hog keeps one core, and the others are free for the rest.';
  switch (policy) {
    case 'shortest':
      return 'A has less left to compute than the hog, so it goes first.';
    case 'priority':
      return 'A has a higher priority than the hog, so it goes first.';
    case 'fair':
      return 'the hog has had more of the core than A, so A is next when the tick comes.';
    default:
      return slice === null
        ? 'the hog computes for 60 ms, and nothing takes the core away from it.'
        : `the hog wants the core for ${withUnit(60, 'ms')}, but the scheduler takes it away after a slice of ${inMs(slice)}.`;
  }
}

const together = ({ cores, cost }: Setting) =>
  cores > 1
    ? 'each has a core to itself.'
    : `they compute for 24 ms in all, and taking turns ${cost === 0 ? 'makes that neither more nor less' : 'costs a switch each time'}.`;

/** What another setting would make of it; nothing where there is no plain answer. */
function otherwise({ values }: SchedulerRun): Sentence[] {
  const { work, policy, slice, cores } = values;
  if ((work !== 'crowd' && work !== 'hog') || policy !== 'turns' || cores > 1) return [];
  const other = slice === null ? HELPFUL_SLICE : null;
  const first = firstAnswer(simulate(scenarioOf({ ...values, policy, slice: other })), 'A');
  return [
    [
      other === null
        ? 'without preemption it would be '
        : `with a slice of ${inMs(other)} it would be `,
      figure(first),
      '.',
    ],
  ];
}

/** What the reader's own schedule comes to, so far. */
function byHand({ values: { work, moves }, result }: SchedulerRun): Sentence[] {
  const { threads } = follow(work, moves);
  const left = threads.reduce((sum, thread) => sum + thread.left, 0);
  if (moves === '') {
    return [['choose who has the core, and for how long.'], [`there is ${inMs(left)} of work.`]];
  }
  if (left > 0)
    return [
      ['you have scheduled ', figure(moves.length), ', and ', figure(left), ' of work is left.'],
    ];
  const { turns, shortest } = yardsticks(work);
  return [
    ['your schedule has a mean latency of ', figure(meanLatency(result)), '.'],
    [
      `round robin with a slice of ${inMs(USUAL_SLICE)} has `,
      figure(meanLatency(turns)),
      ', and shortest remaining first has ',
      figure(meanLatency(shortest)),
      '.',
    ],
  ];
}

const ruled = (work: Work) => {
  const by = (policy: Rule, slice: number | null) =>
    simulate(scenarioOf({ work, policy, slice, cores: 1, cost: 0 }));
  return {
    turns: by('turns', USUAL_SLICE),
    first: by('turns', null),
    shortest: by('shortest', null),
    fair: by('fair', null),
  };
};
const ruledBefore = new Map<Work, ReturnType<typeof ruled>>();

/** What rules make of the same threads on one core, without switch costs. */
function yardsticks(work: Work) {
  const found = ruledBefore.get(work) ?? ruled(work);
  ruledBefore.set(work, found);
  return found;
}

/** Of a few threads: what each schedule gives each of them. */
export function tables({ values, result }: SchedulerRun): Table[] {
  const { work, policy } = values;
  const done = result.tasks.every(({ end }) => end !== null);
  // What rules make of the work is laid beside the reader's schedule once that is done.
  if (policy === 'you' ? !done : work !== 'jobs') return [];
  const { turns, first, shortest, fair } = yardsticks(work);
  const written = (length: number) =>
    Number.isNaN(length) ? '–' : String(Number(length.toFixed(2)));
  const row = (name: string, trace: Trace) => [
    name,
    ...latencies(trace).map(written),
    written(meanLatency(trace)),
  ];
  return [
    {
      caption: 'Latency of each thread, ms',
      shown: 'always',
      columns: [
        { label: 'Schedule' },
        ...tasksOf(work).map(({ name }) => ({ label: shownName(name), numeric: true as const })),
        { label: 'mean', numeric: true },
      ],
      rows: [
        row(policy === 'you' ? 'yours' : 'as set', result),
        row('first come, first served', first),
        row(`round robin, slice of ${inMs(USUAL_SLICE)}`, turns),
        row('fair', fair),
        row('shortest remaining first', shortest),
      ],
    },
  ];
}
