// Lab "isolation": a message handed to a thread and to a process, and a write that goes where it should not.
import { Legs } from '../../src/lab-kit/figures/strip/Legs.tsx';
import { strip } from '../../src/lab-kit/figures/strip/strip.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, stops } from '../../src/lab-kit/parameters/kinds.ts';
import { bytes } from './bytes.ts';
import { SIZES } from './charts.ts';
import { copyTime, pointerTime, timeToC } from './cost.ts';
import { costs } from './costs.tsx';
import { handing, POINTER } from './handing.ts';
import { Reasons } from './reasons.tsx';
import { spaces } from './spaces.tsx';
import { stripOf } from './strip-of.ts';
import { describe, describeStep, pagesTable, stepsTable } from './words.ts';

export default defineLab({
  id: 'isolation',
  title: 'Isolation',
  question: 'What can a thread reach, and what is out of its reach?',
  chapter: 'threads',
  parameters: {
    size: stops(
      { label: 'Message', default: 64 * 1024 },
      SIZES.map((size) => [size, bytes(size), `a message of ${bytes(size)}`] as const),
    ),
    c: choice({ label: 'C is', default: 'process' }, [
      ['process', 'in process 2', 'C in process 2'],
      ['mapping', 'sharing memory', 'C in process 2 with a shared mapping'],
      ['thread', 'a third thread', 'C a third thread'],
    ]),
    write: choice({ label: 'A then writes to', default: 'page-5' }, [
      ['page-5', 'page 5', 'a bad write to page 5'],
      ['stack', 'B’s stack', 'a bad write to B’s stack'],
      ['nowhere', 'its own', 'no bad write'],
    ]),
  },
  presets: {
    overstep: { label: 'Pass, copy, overstep', values: {} },
    inside: { label: 'A bad write inside', values: { write: 'stack' } },
    mapping: { label: 'Shared mapping', values: { c: 'mapping' } },
    threads: { label: 'Threads only', values: { c: 'thread' } },
  },
  model: { run: handing },
  facts: {
    passed: {
      label: 'the bytes that A passes to B',
      unit: 'bytes',
      value: () => POINTER,
    },
    copied: {
      label: 'the bytes that the kernel copies for C, in and out',
      unit: 'bytes',
      value: ({ result }) => result.copied,
    },
    hops: {
      label: 'how often the pipe is filled and emptied',
      unit: '',
      value: ({ result }) => result.hops,
    },
    'pointer-time': {
      label: 'what handing over a pointer takes, by the lab’s rule',
      unit: 'µs',
      value: () => pointerTime(),
    },
    'copy-time': {
      label: 'what two copies of the message take, by the lab’s rule',
      unit: 'µs',
      value: ({ values }) => copyTime(values.size),
    },
    'time-to-c': {
      label: 'what handing over to C takes, by the lab’s rule',
      unit: 'µs',
      value: ({ values }) => timeToC(values),
    },
    ended: {
      label: 'how many threads the bad write ends',
      unit: '',
      value: ({ result }) => result.ended.length,
    },
    wrong: {
      label: 'how many threads read wrong data after the bad write',
      unit: '',
      value: ({ result }) => result.wrong.length,
    },
  },
  describe,
  tables: (run) => [stepsTable(run), pagesTable(run)],
  simplified:
    'A page is 4 KiB, so a larger message would fill many; one page stands for each part here. A real address space has far more of them, with libraries, the heap and a guard page below each stack. A runtime may catch SIGSEGV and make an exception of it; here nothing does. A full pipe is emptied as a whole here, and all threads share one core.',
  view: {
    Legs,
    figures: [
      spaces,
      {
        ...strip({ id: 'steps', label: 'The steps of A, B and C', of: stripOf }),
        Reasons,
      },
    ],
    below: [costs],
    clock: {
      end: ({ steps }) => steps.length,
      stops: ({ steps }) => [0, ...steps.map((_, i) => i + 1)],
      unit: 'step',
      size: 1,
      allowed: 'a step, such as 4',
      flows: false,
      say: (at, end) => `step ${at} of ${end}`,
      describe: describeStep,
    },
  },
});
