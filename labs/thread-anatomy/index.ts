// Lab "thread-anatomy": two threads run one program, step by step; what each owns, what they share, what a switch saves.
import { Legs } from '../../src/lab-kit/figures/strip/Legs.tsx';
import { strip } from '../../src/lab-kit/figures/strip/strip.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, range } from '../../src/lab-kit/parameters/kinds.ts';
import { counted } from '../../src/lab-kit/units.ts';
import {
  type Anatomy,
  anatomyOf,
  deepestOf,
  endOf,
  RESERVED,
  type Setting,
  switchesOf,
} from './anatomy.ts';
import { anatomy } from './figure.tsx';
import { lanesOf } from './lanes.ts';
import { FRAME_BYTES, REGISTERS } from './parts.ts';
import { tables } from './tables.ts';
import { compare, describe, describeStep } from './words.ts';

const shareCore = ({ threads }: Readonly<Record<string, unknown>>) => threads === 'two-on-one';

export default defineLab({
  id: 'thread-anatomy',
  title: 'Thread anatomy',
  question: 'Two threads run the same code. What does each one own, and what does a switch save?',
  chapter: 'threads',
  parameters: {
    slice: range(
      {
        label: 'Slice, in lines',
        default: 2,
        unit: '',
        min: 1,
        max: 10,
        step: 1,
        applies: shareCore,
      },
      (lines) => `a slice of ${counted(lines, 'line')}`,
    ),
    calls: choice({ label: 'Depth of calls', default: 1 }, [
      [1, 'one', 'calls one deep'],
      [2, 'two', 'calls two deep'],
    ]),
    orders: choice(
      { label: 'Orders', default: 'same', applies: ({ threads }) => threads !== 'one-on-one' },
      [
        ['same', 'both order 17', 'both threads on order 17'],
        ['each', 'one each', 'an order for each thread'],
      ],
    ),
    threads: choice({ label: 'Threads on cores', default: 'two-on-one' }, [
      ['one-on-one', '1 on 1', 'one thread on one core'],
      ['two-on-one', '2 on 1', 'two threads on one core'],
      ['two-on-two', '2 on 2', 'two threads on two cores'],
    ]),
  },
  presets: {
    'two-threads': { label: 'Two threads, one core', values: {} },
    deeper: { label: 'A deeper call', values: { calls: 2, slice: 3, orders: 'each' } },
    'one-thread': { label: 'One thread', values: { threads: 'one-on-one' } },
    'two-cores': { label: 'Two cores', values: { threads: 'two-on-two', orders: 'each' } },
    'result-in-r': { label: 'A result in r', values: { slice: 3, orders: 'each' }, quoted: true },
    'in-turn': { label: 'One after the other', values: { slice: 10 }, quoted: true },
  },
  model: { run: (values: Setting): Anatomy => anatomyOf(values) },
  facts: {
    registers: {
      label: 'how many registers a switch saves, and restores',
      unit: '',
      value: () => REGISTERS,
    },
    copied: { label: 'how much of a stack a switch copies', unit: 'bytes', value: () => 0 },
    switches: {
      label: 'how often the core switches',
      unit: '',
      value: ({ result }) => switchesOf(result).length,
    },
    'stack-used': {
      label: 'the most that a thread uses of its stack',
      unit: 'bytes',
      value: ({ result }) => deepestOf(result) * FRAME_BYTES,
    },
    'stack-reserved': {
      label: 'what is reserved for a stack',
      unit: 'MB',
      value: () => RESERVED / 1024 / 1024,
    },
    frame: { label: 'how long a frame is', unit: 'bytes', value: () => FRAME_BYTES },
    each: {
      label: 'how many steps a thread takes to its end',
      unit: 'steps',
      value: ({ result }) => result.each,
    },
    end: {
      label: 'the step after which all threads have ended',
      unit: '',
      value: ({ result }) => endOf(result),
    },
    total: {
      label: 'what the total of order 17 ends at',
      unit: '',
      value: ({ result }) => result.snapshots.at(-1)?.heap[0]?.total ?? Number.NaN,
    },
    'switch-steps': { label: 'how long a switch takes in this lab', unit: 'step', value: () => 1 },
  },
  describe,
  tables,
  simplified:
    'A line is many instructions, and a thread can be switched away between any two of them. A real core has some dozens of registers to save, and a switch also goes through the kernel, whose scheduler picks the next thread. A real stack holds some KB before handle is called.',
  measured: {
    caption: 'What a real switch takes',
    source:
      'Measured: threads that yield to each other (sched_yield) on one core; 2 vCPU AMD EPYC virtual machine, Linux 6.18. Refilling the caches costs more on top.',
    fact: 'switch-steps',
    digits: 0,
    rows: [
      { what: 'two threads', preset: 'two-threads', measured: '1.2 µs' },
      { what: 'two threads, and 10,000 that sleep', preset: 'two-threads', measured: '1.2 µs' },
      { what: '10,000 runnable threads', preset: 'two-threads', measured: '2.8 µs' },
    ],
  },
  view: {
    Legs,
    compare,
    figures: [
      anatomy,
      strip<Setting, Anatomy>({
        id: 'steps',
        label: 'The steps of the threads and their cores',
        of: ({ result }) => lanesOf(result),
      }),
    ],
    clock: {
      end: endOf,
      stops: ({ snapshots }) => [...snapshots.keys()],
      unit: 'step',
      size: 1,
      allowed: 'a step, such as 4',
      flows: false,
      say: (at, end) => `step ${at} of ${end}`,
      describe: ({ result }, at) => describeStep(result, at),
    },
  },
});
