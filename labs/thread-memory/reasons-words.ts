// What a carrier's memory is made of, part by part: each and in all, and where each figure comes from.
import type { CostPart, CostPartName } from '@interleave/simulation/costs';
import type { Reasoned, Remark } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Run } from '../../src/lab-kit/lab.ts';
import { NAMES, ONE, PARTS } from './names.ts';
import type { Carrier, Setting } from './setting.ts';
import { countOf, size } from './sizes.ts';
import type { All } from './taken.ts';

type OwnRun = Pick<Run<Setting, All>, 'values' | 'result' | 'tag'>;

/** Where the figure of a part comes from, and what it is. */
const WHY: Readonly<Record<Carrier, Partial<Record<CostPartName, string>>>> = {
  threads: {
    'thread-stacks':
      'The pages that the thread has written to; the rest of its stack is only reserved. Measured: 8.3\u00a0KiB for a thread that sleeps.',
    'kernel-stacks': 'Each thread has a second stack, inside the kernel. Documented, and measured.',
    'page-tables':
      'They say which page of memory each page of the stack is; stacks under 2\u00a0MiB share one. Measured.',
    'kernel-records':
      'What the kernel knows of the thread: its registers, its place in the scheduler, its signals. Measured.',
  },
  jvm: {
    'thread-stacks':
      'Measured is 22.6\u00a0KiB with the record; how much of it is stack is assumed.',
    'thread-records': 'What the JVM knows of the thread. Measured with the stack, not apart.',
    'kernel-stacks':
      'A JVM thread is an OS thread, so the kernel gives it a second stack too. Measured.',
    'page-tables': 'Two stacks of 1\u00a0MiB share a table. Measured.',
    'kernel-records': 'As of any OS thread. Measured within 6%.',
  },
  light: {
    'task-stacks':
      'On the heap, and it doubles when it is too small. A goroutine that needed 64\u00a0KiB more while it waits would have 128\u00a0KiB, more than a thread. Documented.',
    'task-records': 'What the runtime knows of the goroutine. Measured.',
  },
  event: {
    'task-objects':
      'The task’s own objects: what it waits for, and what it does then. It keeps no stack while it waits. Measured: asyncio tasks with a timer each.',
  },
};

const OF_TASKS: readonly CostPartName[] = ['task-stacks', 'task-records', 'task-objects'];

/** What is told of a carrier, were none of it refused. */
export function reasons(carrier: Carrier, { values, result, tag }: OwnRun): Reasoned {
  const { asked } = result[carrier];
  const { connections } = values;
  const isThreads = carrier === 'threads' || carrier === 'jvm';
  const own = asked.parts.filter(
    ({ name, resident }) => resident > 0 && (isThreads || OF_TASKS.includes(name)),
  );
  const sum = own.reduce((all, { resident }) => all + resident, 0);
  const under = asked.resident - sum;
  return {
    who: tag === '' ? NAMES[carrier] : `${tag}: ${NAMES[carrier]}`,
    what: `${countOf(connections, ONE[carrier])}: ${size(sum / connections)} in use each, ${size(sum)} in all`,
    remarks: [
      ...own.map((part) => remark(part, connections, WHY[carrier][part.name] ?? '')),
      ...(under > 0
        ? [
            {
              heading: carrier === 'light' ? 'Two OS threads' : 'One OS thread',
              when: `${size(under)} in all`,
              text:
                carrier === 'light'
                  ? 'They run all goroutines, one on each of the two cores. Assumed to be like any others; Go’s own stacks are smaller.'
                  : 'It runs the loop, and with it all tasks.',
            },
          ]
        : []),
    ],
  };
}

const remark = ({ name, resident }: CostPart, connections: number, text: string): Remark => ({
  heading: PARTS[name],
  when: `${size(resident / connections)} each, ${size(resident)} in all`,
  text,
});
