// A trace as JSON holds every segment, by names and whole nanoseconds.
import { expect, test } from 'vitest';
import { metrics } from '../readers/metrics.ts';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, type Step, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import type { Trace } from '../trace/trace.ts';
import { toJson } from './json.ts';

const read = (trace: Trace) => JSON.parse([...toJson(trace)].join(''));

test('has each segment with its cause, and names for indices', () => {
  const trace = simulate(
    scenario({ tasks: [task('A', [cpu(1), io(2)]), task('B', [cpu(1)], 0.5)] }),
  );
  expect(read(trace)).toEqual({
    version: 1,
    truncated: false,
    deadlock: null,
    horizon: 3_000_000,
    tasks: [
      {
        name: 'A',
        arrival: 0,
        end: 3_000_000,
        segments: [
          {
            state: 'running',
            start: 0,
            end: 1_000_000,
            core: 0,
            worker: 0,
            cause: 'dispatched',
            causedBy: null,
          },
          {
            state: 'waiting',
            start: 1_000_000,
            end: 3_000_000,
            core: null,
            worker: 0,
            cause: 'io-started',
            causedBy: null,
          },
        ],
      },
      {
        name: 'B',
        arrival: 500_000,
        end: 2_000_000,
        segments: [
          {
            state: 'runnable',
            start: 500_000,
            end: 1_000_000,
            core: null,
            worker: 1,
            cause: 'arrived',
            causedBy: null,
          },
          {
            state: 'running',
            start: 1_000_000,
            end: 2_000_000,
            core: 0,
            worker: 1,
            cause: 'dispatched',
            causedBy: 'A',
          },
        ],
      },
    ],
    cores: [
      {
        segments: [
          { state: 'running', task: 'A', start: 0, end: 1_000_000 },
          { state: 'running', task: 'B', start: 1_000_000, end: 2_000_000 },
          { state: 'idle', task: null, start: 2_000_000, end: 3_000_000 },
        ],
      },
    ],
    metrics: JSON.parse(JSON.stringify(metrics(trace))),
  });
});

test('a user has its rounds, and no other task has', () => {
  const user = { ...task('user', [cpu(2)]), think: ms(3) };
  const { tasks } = read(simulate(scenario({ horizon: ms(9), tasks: [user, task('A', [])] })));
  expect(tasks.map(({ rounds }: { rounds?: unknown }) => rounds)).toEqual([
    [{ start: ms(3), end: ms(5) }],
    undefined,
  ]);
});

const lock = (name: string): Step => ({ kind: 'lock', lock: name });
const unlock = (name: string): Step => ({ kind: 'unlock', lock: name });

test('a deadlock names who awaits what, and who holds it', () => {
  const steps = (a: string, b: string) => [lock(a), cpu(1), lock(b), unlock(b), unlock(a)];
  const tasks = [task('A', steps('m', 'n')), task('B', steps('n', 'm'))];
  expect(read(simulate(scenario({ cores: 2, tasks }))).deadlock).toEqual([
    { task: 'A', awaits: 'n', heldBy: 'B' },
    { task: 'B', awaits: 'm', heldBy: 'A' },
  ]);
});

test('a run that was cut off says why and where', () => {
  const late = task('late', [cpu(9007199254)]);
  const json = read(simulate(scenario({ tasks: [late, { ...late, name: 'later' }] })));
  expect(json.truncated).toEqual({ reason: expect.stringMatching(/\.$/), at: json.horizon });
});

test('segments join from arrival to end, and from 0 to the horizon', () => {
  always((_, trace) => {
    const { tasks, cores, horizon } = read(trace);
    const lanes = [
      ...tasks.map(({ arrival, end, segments }: (typeof tasks)[0]) => [
        segments,
        arrival,
        end ?? Math.max(arrival, horizon),
      ]),
      ...cores.map(({ segments }: (typeof cores)[0]) => [segments, 0, horizon]),
    ];
    for (const [segments, from, to] of lanes) {
      let at = from;
      for (const { start, end } of segments) {
        expect(start).toBe(at);
        at = end;
      }
      expect(at).toBe(to);
    }
  });
});

test('what was sent again says what it repeats, and its request what all its sendings came to', () => {
  const retry = { after: ms(1), times: 1 };
  const trace = simulate(scenario({ tasks: [{ ...task('A', [io(3)]), retry }, task('B', [])] }));
  const { tasks, requests } = read(trace);
  expect(
    tasks.map(({ name, resend }: { name: string; resend?: unknown }) => [name, resend]),
  ).toEqual([
    ['A', undefined],
    ['B', undefined],
    ['A again 1', { of: 'A', number: 1 }],
  ]);
  expect(requests).toEqual([
    { tasks: ['A', 'A again 1'], sent: 0, answered: ms(3), latency: ms(3) },
    { tasks: ['B'], sent: 0, answered: 0, latency: 0 },
  ]);
  const plain = read(simulate(scenario({ tasks: [task('A', [io(3)])] })));
  expect(Object.keys(plain)).not.toContain('requests');
});

test('what would steer a terminal is escaped, and read back as it was', () => {
  const name = 'a\u007f\u009b\u202e';
  const trace = simulate(scenario({ tasks: [task(name, [cpu(1)])] }));
  expect([...toJson(trace)].join('')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
  expect(read(trace).tasks[0].name).toBe(name);
});
