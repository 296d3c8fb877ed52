// Notes stand beside the first line of their paragraph where there is a margin, and below the paragraph where there is none.
import type { Page } from '@playwright/test';
import { fontsLoaded } from './support/files.ts';
import { chapterPages } from './support/pages.ts';
import { expect, test } from './support/test.ts';

/** Where a note and its paragraph stand on the page, px. */
interface Noted {
  readonly words: string;
  readonly note: { top: number; bottom: number; left: number; right: number };
  readonly paragraph: { top: number; bottom: number; right: number };
  /** How far the note's first line stands below the paragraph's. */
  readonly below: number;
  /** What of the text and the labs the note covers. */
  readonly covers: string[];
}

const notesOf = (page: Page): Promise<Noted[]> =>
  page.evaluate(() => {
    const baseline = (element: Element) => {
      const probe = document.createElement('span');
      probe.style.display = 'inline-block';
      element.prepend(probe);
      const { bottom } = probe.getBoundingClientRect();
      probe.remove();
      return bottom;
    };
    const blocks = [
      ...document.querySelectorAll('.prose :is(h2, h3, p, li, table, pre), .prose .wide'),
    ];
    return [...document.querySelectorAll('.noted')].map((noted) => {
      const [note, paragraph] = noted.children as unknown as [Element, Element];
      const at = note.getBoundingClientRect();
      const of = paragraph.getBoundingClientRect();
      return {
        words: note.textContent.slice(0, 80),
        note: { top: at.top, bottom: at.bottom, left: at.left, right: at.right },
        paragraph: { top: of.top, bottom: of.bottom, right: of.right },
        below: baseline(note.querySelector('.kind') as Element) - baseline(paragraph),
        covers: blocks
          .filter((block) => !note.contains(block) && !block.contains(note))
          // A lab is looked at as a whole, and what is folded is not seen.
          .filter((block) => block.matches('.wide') || block.closest('.wide') === null)
          .filter((block) => block.checkVisibility())
          .filter((block) => {
            const box = block.getBoundingClientRect();
            return (
              box.left < at.right &&
              box.right > at.left &&
              box.top < at.bottom &&
              box.bottom > at.top
            );
          })
          .map((block) => block.textContent.slice(0, 40)),
      };
    });
  });

/** Shows what predictions hold back. */
async function skipAll(page: Page) {
  for (const skip of await page.locator('.predict .skip').all()) await skip.click();
  await expect(page.locator('.after:not([data-open])')).toHaveCount(0);
}

/** Below a note that another one would cover, px. */
const APART = 20;

function expectBeside(notes: readonly Noted[]) {
  expect(notes).not.toEqual([]);
  notes.forEach(({ words, note, paragraph, below, covers }, i) => {
    expect(note.left, words).toBeGreaterThan(paragraph.right);
    expect(covers, words).toEqual([]);
    if (Math.abs(below) <= 1) return;
    // The one before reaches down to it.
    expect(note.top - (notes[i - 1]?.note.bottom ?? 0), words).toBeCloseTo(APART, 0);
    expect(below, words).toBeGreaterThan(0);
  });
  expect(notes.filter(({ below }) => Math.abs(below) <= 1)).not.toEqual([]);
}

function expectBelow(notes: readonly Noted[]) {
  expect(notes).not.toEqual([]);
  for (const { words, note, paragraph, covers } of notes) {
    expect(note.top - paragraph.bottom, words).toBeCloseTo(20, 0);
    expect(covers, words).toEqual([]);
  }
}

for (const path of chapterPages) {
  test(`${path}: each note stands beside its paragraph, or below it`, async ({ page }) => {
    await page.goto(path);
    await fontsLoaded(page);
    await skipAll(page);
    for (const width of [1180, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expectBeside(await notesOf(page));
    }
    for (const width of [320, 390, 768, 900]) {
      await page.setViewportSize({ width, height: 900 });
      expectBelow(await notesOf(page));
    }
  });
}

test('two notes that would overlap move apart just enough', async ({ page }) => {
  await page.goto('/idle-cpu/');
  await fontsLoaded(page);
  const pushed = (await notesOf(page)).filter(({ below }) => below > 1);
  expect(pushed).not.toEqual([]);
});

test('read aloud, a note follows its paragraph', async ({ page }) => {
  await page.goto('/one-at-a-time/');
  const devtools = await page.context().newCDPSession(page);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const note = nodes.find(
      ({ role, name }) => role?.value === 'complementary' && name?.value === 'In practice',
    );
    const around = nodes.find(({ nodeId }) => nodeId === note?.parentId);
    const roles = around?.childIds?.map(
      (id) => nodes.find(({ nodeId }) => nodeId === id)?.role?.value,
    );
    expect(roles, `${width} px`).toEqual(['paragraph', 'complementary']);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('notes stand where they stand with them, and on paper below their paragraphs', async ({
    page,
  }) => {
    await page.goto('/event-loops/');
    expectBeside(await notesOf(page));
    await page.setViewportSize({ width: 390, height: 844 });
    expectBelow(await notesOf(page));
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expectBelow(await notesOf(page));
  });
});
