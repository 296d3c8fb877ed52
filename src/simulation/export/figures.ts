// The figures of a run as rows of words, and the sentences that a timeline alone does not say.

import { lackingTime } from '../readers/lack.ts';
import { type Metrics, taskMetrics } from '../readers/metrics.ts';
import { hasRetries, requestsOf } from '../readers/requests.ts';
import { toText } from '../readers/sentence.ts';
import { type Spread, spread } from '../readers/spread.ts';
import { summarise } from '../readers/summarise.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf, taskNames } from '../trace/trace-data.ts';
import { shown } from './names.ts';

/** Of more tasks than this only some are spoken of. */
const MOST_SPOKEN_OF = 6;
const MOST_STUCK = 8;

const inMs = (nanos: number) => `${toMs(Math.round(nanos) as Nanos)}`;
const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What a run comes to, as pairs of a term and its figures; times in ms. */
export function figures(
  trace: Trace,
  of: Omit<Metrics, 'tasks'>,
): [term: string, figures: string][] {
  const { makespan, throughput, utilisation, ...rest } = of;
  const { mean } = rest.turnaround;
  const rows: [string, string][] = [
    ['makespan', `${inMs(makespan)} ms`],
    ['throughput', `${Number(throughput.toPrecision(4))} per second`],
    ['utilisation', percent(utilisation)],
    ['switches', `${rest.switches}`],
  ];
  if (rest.runtimeSwitches > 0) rows.push(['runtime switches', `${rest.runtimeSwitches}`]);
  if (rest.switchTime > 0) rows.push(['switch time', `${inMs(rest.switchTime)} ms`]);
  const data = columnsOf(trace);
  const users = data.of.reduce(
    (count, task) => count + (trace.scenario.tasks[task]?.think === undefined ? 0 : 1),
    0,
  );
  if (users > 0) rows.push(['rounds', `${data.rounds.length / 3} by ${counted(users, 'user')}`]);
  if (hasRetries(trace)) rows.push(...ofRequests(trace));
  if (mean !== null) rows.push(['turnaround', inWords(rest.turnaround)]);
  for (const { name, operations, busy, queued, utilisation: used } of rest.devices) {
    const parts = [
      counted(operations, 'operation'),
      `${inMs(busy)} ms served`,
      `${inMs(queued)} ms in line`,
      ...(used === null ? [] : [`${percent(used)} used`]),
    ];
    rows.push([shown(name), parts.join(', ')]);
  }
  return rows;
}

const inWords = (times: Spread) =>
  `${Object.entries(times)
    .map(([of, time]) => `${of} ${inMs(time as number)}`)
    .join(', ')} ms`;

/** How many requests there were, how often they were sent again, and how long the answered took. */
function ofRequests(trace: Trace): [term: string, figures: string][] {
  const requests = requestsOf(trace);
  const latencies = requests.flatMap(({ latency }) => (latency === null ? [] : [latency]));
  const resends = requests.reduce((sum, { tasks }) => sum + tasks.length - 1, 0);
  const counts = `${requests.length}, ${latencies.length} answered, ${counted(resends, 'resend')}`;
  const took = spread(Float64Array.from(latencies));
  const rows: [string, string][] = [['requests', counts]];
  if (took.mean !== null) rows.push(['latency', inWords(took)]);
  return rows;
}

/** The run in sentences: when tasks end and how busy the cores were, and who waits for whom in a deadlock. */
export function account(trace: Trace): string[] {
  const names = taskNames(columnsOf(trace)).map(shown);
  if (names.length === 0) return ['There were no tasks.'];
  const { deadlock } = trace;
  const sentence = summarise(trace, { tasks: names, awaited: 'its IO' }, spokenOf(trace));
  const summary = toText(sentence).replaceAll('\u00a0', ' ');
  return deadlock === null ? [summary] : [summary, inDeadlock(trace, deadlock, names)];
}

/** All tasks when they are few; else the first and the last to end, and the one that lacked a worker or a core for longest. */
function spokenOf(trace: Trace): readonly number[] {
  const { ends } = columnsOf(trace);
  if (ends.length <= MOST_SPOKEN_OF) return [...ends.keys()];
  const end = (task: number) => {
    const at = ends[task] as number;
    return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
  };
  const most = (measure: (task: number) => number) => {
    let found = 0;
    let greatest = measure(0);
    for (let task = 1; task < ends.length; task += 1) {
      const value = measure(task);
      if (value > greatest) [found, greatest] = [task, value];
    }
    return found;
  };
  const first = most((task) => -end(task));
  const last = most(end);
  const longest = most((task) => lackingTime(taskMetrics(trace, task, '')));
  return [...new Set([first, last, longest])];
}

function inDeadlock(
  trace: Trace,
  stuck: NonNullable<Trace['deadlock']>,
  names: readonly string[],
): string {
  const each = stuck.slice(0, MOST_STUCK).map(({ task, awaits, heldBy }) => {
    const what =
      awaits === null
        ? 'a worker'
        : `the lock ${shown(awaits)}, which ${names[heldBy as number]} holds`;
    return `${names[task]} awaits ${what}`;
  });
  const more = stuck.length - each.length;
  if (more > 0) each.push(`and ${more} more`);
  return `Deadlock at ${inMs(trace.end)} ms, where nothing can go on: ${each.join('; ')}.`;
}
