// What this lab says of a setting: what is reserved and what is in use, and what runs out first.
import { capital, type Sentence } from '@interleave/simulation';
import { commitLimit } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import { withUnit } from '../../src/lab-kit/units.ts';
import { GONE, isUsualStack, LIMITS, NAMES, ONE } from './names.ts';
import { CARRIERS, type Carrier, machineOf, type Setting } from './setting.ts';
import { countOf, many, size, three } from './sizes.ts';
import { type All, mostPromised } from './taken.ts';

/** "a, b and c" */
const LIST = new Intl.ListFormat('en-GB');

type OwnRun = Pick<Run<Setting, All>, 'values' | 'result'>;
type TaggedRun = Run<Setting, All>;

/** What so many stacks of 8 MB come to, as people reckon it: GB. */
export const inGB = ({ connections }: Setting) => (connections * 8) / 1000;

/** What OS threads come to. */
export function describe({ values, result }: OwnRun): Sentence {
  const { asked, has, starts, nearest } = result.threads;
  const { connections, memory } = values;
  const threads = countOf(connections, 'thread');
  if (starts === connections) {
    const share = withUnit(three((asked.resident / memory) * 100), '%');
    return [
      `${threads} ${connections === 1 ? 'reserves' : 'reserve'} `,
      { figure: size(asked.reserved) },
      ` of stack and ${connections === 1 ? 'has' : 'have'} `,
      { figure: size(asked.resident) },
      ` in use, ${share} of the memory.`,
      ...decimal(values),
    ];
  }
  if (nearest.name === 'promises') {
    return [
      `${threads} ask for ${size(asked.reserved)} of stack. This kernel never overcommits: it promises `,
      { figure: size(commitLimit(machineOf(values))) },
      ' at most and refuses thread ',
      { figure: many(starts + 1) },
      `, though only ${size(has.resident)} of the memory is in use.`,
    ];
  }
  const asks: Sentence = [
    `${threads} would reserve `,
    { figure: size(asked.reserved) },
    ' of stack and have ',
    { figure: size(asked.resident) },
    ' in use. ',
  ];
  return nearest.name === 'memory'
    ? [
        ...asks,
        'The memory is full at ',
        { figure: many(starts) },
        ': then the kernel ends a process.',
      ]
    : [
        ...asks,
        'The kernel refuses thread ',
        { figure: many(starts + 1) },
        `: ${GONE[nearest.name]}.`,
      ];
}

/** Two settings in short: what each comes to. */
export const compare = (first: TaggedRun, second: TaggedRun): Sentence => [
  `${capital(second.tag)}: `,
  ...inShort(second),
  ` ${capital(first.tag)}: `,
  ...inShort(first),
];

function inShort({ values: { connections }, result }: OwnRun): Sentence {
  const { asked, has, starts } = result.threads;
  const inUse: Sentence = [{ figure: size(has.resident) }, ' in use.'];
  return starts === connections
    ? [{ figure: size(asked.reserved) }, ' reserved, ', ...inUse]
    : [{ figure: many(starts) }, ` of ${countOf(connections, 'thread')} start, with `, ...inUse];
}

/** Where the stacks are Linux's usual ones: what their name comes to in decimal units. */
const decimal = (setting: Setting): Sentence =>
  isUsualStack(setting) && setting.connections >= 1000
    ? [
        ` (${three(setting.connections)} times 8\u00a0MB would be ${withUnit(three(inGB(setting)), 'GB')}, but Linux’s 8\u00a0MB are 8\u00a0MiB.)`,
      ]
    : [];

/** What runs out first, and at how many: of each carrier that does not fit, else of OS threads. */
export function whatRunsOut({ values, result }: OwnRun): string {
  const stopped = CARRIERS.filter((carrier) => result[carrier].starts < values.connections);
  const fit = CARRIERS.filter((carrier) => !stopped.includes(carrier));
  if (stopped.length === 0) {
    const { name, tasks } = result.threads.nearest;
    const other =
      values.overcommit === 'usual'
        ? ` A kernel that never overcommits would stop at ${many(mostPromised('threads', values))}.`
        : '';
    return `Everything fits. First to run out are ${LIMITS[name]}, at ${countOf(tasks, 'OS thread')}.${other}`;
  }
  const rest =
    fit.length === 0 ? '' : ` ${capital(LIST.format(fit.map((carrier) => NAMES[carrier])))} fit.`;
  return `${[...refused(stopped, result), ...filled(stopped, result)].join(' ')}${rest}`;
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
    return `${names} stop at ${many(starts)}: the kernel refuses ${ONE[first]} ${many(starts + 1)}, because ${GONE[nearest.name]}.${error}`;
  });
}

/** A sentence for all of those that fill the memory. */
function filled(stopped: readonly Carrier[], result: All): string[] {
  const told = stopped
    .filter((carrier) => result[carrier].nearest.name === 'memory')
    .map((carrier, i) => {
      const starts = many(result[carrier].starts);
      return i === 0
        ? `${capital(NAMES[carrier])} fill the memory at ${starts}`
        : `${NAMES[carrier]} at ${starts}`;
    });
  return told.length === 0
    ? []
    : [`${LIST.format(told)}. Then the kernel ends a process (OOM killer).`];
}
