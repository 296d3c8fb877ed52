// The listings as they are built and heard: what is next, what each step left and when, and who can go on.
import { atomic } from '@interleave/simulation/interleavings';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlayheadStore } from '../frame/playhead.ts';
import type { Run } from '../lab.ts';
import type { Stage } from '../view.ts';
import { listings } from './listings.tsx';
import type { Moved, Program, Stepped } from './program.ts';
import { COUNTER, LOCKS, programOf, SEATS, stepped } from './testing/programs.ts';

const { Draw } = listings<Moved, Stepped>({
  id: 'listings',
  label: 'The threads',
  between: () => <p>between</p>,
});

/** The listings of a program whose playhead stands after a move, as they are built. */
function built(program: Program, moves: string, at: number): string {
  const runs: readonly Run<Moved, Stepped>[] = [
    { values: { moves }, result: stepped(program, moves), tag: '' },
  ];
  const playhead = new PlayheadStore(at).on({ end: 100, stops: () => [0], flows: false });
  return renderToStaticMarkup(
    <Draw stage={{ runs, playhead } as unknown as Stage<Moved, Stepped, unknown>} />,
  );
}

const text = (html: string) => html.replace(/<[^>]*>/g, '').trim();
const allOf = (html: string, what: RegExp) =>
  [...html.matchAll(what)].map(([, found = '']) => found);

/** By thread: its lines, each with what stands beside it where scripts run. */
const listed = (html: string) =>
  allOf(html, /<tbody>(.*?)<\/tbody>/g).map((body) =>
    allOf(body, /<tr[^>]*>(.*?)<\/tr>/g).map((row) =>
      allOf(row.replace(/<span[^>]*data-live="never"[^>]*>.*?<\/span>/g, ''), /<td>(.*?)<\/td>/g)
        .map(text)
        .join(' | '),
    ),
  );

test('each line has what it left and when, up to the playhead; the next one is marked', () => {
  expect(listed(built(COUNTER, 'ABAABB', 4))).toEqual([
    ['load counter | 0 | 1', 'add 1 | 1 | 3', 'store counter | 1 | 4', 'next: end |  | '],
    ['load counter | 0 | 2', 'next: add 1 |  | ', 'store counter |  | ', 'end |  | '],
  ]);
});

test('on paper and without scripts what is done later is told, too', () => {
  const later = allOf(built(COUNTER, 'ABAABB', 4), /data-live="never">(.*?)<\/span>/g);
  expect(later.map(text)).toEqual(['1', '5', '1', '6']);
});

test('of a line that is done again the last time counts', () => {
  const program = programOf([[atomic.add(1), atomic.jump(0)]]);
  expect(listed(built(program, 'AAA', 3))[0]?.[0]).toBe('add 1 | 2 | 3');
  expect(listed(built(program, 'AAA', 2))[0]?.[0]).toBe('next: add 1 | 1 | 1');
});

test('where no step works with a register there is no column for it', () => {
  const { lock, unlock } = atomic;
  const [lines] = listed(built(programOf([[lock('m'), unlock('m')]]), 'A', 1));
  expect(lines).toEqual(['lock m | 1', 'next: unlock m | ', 'end | ']);
});

test('the line at which a thread is blocked says that it waits', () => {
  const html = built(LOCKS, 'AAB', 3);
  expect(listed(html)[0]?.[2]).toBe('next: lock y |  | waits');
  expect(text(html)).toContain('thread A blocked, holds x');
});

test('a thread that cannot go on has its button off, and keeps it', () => {
  const buttons = (moves: string) =>
    allOf(built(LOCKS, moves, moves.length), /<button[^>]*(aria-disabled="\w+")/g);
  expect(buttons('AAB')).toEqual(['aria-disabled="true"', 'aria-disabled="false"']);
});

test('lines in the program’s own words', () => {
  expect(listed(built(SEATS, 'A', 1))[0]?.slice(0, 2)).toEqual([
    'read seats | 1 | 1',
    'next: book it |  | ',
  ]);
});

test('any number of threads has its listings, and then what stands between', () => {
  const five = programOf(Array.from({ length: 5 }, () => [atomic.add(1)]));
  const html = built(five, '', 0);
  expect(allOf(html, /data-thread="(\w)"/g)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(allOf(html, /<button[^>]*>(.*?)<\/button>/g)).toHaveLength(5);
  expect(html).toContain('between');
});
