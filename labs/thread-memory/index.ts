// Lab "thread-memory": what so many connections take of memory, as threads, goroutines or tasks of an event loop.

import { grouped } from '@interleave/simulation';
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, stops } from '../../src/lab-kit/parameters/kinds.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { bars, chosenOf } from './bars.tsx';
import { CONNECTIONS, charts, DECADES_NAMED } from './charts.ts';
import { facts } from './facts.ts';
import { HUGE_PAGE, inBytes, type LinkSetting, USUAL_STACK, USUAL_TOUCHED } from './setting.ts';
import { GIB, KIB, linkSize, MIB, size } from './sizes.ts';
import { tables } from './tables.ts';
import { takenBy } from './taken.ts';
import { compare, describe } from './words.ts';

const STACKS = [
  ...[64, 128, 256, 512].map((of) => of * KIB),
  ...[1, 2, 4, 8, 16, 32, 64].map((of) => of * MIB),
];
/** Among them 64 KiB more than usual, as it was measured. */
const TOUCHED = [4, 8, 16, 32, 72, 128, 256, 512, 1024, 2048].map((of) => of * KIB);
const MEMORIES = [512 * MIB, ...[1, 2, 4, 8, 16, 24, 32, 64, 128, 256].map((of) => of * GIB)];

export default defineLab({
  id: 'thread-memory',
  title: 'Thread memory',
  question: 'A thread for each of 10,000 connections. Does it fit?',
  chapter: 'thread-costs',
  parameters: {
    connections: stops(
      { label: 'Connections', default: 10_000, marks: DECADES_NAMED },
      CONNECTIONS.map((count) => [count, grouped(count), counted(count, 'connection')] as const),
    ),
    stack: stops(
      { label: 'Stack of a thread', default: linkSize(USUAL_STACK) },
      STACKS.map((bytes) => [linkSize(bytes), size(bytes), `stacks of ${size(bytes)}`] as const),
    ),
    touched: stops(
      { label: 'Touched by each', default: linkSize(USUAL_TOUCHED) },
      TOUCHED.map(
        (bytes) => [linkSize(bytes), size(bytes), `${size(bytes)} touched by each`] as const,
      ),
    ),
    memory: stops(
      { label: 'Memory', default: linkSize(24 * GIB) },
      MEMORIES.map((bytes) => [linkSize(bytes), size(bytes), `${size(bytes)} of memory`] as const),
    ),
    overcommit: choice({ label: 'Overcommit', default: 'usual' }, [
      ['usual', 'as usual', 'overcommit as usual'],
      ['never', 'never', 'never overcommitting'],
    ]),
  },
  presets: {
    'ten-thousand': { label: '10,000 connections', values: {} },
    touched: {
      label: '64 KiB more touched',
      values: { touched: linkSize(USUAL_TOUCHED + 64 * KIB) },
    },
    'huge-pages': { label: 'Huge pages', values: { touched: linkSize(HUGE_PAGE) } },
    never: { label: 'Never overcommit', values: { overcommit: 'never' } },
    million: { label: 'A million', values: { connections: 1_000_000 } },
    'small-container': {
      label: 'A container with 512 MiB',
      values: { connections: 2000, memory: '512MiB' },
      quoted: true,
    },
    thousand: { label: 'A thousand', values: { connections: 1000 }, quoted: true },
    'thirty-thousand': { label: '30,000', values: { connections: 30_000 }, quoted: true },
    'never-smaller': {
      label: 'Never overcommit, 16 GiB',
      values: { overcommit: 'never', memory: '16GiB', stack: '2MiB' },
      quoted: true,
    },
    'half-stack': { label: 'Stacks of 1 MiB', values: { stack: '1MiB' }, quoted: true },
  },
  model: { run: (values) => takenBy(inBytes(values)) },
  facts,
  describe,
  tables,
  simplified:
    'Each kind of task stands alone on the machine, in one process, and waits. What the tasks put on the heap, such as buffers, is not counted, nor is what the process has besides. A thread keeps the pages that it has once touched; a goroutine’s stack shrinks again when memory is cleaned up, so the lab lets goroutines have the 2\u00a0KiB that they need while they wait. Of the memory the kernel keeps 1.9% for itself, as measured with 24\u00a0GiB. A kernel that never overcommits holds back up to 136\u00a0MiB more.',
  view: {
    figures: [bars],
    below: [curves((values: LinkSetting) => charts(inBytes(values)))],
    chosen: chosenOf,
    compare,
  },
});
