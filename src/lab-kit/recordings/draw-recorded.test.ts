// Simulated and recorded are told apart, and no bracket blames a core that was free.
import { ms } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../labs/interleaving/index.ts';
import { presetRun } from '../lab.ts';
import { type Row, rowName, rowsOf } from '../timeline/drawing/drawing.ts';
import { traced } from '../timeline/naming.ts';
import { timelineOf } from '../timeline/trace-view.tsx';
import { drawShown, TAGS, type WhichRuns } from './draw-recorded.ts';
import { SHOWN_GRAIN } from './in-words.ts';
import { recordedTrace } from './recorded-trace.ts';
import { recordingNamed } from './testing/recordings.ts';

const nameOf = (row: Row | undefined) => row && rowName(row, ms(60));

const { naming } = timelineOf(lab);
const draw = (name: string, preset: string, shown: WhichRuns) => {
  const traces = [presetRun(lab, preset).result, recordedTrace(recordingNamed(name), SHOWN_GRAIN)];
  const runs = traces.map((trace, i) => traced(naming, trace, TAGS[i]));
  return drawShown(
    naming,
    runs.filter(({ tag }) => shown === 'both' || tag === shown),
  );
};

test('both stand in one drawing: simulated above, recorded below, each core with its run', () => {
  const drawing = draw('two-requests-two-cores', 'two-cores', 'both');
  expect(rowsOf(drawing).map(({ run, label, note }) => `${run} ${label} ${note}`.trim())).toEqual([
    '0 request A simulated',
    '1 request A recorded',
    '0 request B simulated',
    '1 request B recorded',
    '0 other work simulated',
    '0 core 1, simulated',
    '0 core 2, simulated',
    '1 core 1, recorded',
    '1 core 2, recorded',
  ]);
  expect(drawing.marks.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
    '0.23 ms later',
    '0.21 ms later',
  ]);
});

test('times are drawn to a hundredth of a ms', () => {
  const rows = rowsOf(draw('two-requests-one-core-fifo', 'one-core', 'recorded'));
  expect(nameOf(rows[0])).toBe(
    'request A: runnable, 0 to 0.13 ms; running, 0.13 to 5.13 ms; ' +
      'waiting for the database, 5.13 to 40.13 ms; runnable, 40.13 to 50.14 ms; running, 50.14 to 55.14 ms',
  );
});

test('a recorded task that wanted a busy core has a bracket; one that was being woken has none', () => {
  const marked = (name: string, preset: string) =>
    draw(name, preset, 'recorded').marks.map(({ text }) => text);
  expect(marked('two-requests-one-core-fifo', 'one-core')).toEqual(['runnable, no free core']);
  expect(marked('two-requests-two-cores', 'two-cores')).toEqual([]);
});

test('one alone is drawn as in its lab', () => {
  const drawing = draw('two-requests-one-core-fifo', 'one-core', 'simulated');
  expect(drawing.pair).toBe(false);
  expect(rowsOf(drawing).map(({ label }) => label)).toEqual([
    'request A',
    'request B',
    'other work',
    'core 1',
  ]);
});
