// The steps of a run as a strip: a lane a thread, and who waits for the pipe between two hops.
import type { Cell, Row, Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Handing, Setting, Thread } from './handing.ts';
import { brief, doing } from './words.ts';

const THREADS: readonly Thread[] = ['A', 'B', 'C'];

export function stripOf({ values, result }: Run<Setting, Handing>): Strip {
  const { steps, ended } = result;
  const last = steps.findIndex(({ deed }) => deed.kind === 'write') + 1;
  return {
    steps: steps.map(({ thread }) => thread),
    rows: THREADS.map(
      (thread): Row => ({
        kind: 'lane',
        label:
          values.c === 'thread'
            ? `thread ${thread}`
            : `${thread}, process ${thread === 'C' ? 2 : 1}`,
        cells: steps.flatMap((_, i) => cellOf(values, result, thread, i + 1)),
        endedAfter: ended.includes(thread) ? last : null,
      }),
    ),
  };
}

function cellOf(values: Setting, { steps, hops }: Handing, thread: Thread, at: number): Cell[] {
  const step = steps[at - 1] as Handing['steps'][number];
  const { deed } = step;
  if (step.thread === thread) {
    const text = brief(values, step);
    return [{ from: at, to: at, state: 'running', ...text, said: doing(values, step) }];
  }
  const waits = (said: string): Cell[] => [{ from: at, to: at, state: 'waiting', text: '', said }];
  // What has more to write waits for room, and what has more to read for data.
  if (deed.kind === 'copy-out' && thread === 'A' && deed.hop < hops)
    return waits('waits: the pipe is full');
  if (deed.kind === 'copy-in' && thread === 'C' && deed.hop > 1)
    return waits('waits: the pipe is empty');
  return [];
}
