// What of a built page gives an answer away, and what does not.
import { describe, expect, test } from 'vitest';
import { questionsOf, wayThrough } from './read-page.ts';
import { spoilers } from './spoilers.ts';

const PLACE = 'content/one.mdx:12';

interface Parts {
  above?: string;
  ask?: string;
  given?: string;
  lab?: string;
  below?: string;
}

/** A page with one prediction whose answer is 26 s, and what is asked of it. */
const page = ({ above = '', ask = 'When?', given, lab = '', below = '' }: Parts) => `<!doctype html>
<html><head><title>26 s</title></head><body>${above}
<choice-question data-id="q" data-place="${PLACE}" data-figure="26 s"${given === undefined ? '' : ` data-given="${given}"`}>
<p class="ask">${ask}</p>
<div class="options" role="group" aria-label="${ask}"><button>26 s</button><button>6.5 s</button></div>
<details class="answer"><summary>The answer</summary><p>It is 26 s.</p></details>
</choice-question>
<div data-awaits="q">${lab}</div>${below}<h2>What it says</h2><p>The last is answered after 26 s.</p></body></html>`;

const found = (parts: Parts) => spoilers(questionsOf(page(parts)));

test('an answer that stands only after the next heading is none', () => {
  expect(found({ above: '<p>A hundred requests.</p>' })).toEqual([]);
});

describe('the answer is given away', () => {
  test.each<[string, Parts, string]>([
    [
      'by the text',
      { above: '<p>It takes 26.0&nbsp;s.</p>' },
      'the page above: “It takes 26.0 s.”',
    ],
    [
      'across elements',
      { above: '<p>It takes <b>26</b> <i>s</i>.</p>' },
      'the page above: “It takes 26 s.”',
    ],
    [
      'by what stands right below',
      { below: '<p>It took 26 s after all.</p>' },
      'the text right below: “It took 26 s after all.”',
    ],
    ['by an image', { above: '<img alt="A line of 26 s">' }, 'the page above: “A line of 26 s”'],
    [
      'by a name for those who hear it',
      { above: '<g aria-label="waits 26 s"></g>' },
      'the page above: “waits 26 s”',
    ],
    [
      'by the menu',
      { above: '<nav id="menu"><a>26 s in line</a></nav>' },
      'the chapter list: “26 s in line”',
    ],
    [
      'by the question',
      { ask: 'It took 26 s. And now?' },
      'the question itself: “It took 26 s. And now?”',
    ],
    [
      'by a preset',
      { lab: '<section><div aria-label="Presets"><button>In 26 s</button></div></section>' },
      'the presets of its lab: “In 26 s”',
    ],
    [
      'by a knob',
      {
        lab: '<div data-knob="a"><label for="k">Wait</label><output>26 s</output><input id="k"></div>',
      },
      'the knobs of its lab: “Wait: 26 s”',
    ],
    [
      'by the sentence of the lab',
      { lab: '<section data-veiled="ahead"><p data-shows="result">It waits 26 s.</p></section>' },
      'the sentence of its lab: “It waits 26 s.”',
    ],
  ])('%s', (_, parts, where) => {
    expect(found(parts)).toEqual([
      `${PLACE}: found the answer, 26 s, in ${where}; it can be read before the question is answered: ask about other numbers, put what is below into <After>, or say why it may stand there: given="…".`,
    ]);
  });

  test('by another question before it, but not by that one’s options', () => {
    const other = (ask: string) =>
      `<choice-question data-place="content/one.mdx:3"><p class="ask">${ask}</p><div class="options"><button>26 s</button></div></choice-question>`;
    expect(found({ above: other('Why 26 s?') })).toHaveLength(1);
    expect(found({ above: other('Why?') })).toEqual([]);
  });

  test('by the way through, on the page that leads to it', () => {
    const way = wayThrough(
      '<ol class="way"><li><span class="number">26</span><b>26.0 s</b> for the last</li></ol>',
    );
    expect(spoilers(questionsOf(page({}), way))).toEqual([
      expect.stringContaining('in the chapter list: “26.0 s for the last”'),
    ]);
  });
});

test.each<[string, Parts]>([
  ['a number of another unit', { above: '<p>26 workers</p>' }],
  ['a chapter’s number', { above: '<nav id="menu"><span class="number">26</span> Threads</nav>' }],
  ['the scale of a drawing', { above: '<svg><g data-mark="axis"><text>26</text></g></svg>' }],
  ['what is closed', { above: '<details><summary>More</summary><p>26 s</p></details>' }],
  [
    'what waits for an answer',
    { above: '<div class="after" data-prediction="q"><p>26 s</p></div>' },
  ],
  ['what only those without scripts see', { above: '<p data-live="never">26 s</p>' }],
  ['what is hidden', { above: '<p hidden>26 s</p>' }],
  [
    'what a lab covers',
    {
      lab: '<section data-veiled="result"><p data-shows="result">26 s</p><div role="grid" aria-label="to 26 s"></div><div data-shows="ahead">26 s</div></section>',
    },
  ],
  [
    'a value that could be chosen',
    {
      lab: '<div data-knob="c"><span id="n">Wait</span><label><input type="radio">26 s</label><label><input type="radio" checked>5 s</label></div>',
    },
  ],
])('%s gives nothing away', (_, parts) => {
  expect(found(parts)).toEqual([]);
});

test('a figure that may stand there is let through, and a permission that nothing needs is not', () => {
  const above = '<p>26 s</p>';
  expect(found({ above, given: 'nothing changes' })).toEqual([]);
  expect(found({ given: 'nothing changes' })).toEqual([
    `${PLACE}: found given, but the answer, 26 s, cannot be read before the question is answered.`,
  ]);
});

test('a question knows what its lab says as it opens', () => {
  const lab = `<section data-veiled="ahead"><p data-shows="result">It waits <strong>5 s</strong>.</p>
    <p class="lab-veil-note">Answer first. <button>Show it now</button></p>
    <div data-knob="a"><label for="k">Cores</label><output>4</output><input id="k"></div></section>`;
  expect(questionsOf(page({ lab }))[0]?.lab).toEqual({
    sentence: 'It waits 5 s.',
    knobs: ['Cores: 4'],
    note: 'Answer first.',
  });
});
