// What runs out, and at how many: of each carrier that does not fit, and of OS threads where all fit.
import { capital, grouped } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { GONE, NAMES, ONE, WHERE } from './names.ts';
import { CARRIERS, type Carrier, inBytes, type LinkSetting, serviceThreads } from './setting.ts';
import { type All, mostPromised } from './taken.ts';

/** "a, b and c" */
const LIST = new Intl.ListFormat('en-GB');

/** In sentences. */
export function whatRunsOut({
  values,
  result,
}: Pick<Run<LinkSetting, All>, 'values' | 'result'>): string {
  const setting = inBytes(values);
  const stopped = CARRIERS.filter((carrier) => result[carrier].starts < setting.connections);
  const service = serviceThreads(setting);
  if (stopped.length === 0) {
    const { nearest } = result.threads;
    const promised = mostPromised('threads', setting);
    return [
      'Memory is enough.',
      ...whatStops(result, setting.connections, service),
      ...(setting.overcommit === 'usual' && promised < nearest.tasks
        ? [`A kernel that never overcommits would stop at ${grouped(promised)}.`]
        : []),
    ].join(' ');
  }
  const fit = CARRIERS.filter((carrier) => !stopped.includes(carrier));
  return [
    ...refused(stopped, result),
    ...filled(stopped, result),
    ...(fit.length === 0
      ? []
      : [`${capital(LIST.format(fit.map((carrier) => NAMES[carrier])))} fit.`]),
    ...(service < result.threads.starts ? [`${capital(raise(service))}.`] : []),
  ].join(' ');
}

const raise = (service: number) =>
  `a systemd service stops at ${grouped(service)} threads, unless you raise its limit (TasksMax)`;

/** Where all fit: what stops OS threads first, in a service and without its limit. */
function whatStops({ threads }: All, connections: number, service: number): string[] {
  const { name, tasks } = threads.nearest;
  const at = `at ${grouped(tasks)}, where ${WHERE[name]}`;
  if (service >= tasks) return [`OS threads stop ${at}.`];
  return connections > service
    ? [`But ${raise(service)}.`, `Without that limit, OS threads stop ${at}.`]
    : [
        `As a systemd service with its default limit, the process stops at ${grouped(service)} threads; otherwise OS threads stop ${at}.`,
      ];
}

/** A sentence for those of which the kernel refuses one more; for more than one where they stop at the same. */
function refused(stopped: readonly Carrier[], result: All): string[] {
  const groups = new Map<string, Carrier[]>();
  for (const carrier of stopped) {
    const { name, tasks } = result[carrier].nearest;
    if (name === 'memory') continue;
    groups.set(`${name} ${tasks}`, [...(groups.get(`${name} ${tasks}`) ?? []), carrier]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Carrier, ...Carrier[]];
    const { nearest, starts } = result[first];
    const names = capital(LIST.format(group.map((carrier) => NAMES[carrier])));
    const error = first === 'threads' ? ' pthread_create returns EAGAIN.' : '';
    return `${names} stop at ${grouped(starts)}: the kernel refuses ${ONE[first]} ${grouped(starts + 1)}, because ${GONE[nearest.name]}.${error}`;
  });
}

/** A sentence for all of those that fill the memory. */
function filled(stopped: readonly Carrier[], result: All): string[] {
  const told = stopped
    .filter((carrier) => result[carrier].nearest.name === 'memory')
    .map((carrier, i) => {
      const starts = grouped(result[carrier].starts);
      return i === 0
        ? `${capital(NAMES[carrier])} fill the memory at ${starts}`
        : `${NAMES[carrier]} at ${starts}`;
    });
  return told.length === 0
    ? []
    : [`${LIST.format(told)}. Then the kernel ends a process (OOM killer).`];
}
