// Segments that go into the typed arrays come out as they were, however many there are.
import { expect, test } from 'vitest';
import { type Begun, SegmentColumns } from './columns.ts';

test('keeps every field of thousands of segments, by owner and in order', () => {
  const columns = new SegmentColumns(3, false);
  const owned: (Begun & { end: number })[][] = [[], [], []];
  for (let i = 0; i < 3000; i += 1) {
    const begun = {
      state: i % 4,
      start: i * 2 ** 40,
      core: i + 1,
      worker: i + 2,
      cause: i % 6,
      task: i + 3,
    };
    const end = begun.start + 1;
    columns.append(i % 3, begun, end);
    owned[i % 3]?.push({ ...begun, end });
  }
  const read = owned.map((_, owner) => columns.of(owner, (begun, end) => ({ ...begun, end })));
  expect(read).toEqual(owned);
});
