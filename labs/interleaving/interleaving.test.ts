// The claims that the lessons make of this lab.
import { type Trace, toMs, toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { documentedTable } from '../../src/lab-kit/documented.ts';
import { factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import lab from './index.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));
const with_ = (values: object) =>
  runOf(lab, { ...presetValues(lab, 'one-core'), ...values }).result;
const startsRunning = (trace: Trace, name: string) =>
  trace.tasks
    .find((task) => task.name === name)
    ?.segments.filter(({ state }) => state === 'running')
    .map(({ start }) => toMs(start));

test('on one core A is answered at 40, runs again at 50 and ends at 55, B at 60 [claim 22]', () => {
  expect(fact('one-core', 'a-answered')).toBe(40);
  expect(fact('one-core', 'a-resumes')).toBe(50);
  expect(fact('one-core', 'a-ends')).toBe(55);
  expect(fact('one-core', 'b-ends')).toBe(60);
  expect(fact('one-core', 'all-busy')).toBe(50);
});

test('while A waits the core runs B, and after its answer A is taken up again [claims 20, 21]', () => {
  const [a, b] = presetRun(lab, 'one-core').result.tasks;
  expect(a?.segments.map(({ state }) => state)).toEqual([
    'running',
    'waiting',
    'runnable',
    'running',
  ]);
  const wait = a?.segments[1];
  const meanwhile = b?.segments.find(({ state }) => state === 'running');
  expect([wait?.start, wait?.end].map((at) => at && toMs(at))).toEqual([5, 40]);
  expect([meanwhile?.start, meanwhile?.end].map((at) => at && toMs(at))).toEqual([5, 20]);
});

/** When both A and B run, ms: [from, to] each. */
const bothRun = (preset: string) => {
  const { tasks } = presetRun(lab, preset).result;
  const [ofA = [], ofB = []] = ['A', 'B'].map((name) =>
    tasks.find((task) => task.name === name)?.segments.filter(({ state }) => state === 'running'),
  );
  return ofA.flatMap((one) =>
    ofB
      .map((other) => [Math.max(one.start, other.start), Math.min(one.end, other.end)])
      .filter(([from = 0, to = 0]) => from < to)
      .map((times) => times.map((time) => time / 1e6)),
  );
};

test('on one core both are in progress from 0 to 55 ms and never run at once, on two cores they do [claims 18, 21, 23]', () => {
  for (const { name, arrival, end } of presetRun(lab, 'one-core').result.tasks) {
    if (name === 'other') continue;
    expect(toMs(arrival)).toBe(0);
    expect(end && toMs(end)).toBeGreaterThanOrEqual(55);
  }
  expect(bothRun('one-core')).toEqual([]);
  expect(bothRun('two-cores')).toEqual([[0, 5]]);
});

test('one core and two have the timelines that the lesson documents, row by row [claims 22, 24]', () => {
  const documented = {
    'one-core':
      'A: running 0–5, waiting 5–40, runnable 40–50, running 50–55; ' +
      'B: runnable 0–5, running 5–20, waiting 20–55, running 55–60; other work: running 30–50',
    'two-cores':
      'A: running 0–5, waiting 5–40, running 40–45; B: running 0–15, waiting 15–50, running 50–55',
  };
  for (const [preset, lives] of Object.entries(documented)) {
    const rows = lives.split('; ').flatMap((life) => {
      const [task = '', segments = ''] = life.split(': ');
      return segments
        .split(', ')
        .map((one) => ({ cells: [task, ...one.split(/[ –]/)], place: `${preset}, ${one}` }));
    });
    const stated = { heads: ['task', 'state', 'from', 'to'], rows };
    const computed = documentedTable(lab as AnyLab, presetRun(lab, preset), stated);
    expect(computed.rows).toHaveLength(rows.length);
  }
});

test('A is runnable for 10 ms and B for 5, without a core', () => {
  expect(fact('one-core', 'a-runnable')).toBe(10);
  expect(fact('one-core', 'b-runnable')).toBe(5);
});

test('without the other work A resumes at 40 and ends at 45, and B still ends at 60', () => {
  expect(fact('one-core-idle', 'a-resumes')).toBe(40);
  expect(fact('one-core-idle', 'a-ends')).toBe(45);
  expect(fact('one-core-idle', 'b-ends')).toBe(60);
});

test('on two cores both start at 0 and neither ever lacks one [claims 18, 24]', () => {
  const trace = presetRun(lab, 'two-cores').result;
  expect(startsRunning(trace, 'A')?.[0]).toBe(0);
  expect(startsRunning(trace, 'B')?.[0]).toBe(0);
  expect(fact('two-cores', 'a-ends')).toBe(45);
  expect(fact('two-cores', 'b-ends')).toBe(55);
  expect(startsRunning(trace, 'B')).toEqual([0, 50]);
  expect(fact('two-cores', 'a-runnable') + fact('two-cores', 'b-runnable')).toBe(0);
});

test('one at a time A ends at 45 and B at 100, on one core and on four', () => {
  expect(fact('one-at-a-time', 'a-ends')).toBe(45);
  expect(fact('one-at-a-time', 'b-ends')).toBe(100);
  const four = with_({ waiting: 'block', other: false, cores: 4 });
  expect(four.tasks.map(({ end }) => end && toMs(end))).toEqual([45, 100]);
});

test('with a slice of 5 ms A runs again at 45', () => {
  expect(startsRunning(with_({ slice: 5 }), 'A')).toEqual([0, 45]);
});

test('every fact has a figure under every preset', () => {
  for (const preset of Object.keys(lab.presets)) {
    for (const name of Object.keys(lab.facts)) expect(fact(preset, name)).not.toBeNaN();
  }
});

test('the sentence says when both end and how long each was runnable', () => {
  const sentence = toText(lab.view.describe?.(presetRun(lab, 'one-core')) ?? []);
  expect(sentence.replaceAll('\u00a0', ' ')).toBe(
    'A ends at 55 ms and B at 60 ms. The core was busy for 50 of those 60 ms. ' +
      'Runnable, no free core: A 10 ms and B 5 ms.',
  );
});

test('one at a time on four cores, the sentence says that nothing lacks a core, and B a worker', () => {
  const run = { ...runOf(lab, { ...presetValues(lab, 'one-at-a-time'), cores: 4 }), tag: '' };
  const sentence = toText(lab.view.describe?.(run) ?? []).replaceAll('\u00a0', ' ');
  expect(sentence).toMatch(/, and nothing waited for one\. Queued, no free worker: B 45 ms\.$/);
});

test('with a farther database too a second core saves B the 5 ms that it was runnable', () => {
  expect(fact('farther-one-core', 'b-ends')).toBe(85);
  expect(fact('farther-one-core', 'b-runnable')).toBe(5);
  expect(fact('farther-two-cores', 'b-ends')).toBe(80);
});
