// A recorded run is a trace like any other: lives without gaps, one task at a time on a core.
import {
  explain,
  metrics,
  ms,
  type Nanos,
  segmentAt,
  type Trace,
  toMs,
} from '@interleave/simulation';
import { expect, test } from 'vitest';
import { readRecording } from './read-recording.ts';
import { recordedTrace } from './recorded-trace.ts';
import { recordingNames } from './recordings.ts';
import { FILE, recordingNamed, small } from './testing/recordings.ts';

const EXACT = 1 as Nanos;
const HUNDREDTH = ms(0.01);

const segmentsOf = (trace: Trace, task: number) =>
  trace.tasks[task]?.segments.map(({ state, start, end }) => [state, toMs(start), toMs(end)]);

test.each(recordingNames)('%s has lives without gaps, told alike by tasks and cores', (name) => {
  for (const grain of [EXACT, HUNDREDTH]) {
    const recording = recordingNamed(name);
    const trace = recordedTrace(recording, grain);
    for (const { arrival, end, segments } of trace.tasks) {
      expect(segments[0]?.start).toBe(arrival);
      expect(segments.at(-1)?.end).toBe(end);
      segments.forEach((segment, i) => {
        expect(segment.end).toBeGreaterThan(segment.start);
        if (i > 0) expect(segment.start).toBe(segments[i - 1]?.end);
      });
    }
    for (const { segments } of trace.cores) {
      expect(segments[0]?.start).toBe(0);
      expect(segments.at(-1)?.end).toBe(trace.end);
    }
    const ran = trace.tasks.flatMap(({ index, segments }) =>
      segments.filter(({ state }) => state === 'running').map((one) => ({ task: index, ...one })),
    );
    for (const { task, core, start } of ran) {
      const on = segmentAt(trace.cores[core as number]?.segments ?? [], start);
      expect(on).toMatchObject({ state: 'running', task });
    }
    const busy = metrics(trace).cores.reduce((sum, one) => sum + one.busy, 0);
    expect(busy).toBe(ran.reduce((sum, { start, end }) => sum + end - start, 0));
  }
});

test('running stretches keep their instants; a reading of the clock is counted to the wait after it', () => {
  const trace = recordedTrace(readRecording(FILE, small()), EXACT);
  expect(segmentsOf(trace, 0)).toEqual([
    ['runnable', 0, 0.1],
    ['running', 0.1, 2.1],
    ['waiting', 2.1, 5.101],
    ['runnable', 5.101, 5.201],
    ['running', 5.201, 6.201],
  ]);
  expect(trace.tasks[0]?.segments.map(({ cause }) => cause)).toEqual([
    'arrived',
    'dispatched',
    'io-started',
    'io-done',
    'dispatched',
  ]);
  expect(trace.switches).toBe(1);
});

test('rounded, a stretch that becomes nothing is left out and its neighbours are one', () => {
  const json = small();
  json.tasks[0]?.segments.splice(
    1,
    1,
    ['running', 0.1, 1],
    ['runnable', 1, 1.002],
    ['running', 1.002, 2.1],
  );
  const recording = readRecording(FILE, json);
  expect(segmentsOf(recordedTrace(recording, EXACT), 0)).toHaveLength(7);
  expect(segmentsOf(recordedTrace(recording, HUNDREDTH), 0)?.[1]).toEqual(['running', 0.1, 2.1]);
});

test('who goes off its core is preempted, by nobody that was recorded', () => {
  const trace = recordedTrace(recordingNamed('two-requests-one-core-fair'), EXACT);
  expect(trace.tasks[0]?.segments[2]).toMatchObject({
    state: 'runnable',
    cause: 'preempted',
    causedBy: null,
  });
  const names = { tasks: ['A', 'B', 'other work'], awaited: 'the database' };
  expect(explain(trace, names, 0, 2).began).not.toEqual([]);
});

test('a task that did not notice that another had its core is runnable meanwhile', () => {
  const trace = recordedTrace(recordingNamed('two-requests-one-core-fair'), EXACT);
  expect(segmentsOf(trace, 1)?.slice(-3)).toEqual([
    ['running', 55.344, 58.824],
    ['runnable', 58.824, 58.886],
    ['running', 58.886, 60.344],
  ]);
  expect(segmentAt(trace.cores[0]?.segments ?? [], ms(58.85))?.task).toBe(2);
});

test('on two cores each task has its own', () => {
  const trace = recordedTrace(recordingNamed('two-hogs-two-cores'), EXACT);
  expect(trace.tasks.map(({ segments }) => segments.at(-1)?.core)).toEqual([0, 1]);
});
