// Of two runs each is told after a colon: without the capital of its sentence, and with those of names.
import { type Sentence, toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { type AnyLab, presetRun } from '../lab.ts';
import { result } from './result.ts';

const told = (...begins: Sentence) => {
  const lab = { view: {}, describe: () => begins } as unknown as AnyLab;
  const runs = [1, 2].map((n) => ({ values: { n }, result: null, tag: `${n} cores` }));
  return toText(result(lab, runs));
};

test.each<[Sentence, string]>([
  [['The core is idle.'], 'the core is idle.'],
  [['A task keeps it.'], 'a task keeps it.'],
  [['E computes on.'], 'E computes on.'],
  [['C and D hold both.'], 'C and D hold both.'],
  [['IO takes most.'], 'IO takes most.'],
  [['500 threads wait.'], '500 threads wait.'],
  [[{ task: 0, name: 'A' }, ' ends.'], 'A ends.'],
  [[{ figure: '3 ms' }, ' are lost.'], '3 ms are lost.'],
])('%j', (begins, after) => {
  expect(told(...begins)).toBe(`2 cores: ${after} 1 cores: ${after}`);
});

const labs = Object.values(
  import.meta.glob<AnyLab>('/labs/*/index.ts', { eager: true, import: 'default' }),
);

test('no lab’s sentence has a name of one letter in small after its colon', () => {
  expect(labs.length).toBeGreaterThan(5);
  for (const lab of labs) {
    const alone = { ...lab, view: { ...lab.view, compare: () => null } } as unknown as AnyLab;
    const [first, ...others] = Object.keys(lab.presets).map((preset) => ({
      ...presetRun(lab, preset),
      tag: preset,
    }));
    for (const other of others) {
      const text = toText(result(alone, [first, other] as never));
      expect(text, `${lab.id}, ${other.tag}`).not.toMatch(/: [b-hj-z]\b/);
    }
  }
});
