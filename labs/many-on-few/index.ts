// Lab "many-on-few": many tasks on a few threads of the operating system, and what a runtime cannot hide of them.
import { simulate } from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, type Parameters, range, toggle } from '../../src/lab-kit/parameters/kinds.ts';
import { coresKnob } from '../../src/lab-kit/parameters/usual.ts';
import { timelineWithWorkers } from '../../src/lab-kit/timeline/levels/levels.tsx';
import { counted } from '../../src/lab-kit/units.ts';
import { facts } from './facts.ts';
import { ways } from './ways.tsx';
import { describe, known } from './words.ts';
import { type Setting, SLICE, scenarioOf } from './work.ts';

const isLight = ({ as }: Readonly<Record<string, unknown>>) => as === 'light';

const parameters = {
  as: choice({ label: 'Run as', default: 'light' }, [
    ['light', 'light tasks', 'lightweight tasks'],
    ['pool', 'pool', 'a thread pool'],
    ['threads', 'threads', 'a thread each'],
  ]),
  workers: range(
    {
      label: 'Worker threads',
      unit: '',
      min: 1,
      max: 10,
      step: 1,
      default: 2,
      applies: ({ as }) => as !== 'threads',
    },
    (workers) => counted(workers, 'worker'),
  ),
  cores: coresKnob(),
  held: choice(
    {
      label: 'C and D, waiting',
      default: 'hold',
      applies: isLight,
    },
    [
      ['hold', 'hold', 'C and D hold their worker'],
      ['free', 'free', 'waiting frees the worker'],
    ],
  ),
  work: choice({ label: 'Tasks', default: 'four' }, [
    ['four', 'A to D', 'A to D'],
    ['long', 'and a long one', 'with a long task'],
    ['hundred', '100', '100 tasks'],
  ]),
  preempt: toggle(
    {
      label: 'Runtime preemption',
      note: `after ${SLICE}\u00a0ms`,
      default: false,
      applies: (values) => isLight(values) && values.work === 'long',
    },
    ['no runtime preemption', 'runtime preemption'],
  ),
} satisfies Parameters;

const naming = {
  tasks: Object.fromEntries(
    ['A', 'B', 'C', 'D', 'E'].map((name) => [name, { label: `task ${name}`, name }]),
  ),
  awaited: 'the database',
  many: 'tasks',
  subjects: ['A', 'B', 'C', 'D', 'E'],
};

const lanes = timelineWithWorkers(naming);

export default defineLab({
  id: 'many-on-few',
  title: 'Many on few',
  question: 'A runtime runs many tasks on few threads. What can it hide, and what not?',
  chapter: 'thread-costs',
  parameters,
  presets: {
    held: { label: 'Two hold their worker', values: {} },
    freed: { label: 'Waiting frees', values: { held: 'free' } },
    threads: { label: 'A thread for each', values: { as: 'threads' } },
    computes: {
      label: 'One computes on',
      values: { work: 'long', workers: 1, held: 'free' },
    },
    pool: { label: 'A pool', values: { as: 'pool' } },
    preempted: {
      label: 'Preempted',
      values: { work: 'long', workers: 1, held: 'free', preempt: true },
      quoted: true,
    },
    'more-workers': { label: 'Four workers', values: { workers: 4 }, quoted: true },
    'two-cores': { label: 'Two cores', values: { cores: 2 }, quoted: true },
    'computes-more-workers': {
      label: 'One computes, two workers',
      values: { work: 'long', held: 'free' },
      quoted: true,
    },
    hundred: { label: '100 tasks', values: { work: 'hundred' }, quoted: true },
  },
  model: { run: (setting: Setting) => simulate(scenarioOf(setting)) },
  facts,
  describe,
  known,
  simplified:
    'A worker is an OS thread. It loses its core after 10\u00a0ms, later than on most systems. In the timeline, switches cost nothing. The database answers any number of calls at once; yours does not.',
  view: {
    ...lanes,
    // Other tasks have other lives, whatever they are called.
    compare: (first, second) =>
      first.values.work === second.values.work ? (lanes.compare?.(first, second) ?? null) : null,
    below: [ways],
  },
});
