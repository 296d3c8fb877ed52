// The table of states names its colours as tokens.css does.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STATES } from './states.ts';

const tokens = new Set(
  readFileSync('src/styles/tokens.css', 'utf8')
    .split('\n')
    .map((line) => /^ +--([\w-]+):/.exec(line)?.[1]),
);

test.each(Object.entries(STATES))('every colour of %s is a token', (_, look) => {
  const { ink = [], assumed = [], ground = [], text } = look;
  for (const colour of [ink, assumed, ground, text].flat()) expect(tokens).toContain(colour);
});

test('what has a pattern has the ink and the ground to draw it', () => {
  const patterned = Object.values(STATES).filter(({ pattern }) => pattern !== 'solid');
  for (const { ink, ground } of patterned) {
    expect(ink).toBeDefined();
    expect(ground).toBeDefined();
  }
});

test('no two states of a task share a letter, a pattern, a colour or a word', () => {
  const { switching, idle, ...ofTasks } = STATES;
  const looks = Object.values(ofTasks);
  for (const part of ['letter', 'pattern', 'ink', 'text', 'word'] as const) {
    expect(new Set(looks.map((look) => look[part])).size, part).toBe(looks.length);
  }
});
