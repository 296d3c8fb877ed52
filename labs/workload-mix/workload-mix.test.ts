// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetRun, presetValues } from '../../src/lab-kit/lab.ts';
import { inWords } from '../../src/lab-kit/parameters/values.ts';
import lab, { waitingShare } from './index.ts';
import { type Kind, OPERATIONS, operationTimes, type Request, total } from './operations.ts';
import { kindsOfWork } from './sorting.ts';
import { paceOf } from './words.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));
const request = (preset: string, values: object = {}): Request => ({
  ...presetValues(lab, preset),
  ...values,
});
const said = (preset: string) =>
  toText(lab.describe?.(presetRun(lab, preset)) ?? []).replaceAll('\u00a0', ' ');

test('the typical request waits for 80% of its time, within the lesson’s 70–90% [claims 17, 28]', () => {
  expect(fact('typical', 'waits')).toBe(40);
  expect(fact('typical', 'computes')).toBe(10);
  expect(fact('typical', 'total')).toBe(50);
  expect(fact('typical', 'waiting-share')).toBe(80);
  expect(waitingShare.band).toMatchObject({ from: 0.7, to: 0.9 });
  expect(waitingShare.parts(request('typical'))).toEqual([
    { label: 'JSON parse', state: 'running', length: 2 },
    { label: 'Validation', state: 'running', length: 3 },
    { label: 'JWT sign', state: 'running', length: 5 },
    { label: 'Cache lookup', state: 'waiting', length: 2 },
    { label: 'Database query', state: 'waiting', length: 30 },
    { label: 'Remote log', state: 'waiting', length: 8 },
  ]);
});

test('a core twice as fast shortens only what computes, nearer answers only what waits', () => {
  expect(fact('typical', 'with-fast-cpu')).toBe(45);
  expect(fact('typical', 'with-near-io')).toBe(30);
  expect(fact('image-upload', 'total')).toBe(200);
  expect(fact('image-upload', 'with-fast-cpu')).toBe(120);
  expect(fact('image-upload', 'with-near-io')).toBe(180);
});

test('what a core can serve depends on what each request computes', () => {
  expect(fact('typical', 'per-core')).toBe(100);
  expect(fact('image-upload', 'per-core')).toBe(6.25);
});

test('the verdict comes with its reasons', () => {
  expect(said('typical')).toBe(
    'This request waits for 40 ms of its 50 ms: it is IO-bound. The database query alone takes 30 ms. ' +
      'With a core twice as fast it would take 45 ms, with every answer in half the time 30 ms.',
  );
  expect(said('image-upload')).toMatch(
    /^This request computes for 160 ms of its 200 ms: it is CPU-bound\. The image resize alone/,
  );
});

test('half and half is neither, and a millisecond more decides', () => {
  const even = { json: null, validation: null, jwt: 10, cache: null, db: 10, log: null };
  expect(paceOf(request('typical', even))).toBeNull();
  expect(paceOf(request('typical', { ...even, db: 11 }))).toBe('waits');
  expect(paceOf(request('typical', { ...even, jwt: 11 }))).toBe('computes');
});

/** The operations of a kind, of a request that does them all. */
function operationsThat(kind: Kind) {
  const all = Object.fromEntries(OPERATIONS.map(({ name }) => [name, 10]));
  return operationTimes(request('typical', all)).flatMap((one) =>
    one.kind === kind ? [one.operation.label] : [],
  );
}

test('caches, queries, calls, files from the disk and logs that are sent away are waiting [claim 15]', () => {
  expect(operationsThat('waits')).toEqual([
    'Cache lookup',
    'Database query',
    'HTTP call',
    'File read',
    'Remote log',
  ]);
});

test('parsing, validating, signing, resizing and compressing are computing [claim 16]', () => {
  expect(operationsThat('computes')).toEqual([
    'JSON parse',
    'Validation',
    'JWT sign',
    'Image resize',
    'Compression',
  ]);
});

test('a file in the page cache and a buffered log line are computing', () => {
  const kinds = (values: object) =>
    operationTimes(request('file', { log: 5, ...values })).map(({ operation, kind }) => [
      operation.name,
      kind,
    ]);
  expect(kinds({})).toEqual([
    ['file', 'waits'],
    ['log', 'waits'],
  ]);
  expect(kinds({ source: 'memory', logging: 'buffered' })).toEqual([
    ['file', 'computes'],
    ['log', 'computes'],
  ]);
  expect(said('cached-file')).toMatch(/CPU-bound/);
  expect(fact('file', 'with-near-io')).toBe(5);
});

test('cached, a file costs what its copy costs, and a buffered log line next to nothing', () => {
  expect(fact('file', 'total')).toBe(10);
  expect(fact('cached-file', 'total')).toBe(1);
  const logged = request('typical', { logging: 'buffered' });
  expect(total(logged)).toBeCloseTo(total(request('typical')) - 8 + 0.01, 9);
});

test('a request of nothing says so', () => {
  const nothing = Object.fromEntries(OPERATIONS.map(({ name }) => [name, null]));
  const { scenario } = lab.model.run(request('typical', nothing));
  expect(scenario.tasks[0]?.steps).toEqual([]);
});

test('the table names each operation, its kind and why', () => {
  const [table] = lab.tables?.(presetRun(lab, 'cached-file')) ?? [];
  expect(table?.rows).toEqual([
    [
      'File read',
      '1',
      '100.0%',
      {
        state: 'running',
        text: 'Computes. It is in the page cache: the core copies it from memory, in about 1 ms.',
      },
    ],
  ]);
});

test('the shares in the table add up to the whole request', () => {
  const [table] = lab.tables?.(presetRun(lab, 'typical')) ?? [];
  const shares = table?.rows.map(([, , share]) => Number.parseFloat(String(share)));
  expect(shares).toEqual([4, 6, 10, 4, 60, 16]);
});

test('a report waits for 60%, below the lesson’s range', () => {
  expect(fact('report', 'waiting-share')).toBe(60);
  expect(fact('report', 'computing-share')).toBe(40);
});

test('in a setting’s words abbreviations keep their capitals', () => {
  const setting = inWords(lab.parameters, presetValues(lab, 'typical'));
  expect(setting).toMatch(
    /^JSON parse 2 ms, validation 3 ms, JWT sign 5 ms, cache lookup 2 ms, .*no HTTP call/,
  );
});

test('the exercise has both kinds, each item one of them, none twice', () => {
  const { kinds, items } = kindsOfWork;
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(new Set(items.map(({ what }) => what)).size).toBe(items.length);
});

test('a checkout waits for 75% of its time, and an album for 30%', () => {
  expect(fact('checkout', 'waiting-share')).toBe(75);
  expect(fact('album', 'waiting-share')).toBe(30);
  expect(fact('album', 'with-fast-cpu')).toBe(130);
});

test('eight cores make eight times as many thumbnails as one [claim 29]', () => {
  expect(fact('thumbnail', 'computes')).toBe(125);
  expect(fact('thumbnail', 'per-eight-cores')).toBe(64);
});

test('a page of 30 ms of computing gains 15 ms from a core twice as fast', () => {
  expect(fact('account', 'total') - fact('account', 'with-fast-cpu')).toBe(15);
});

test('what is known of a request leaves its remedies out', () => {
  const run = presetRun(lab, 'album');
  const known = toText(lab.known?.(run) ?? []);
  expect(known).toContain('CPU-bound');
  expect(known).not.toContain('twice as fast');
  expect(toText(lab.describe?.(run) ?? [])).toContain(known);
});
