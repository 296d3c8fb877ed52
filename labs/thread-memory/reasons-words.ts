// What a carrier's memory is made of, part by part: each and in all, and where each figure comes from.

import { grouped } from '@interleave/simulation';
import type { CostPart, CostPartName } from '@interleave/simulation/costs';
import type { Reasoned, Remark } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Run } from '../../src/lab-kit/lab.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { NAMES, ONE, PARTS } from './names.ts';
import {
  type Carrier,
  HUGE_PAGE,
  inBytes,
  isTouchedWhole,
  type LinkSetting,
  type Setting,
} from './setting.ts';
import { size } from './sizes.ts';
import type { All } from './taken.ts';

type OwnRun = Pick<Run<LinkSetting, All>, 'values' | 'result' | 'tag'>;

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

/** What a part's figure stands for under a setting, where that is not as usual. */
function underSetting(carrier: Carrier, name: CostPartName, setting: Setting): string {
  const { touched } = setting;
  const whole = isTouchedWhole(carrier, setting);
  const huge = carrier === 'threads' && touched >= HUGE_PAGE && !whole;
  if (name === 'thread-stacks') {
    if (whole) return ` The stack is too small for the ${size(touched)} set: all of it is touched.`;
    return huge
      ? ' In huge pages a first touch brings 2\u00a0MiB: before Linux 6.7 wherever transparent huge pages were always on, since then where a program asks for it. Measured: 1,000 waiting threads that had asked for them (MADV_HUGEPAGE) had 2,000\u00a0MiB of stack in use.'
      : '';
  }
  return name === 'page-tables' && huge
    ? ' The lab counts the same table for a stack in huge pages; that was not measured.'
    : '';
}

const OF_TASKS: readonly CostPartName[] = ['task-stacks', 'task-records', 'task-objects'];

/** What is told of a carrier: what one takes, and what those take that start. */
export function reasons(carrier: Carrier, { values, result, tag }: OwnRun): Reasoned {
  const { asked, has, starts } = result[carrier];
  const setting = inBytes(values);
  const { connections } = setting;
  const isThreads = carrier === 'threads' || carrier === 'jvm';
  const isOwn = ({ name, resident }: CostPart) =>
    resident > 0 && (isThreads || OF_TASKS.includes(name));
  const own = has.parts.filter(isOwn);
  const sum = (parts: readonly CostPart[]) =>
    parts.reduce((all, { resident }) => all + resident, 0);
  const each = sum(asked.parts.filter(isOwn)) / connections;
  const under = has.resident - sum(own);
  const told = counted(connections, ONE[carrier]);
  return {
    who: tag === '' ? NAMES[carrier] : `${tag}: ${NAMES[carrier]}`,
    what: `${starts < connections ? `${grouped(starts)} of ${told} start` : told}: ${size(each)} in use each, ${size(sum(own))} in all`,
    remarks: [
      ...own.map(
        ({ name, resident }): Remark => ({
          heading: PARTS[name],
          when: `${size(resident / starts)} each, ${size(resident)} in all`,
          text: `${WHY[carrier][name] ?? ''}${underSetting(carrier, name, setting)}`,
        }),
      ),
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
