// The sentence about a recording names the greatest difference and where it lies.
import { ms, toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../labs/interleaving/index.ts';
import { presetRun } from '../lab.ts';
import { timelineOf } from '../timeline/trace-view.tsx';
import { compareBoundaries, type Difference } from './compare-boundaries.ts';
import { summariseDifferences } from './in-words.ts';
import { recordingNamed } from './testing/recordings.ts';

const simulated = presetRun(lab, 'one-core').result;
const { naming } = timelineOf(lab);
const recording = recordingNamed('two-requests-one-core-fifo');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function sentence(name: string, preset: string): string {
  const [trace, recorded] = [presetRun(lab, preset).result, recordingNamed(name)];
  const differences = compareBoundaries(trace, recorded);
  return plain(toText(summariseDifferences(naming, trace, recorded, differences)));
}

test('on one core B’s end is the furthest apart', () => {
  expect(sentence('two-requests-one-core-fifo', 'one-core')).toBe(
    'The greatest difference is 0.26 ms: request B ends at 60 ms simulated and at 60.26 ms recorded. ' +
      'Besides, the recording has 3 stretches that the simulation does not, the longest 0.13 ms: ' +
      'request A is runnable from 0 to 0.13 ms.',
  );
});

test('a task that was not recorded is named', () => {
  expect(sentence('two-requests-two-cores', 'two-cores')).toBe(
    'The greatest difference is 0.23 ms: request A ends at 45 ms simulated and at 45.23 ms recorded. ' +
      'Besides, the recording has 4 stretches that the simulation does not, the longest 0.12 ms: ' +
      'request A is runnable from 40.11 to 40.23 ms. Other work was not recorded.',
  );
});

/** The sentence about one difference, of request A. */
const about = (difference: object) =>
  plain(
    toText(
      summariseDifferences(naming, simulated, recording, [
        { task: 0, ...difference } as Difference,
      ]),
    ),
  );
const boundary = (kind: string, state: string, at: number, to: number) =>
  about({ kind, state, simulated: ms(at), recorded: ms(to), by: ms(to) - ms(at) });

test.each([
  ['start', 'running', 'begins to run'],
  ['end', 'running', 'stops running'],
  ['start', 'waiting', 'begins to wait for the database'],
  ['end', 'waiting', 'stops waiting for the database'],
  ['start', 'runnable', 'becomes runnable'],
  ['end', 'runnable', 'stops being runnable'],
  ['task end', 'running', 'ends'],
])('the %s of %s: request A %s', (kind, state, said) => {
  expect(boundary(kind, state, 5, 4.1)).toBe(
    `The greatest difference is 0.9 ms: request A ${said} at 5 ms simulated and at 4.1 ms recorded.`,
  );
});

test('a stretch that only one of them has is a difference of its own', () => {
  const stretch = { state: 'runnable', start: ms(1), end: ms(1.127), by: ms(0.127) };
  expect(about({ kind: 'only recorded', ...stretch })).toBe(
    'The greatest difference is 0.13 ms: request A is runnable from 1 to 1.13 ms, recorded only.',
  );
  expect(about({ kind: 'only simulated', ...stretch })).toBe(
    'The greatest difference is 0.13 ms: request A is runnable from 1 to 1.13 ms, simulated only.',
  );
});

test('besides the greatest difference, what each run has alone is told, one or several', () => {
  const stretch = (kind: string, from: number, to: number) =>
    ({
      kind,
      task: 0,
      state: 'runnable',
      start: ms(from),
      end: ms(to),
      by: ms(to) - ms(from),
    }) as Difference;
  const late = { kind: 'task end', task: 0, state: 'running', by: ms(9) };
  const differences = [
    { ...late, simulated: ms(50), recorded: ms(59) } as Difference,
    stretch('only recorded', 1, 1.5),
    stretch('only simulated', 2, 3),
    stretch('only simulated', 4, 4.5),
  ];
  const said = plain(toText(summariseDifferences(naming, simulated, recording, differences)));
  expect(said).toBe(
    'The greatest difference is 9 ms: request A ends at 50 ms simulated and at 59 ms recorded. ' +
      'Besides, the recording has a stretch that the simulation does not: request A is runnable from 1 to 1.5 ms. ' +
      'Besides, the simulation has 2 stretches that the recording does not, the longest 1 ms: ' +
      'request A is runnable from 2 to 3 ms.',
  );
});

test('when nothing differs it says so', () => {
  expect(boundary('end', 'running', 5, 5)).toBe('Simulated and recorded agree at every boundary.');
});
