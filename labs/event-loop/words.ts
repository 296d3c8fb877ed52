// What this lab says of a run.
import { inARow, lackOf, type Sentence, type Trace, toMs } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { inMs } from '../../src/lab-kit/units.ts';
import { late, latency } from './facts.ts';
import { runOfSetting } from './run.ts';
import { PIECE, type Setting, SLICE } from './setting.ts';

type LoopRun = Run<Setting, Trace>;

const figure = (length: number) => ({ figure: inMs(length) });

/** What the run comes to. */
export const known = ({ values, result }: LoopRun): Sentence => inARow(...told(values, result));

/** What the run comes to, and where it helps, what it would be if C did not compute at once. */
export const describe = ({ values, result }: LoopRun): Sentence =>
  inARow(...told(values, result), ...otherwise(values, result));

function told(values: Setting, trace: Trace): Sentence[] {
  switch (values.program) {
    case 'requests':
      return ofHandlers(values, trace);
    case 'reads':
      return ofFiles(values, trace);
    case 'promises':
      return ofMicrotasks(trace);
    case 'queries':
      return ofQueries(values, trace);
  }
}

/** Callbacks that compute for no longer than this are called short, ms: all but C's are. */
const SHORT = 2;

function ofHandlers({ computes, remedy }: Setting, trace: Trace): Sentence[] {
  const who = (name: string) => ({
    task: trace.tasks.findIndex((task) => task.name === name),
    name,
  });
  const after = (name: string) => figure(latency(trace, name));
  const both: Sentence = [
    who('A'),
    ' is answered after ',
    after('A'),
    ', ',
    who('C'),
    ' after ',
    after('C'),
    '.',
  ];
  const length = inMs(computes);
  switch (remedy) {
    case 'once': {
      const stalled = stalledBy(trace);
      if (computes <= SHORT || stalled === undefined) {
        return [
          ['every callback is short, so no request waits long for the loop.'],
          [who('A'), ' is answered after ', after('A'), '.'],
        ];
      }
      return [
        [
          who('C'),
          `’s callback computes for ${length}, and every other request waits for the loop.`,
        ],
        [
          'the database answers ',
          who(stalled.name),
          ` at ${inMs(stalled.at)}, but its user gets the answer at `,
          figure(stalled.end),
          '.',
        ],
      ];
    }
    case 'pieces':
      return [
        [
          who('C'),
          ` computes for ${length} in pieces of ${inMs(PIECE)}, and between them the loop runs what is in line.`,
        ],
        both,
      ];
    case 'pool':
      return [
        [
          'a thread of the pool, on a core of its own, computes ',
          who('C'),
          `’s ${length}, and the loop stays free.`,
        ],
        both,
      ];
    case 'processes':
      return [
        ['requests go to two processes in turn, each with a loop and a core.'],
        [
          'while ',
          who('C'),
          ` computes for ${length}, the first loop stands still: `,
          who('A'),
          ' is answered after ',
          after('A'),
          '.',
        ],
        ['the second goes on: ', who('B'), ' is answered after ', after('B'), '.'],
      ];
    case 'threads':
      return [
        [
          'each request has a thread, and the scheduler takes the core away after ',
          `${inMs(SLICE)} when others want it.`,
        ],
        both,
      ];
  }
}

/** The request other than C that was answered and then was in line for the loop for longest; times in ms. */
function stalledBy(trace: Trace): { name: string; at: number; end: number } | undefined {
  const stood = trace.tasks
    .filter(({ name }) => name !== 'C' && name !== 'timer')
    .flatMap(({ name, end, segments }) =>
      segments
        .filter((one) => lackOf(trace, one) !== null && one.cause === 'io-done')
        .map((one) => ({
          name,
          at: toMs(one.start),
          length: one.end - one.start,
          end: toMs(end ?? one.end),
        })),
    );
  return stood.sort((a, b) => b.length - a.length)[0];
}

/** When the stalled request would be answered if C computed nothing. */
function otherwise(values: Setting, trace: Trace): Sentence[] {
  const { program, remedy, computes } = values;
  const stalled = stalledBy(trace);
  if (program !== 'requests' || remedy !== 'once' || computes <= SHORT || stalled === undefined) {
    return [];
  }
  const free = runOfSetting({ ...values, computes: 0 });
  const end = free.tasks.find(({ name }) => name === stalled.name)?.end ?? null;
  if (end === null || toMs(end) >= stalled.end) return [];
  return [['if C did not compute, it would be there at ', figure(toMs(end)), '.']];
}

function ofFiles({ 'pool-size': threads }: Setting, trace: Trace): Sentence[] {
  const first = figure(latency(trace, 'read 1'));
  const last = figure(latency(trace, 'read 6'));
  const stood = trace.tasks.flatMap(({ index, name, segments }) =>
    segments
      .filter(({ state, cause }) => state === 'queued' && cause === 'io-started')
      .map(({ start, end }) => ({
        who: { task: index, name },
        start: toMs(start),
        end: toMs(end),
      })),
  )[0];
  const ends: Sentence = [
    'the first read is answered after ',
    first,
    ', the last after ',
    last,
    '.',
  ];
  if (stood === undefined) {
    return [[`the pool has ${threads} threads, so each of the six reads has one at once.`], ends];
  }
  const pool = threads === 1 ? 'one thread' : `${threads} threads`;
  return [
    [
      `six reads share a pool of ${pool}, so `,
      stood.who,
      `, asked for at ${inMs(stood.start)}, gets one only at ${inMs(stood.end)}, though the loop is free.`,
    ],
    ends,
  ];
}

function ofMicrotasks(trace: Trace): Sentence[] {
  const endOf = (name: string) =>
    toMs(trace.tasks.find((task) => task.name === name)?.end ?? trace.end);
  return [
    [
      `the callback A returns at ${inMs(endOf('A'))}, but the promise callbacks that it queued keep the loop until ${inMs(endOf('promise 4'))}.`,
    ],
    ['the timer is ', figure(late(trace)), ' late.'],
  ];
}

function ofQueries({ waits, database }: Setting, trace: Trace): Sentence[] {
  const each = `four queries of ${inMs(database)}`;
  return [
    [
      waits === 'together'
        ? `the request sends ${each} at once, and waits for all of them together.`
        : `the request sends ${each}, one after the other.`,
    ],
    ['it is answered after ', figure(latency(trace, 'request')), '.'],
  ];
}
