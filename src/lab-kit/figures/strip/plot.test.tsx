// A strip as it is built: whole for readers without scripts, and where a question holds it back, not told to others.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlayheadStore } from '../../frame/playhead.ts';
import type { Run } from '../../lab.ts';
import type { Stage } from '../../view.ts';
import { Plot } from './Plot.tsx';
import type { Strip } from './strip.ts';
import { strip } from './strip.tsx';

const { Draw } = strip<object, string>({
  id: 'steps',
  label: 'The steps of A',
  of: ({ result }) => ({
    steps: [...result],
    rows: [
      {
        kind: 'lane',
        label: 'A',
        cells: [...result].map((letter, i) => ({
          from: i + 1,
          to: i + 1,
          state: 'running',
          text: letter,
          said: `does ${letter}`,
        })),
        endedAfter: result.length || null,
      },
    ],
  }),
});

/** The strip of a run of these letters, as it is built. */
function built(result: string, coveredFrom: number | null): string {
  const runs: readonly Run<object, string>[] = [{ values: {}, result, tag: '' }];
  const playhead = new PlayheadStore(0).on({ end: result.length, stops: () => [0], flows: false });
  const stage = { runs, playhead, coveredFrom } as Stage<object, string, unknown>;
  return renderToStaticMarkup(<Draw stage={stage} />);
}

/** A strip as it is built, before its first step. */
const drawn = (of: Strip) =>
  renderToStaticMarkup(
    <Plot
      strip={of}
      label="The moves"
      playhead={new PlayheadStore(0).on({ end: 0, stops: () => [0], flows: false })}
      coveredFrom={null}
      live={false}
      onKeyDown={() => {}}
    />,
  );

/** What stands in the lists of words, by whom they are for. */
const heard = (html: string) =>
  [...html.matchAll(/(?:data-live="(\w+)">)?<ul[^>]*>(.*?)<\/ul>/g)].map(([, live, items]) => [
    live,
    items?.replace(/<[^>]*>/g, ''),
  ]);

test('without a question all is told to everybody', () => {
  expect(heard(built('xy', null))).toEqual([
    [undefined, 'A: step 1, does x; step 2, does y; ended after step 2'],
  ]);
});

test('what a question holds back is told where no scripts run, and there alone', () => {
  const html = built('xy', 1);
  expect(heard(html)).toEqual([
    ['only', 'A: step 1, does x'],
    ['never', 'A: step 1, does x; step 2, does y; ended after step 2'],
  ]);
  expect(html).toContain('predict first');
});

test('before the first move there is a strip without steps', () => {
  expect(heard(built('', null))).toEqual([[undefined, 'A: nothing']]);
  // Nor is anything placed by a share of nothing.
  expect(built('', 0)).not.toContain('NaN');
});

test('slots for more have no number', () => {
  const html = drawn({ steps: ['A', '', ''], rows: [], made: 1, unit: 'move' });
  const numbers = [...html.matchAll(/number[^"]*">(\d+)</g)].map(([, number]) => number);
  expect(numbers).toEqual(['1']);
});

test('words on the floor, in the line of what is shared and over a lane are drawn', () => {
  const html = drawn({
    steps: ['A', 'B'],
    rows: [
      {
        kind: 'lane',
        label: 'A',
        cells: [],
        endedAfter: null,
        notes: [{ from: 1, to: 2, text: 'r = 0' }],
      },
      {
        kind: 'shared',
        label: 'counter',
        cells: [],
        endedAfter: null,
        notes: [{ from: 2, to: 2, text: '7' }],
      },
    ],
    brackets: [{ row: 0, from: 0, to: 2, text: 'B still has 0' }],
  });
  for (const words of ['r = 0', '7', 'B still has 0']) expect(html).toContain(`>${words}</span>`);
});
