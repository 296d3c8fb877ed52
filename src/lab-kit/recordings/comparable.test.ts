// A recording is laid over a run of the same work on as many cores, and over no other.
import { parse } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { checkComparable } from './comparable.ts';
import { recordingNamed } from './testing/recordings.ts';

const check = (name: string, text: string) => () =>
  checkComparable(recordingNamed(name), parse(text), 'lab x, preset y');
const REQUESTS = 'A: cpu 5, io 35, cpu 5\nB: cpu 15, io 35, cpu 5';

test('the same work does, with other tasks or without, and arrivals a little apart', () => {
  const alone = 'two-requests-one-core-fifo-without-other-work';
  expect(check(alone, REQUESTS)).not.toThrow();
  expect(check(alone, `C: cpu 1\n${REQUESTS}`)).not.toThrow();
  expect(check('two-requests-one-core-fair', `${REQUESTS}\nother: at 30, cpu 20`)).not.toThrow();
});

const place = (name: string) => `Recording ${name} and lab x, preset y do not match: `;

test.each([
  ['two-requests-two-cores', REQUESTS, 'found 1 core simulated; 2 cores, as recorded, would do.'],
  [
    'two-requests-one-core-fifo',
    REQUESTS,
    'found the simulated tasks A, B; a task "other: cpu 20", as recorded, would do.',
  ],
  [
    'two-hogs-one-core-fair',
    REQUESTS,
    'found the simulated task "A: cpu 5, io 35, cpu 5"; "A: cpu 40", as recorded, would do.',
  ],
  [
    'two-requests-one-core-fifo',
    `${REQUESTS}\nother: at 29, cpu 20`,
    'found other arriving at 29 ms in the simulation; other arriving at 30 ms, as recorded, would do.',
  ],
])('%s is refused over %j', (name, text, message) => {
  expect(check(name, text)).toThrow(place(name) + message);
});
