// What this lab says of a setting: what is reserved, and what is in use.
import { capital, grouped, type Sentence } from '@interleave/simulation';
import { commitLimit } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import { counted, withUnit } from '../../src/lab-kit/units.ts';
import { GONE } from './names.ts';
import { inBytes, type LinkSetting, machineOf, type Setting, USUAL_STACK } from './setting.ts';
import { atLeast, size, three } from './sizes.ts';
import type { All } from './taken.ts';

type TaggedRun = Run<LinkSetting, All>;
type OwnRun = Pick<TaggedRun, 'values' | 'result'>;

/** What OS threads come to. */
export function describe({ values, result }: OwnRun): Sentence {
  const { asked, has, starts, nearest } = result.threads;
  const setting = inBytes(values);
  const { connections, memory } = setting;
  const threads = counted(connections, 'thread');
  if (starts === connections) {
    const share = withUnit(atLeast((asked.resident / memory) * 100, 'less than '), '%');
    return [
      `${threads} ${connections === 1 ? 'reserves' : 'reserve'} `,
      { figure: size(asked.reserved) },
      ` of stack and ${connections === 1 ? 'has' : 'have'} `,
      { figure: size(asked.resident) },
      ` in use, ${share} of the memory.`,
      ...decimal(setting),
    ];
  }
  if (nearest.name === 'promises') {
    return [
      `${threads} ask for ${size(asked.reserved)} of stack. This kernel never overcommits: it promises `,
      { figure: size(commitLimit(machineOf(setting))) },
      ' at most and refuses thread ',
      { figure: grouped(starts + 1) },
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
        { figure: grouped(starts) },
        ': then the kernel ends a process.',
      ]
    : [
        ...asks,
        'The kernel refuses thread ',
        { figure: grouped(starts + 1) },
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
    : [{ figure: grouped(starts) }, ` of ${counted(connections, 'thread')} start, with `, ...inUse];
}

/** Where the stacks are Linux's usual ones, which it calls 8 MB: why these are not so many GB. */
const decimal = ({ connections, stack }: Setting): Sentence =>
  stack === USUAL_STACK && connections >= 1000
    ? [
        ` (Not ${withUnit(three((connections * 8) / 1000), 'GB')}: Linux’s 8\u00a0MB are 8\u00a0MiB.)`,
      ]
    : [];
