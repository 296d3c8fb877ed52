// The lab about memory as its reader uses it: by mouse, keys and finger, its link, two runs, paper, no scripts, a phone.
import type { Locator, Page } from '@playwright/test';
import { boxOf, cellsOf, LabOnPage } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/thread-memory/';

function parts(page: Page) {
  const lab = new LabOnPage(page, 'Thread memory');
  return {
    lab,
    bars: lab.root.getByRole('radiogroup', { name: /^Three measures/ }),
    of: (name: string) => lab.root.getByRole('radio', { name }),
    why: lab.root.getByRole('region', { name: 'What it is made of' }),
    connections: lab.root.getByRole('slider', { name: 'Connections', exact: true }),
    table: (name: string) => lab.root.getByRole('table', { name }),
  };
}

async function open(page: Page, query = '') {
  const found = parts(page);
  await found.lab.open(`${PATH}${query}`);
  return found;
}

const THREADS = 'OS threads: 78.1 GiB reserved, 78.1 GiB promised, 338 MiB in use';

test('what 10,000 threads need, and what other settings change', async ({ page }) => {
  await test.step('10,000 threads reserve 78.1 GiB, and have 338 MiB in use', async () => {
    const { lab, of, bars, table } = await open(page);
    await expect(lab.result).toHaveText(
      '10,000 threads reserve 78.1 GiB of stack and have 338 MiB in use, 1.38% of the memory. (Not 80 GB: Linux’s 8 MB are 8 MiB.)',
    );
    await expect(of(THREADS)).toBeChecked();
    await expect(
      of('JVM threads: 9.79 GiB reserved, 9.79 GiB promised, 462 MiB in use'),
    ).toBeVisible();
    await expect(
      of('goroutines: 41.9 MiB reserved, 41.9 MiB promised, 26.0 MiB in use'),
    ).toBeVisible();
    await expect(
      of('event-loop tasks: 22.0 MiB reserved, 22.0 MiB promised, 14.0 MiB in use'),
    ).toBeVisible();
    await expect(bars).toContainText(
      'Without that limit, OS threads stop at 32,468, where thread numbers run out (pid_max). A kernel that never overcommits would stop at 1,506.',
    );
    const inUse = await cellsOf(table('10,000 of them, in use, MiB'));
    expect(inUse.slice(0, 5)).toEqual([
      ['stacks of OS threads', '78.1', '81'],
      ['their kernel stacks', '156', '156'],
      ['their page tables', '39.1', '39.4'],
      ['their kernel records', '65.0', '65–71'],
      ['OS threads, all of it', '338', '341–348'],
    ]);
  });

  await test.step('the bars are as long as their sizes, on one scale with the memory', async () => {
    const { lab } = await open(page);
    const widths = await lab.root
      .locator('label i')
      .evaluateAll((found) => found.map((bar) => bar.getBoundingClientRect().width));
    const [reserved = 0, promised = 0, used = 0, jvm = 0] = widths;
    expect(promised).toBeCloseTo(reserved, 0);
    expect(reserved / jvm).toBeCloseTo(78.125 / 9.79, 1);
    // 338 MiB are 0.4% of 78.1 GiB: a sliver that is still seen.
    expect(used).toBeGreaterThanOrEqual(2);
    expect(used).toBeLessThan(reserved / 100);
  });

  await test.step('decades are named under the slider, each where the rider stands at it', async () => {
    const { lab, connections } = await open(page);
    const names = lab.root.locator('[data-knob="connections"] > span > span');
    await expect(names).toHaveText(['1', '10', '100', '1,000', '10,000', '100,000', '1 M']);
    const [track, name] = [await boxOf(connections), await boxOf(names.nth(4))];
    // 24 of 36 stops; the rider is 12 px wide.
    const rider = track.x + 6 + ((track.width - 12) * 24) / 36;
    expect(Math.abs(name.x + name.width / 2 - rider)).toBeLessThan(1);
    expect(track.width).toBeGreaterThan(1000);
  });

  await test.step('a kernel that never overcommits stops at its commit limit', async () => {
    const { lab, of, bars } = await open(page);
    await lab.preset('Never overcommit').click();
    await expect(lab.result).toHaveText(
      '10,000 threads ask for 78.1 GiB of stack. This kernel never overcommits: it promises 11.8 GiB at most and refuses thread 1,507, though only 51.0 MiB of the memory is in use.',
    );
    await expect(
      of('OS threads: 78.1 GiB asked for, 11.8 GiB promised, 51.0 MiB in use by 1,506'),
    ).toBeChecked();
    await expect(bars).toContainText('commit limit, 11.8 GiB');
    await expect(bars).toContainText('pthread_create returns EAGAIN');
    const limit = lab.root.getByText('commit limit, 11.8 GiB').locator('xpath=..');
    const promised = bars.locator('label').first().locator('i').nth(2);
    const [line, bar] = [await boxOf(limit), await boxOf(promised)];
    expect(Math.abs(bar.x + bar.width - line.x)).toBeLessThan(2);
  });

  await test.step('64 KiB more touched are 625 MiB more in use', async () => {
    const { lab, of, table } = await open(page);
    await lab.preset('64 KiB more touched').click();
    await expect(lab.result).toContainText('963 MiB in use');
    await expect(of('goroutines: ')).toHaveAccessibleName(/26\.0\sMiB in use$/);
    await expect(table('10,000 of them').getByRole('row', { name: /^stacks of OS/ })).toHaveText(
      /70[36]/,
    );
  });

  await test.step('keys go from the least to a million, and what runs out is told', async () => {
    const { lab, connections, bars, table } = await open(page);
    await connections.focus();
    await page.keyboard.press('ArrowRight');
    await expect(connections).toHaveAttribute('aria-valuetext', '15,000');
    await page.keyboard.press('Home');
    await expect(lab.result).toContainText(
      '1 thread reserves 8 MiB of stack and has 34.7 KiB in use',
    );
    await page.keyboard.press('End');
    await expect(connections).toHaveAttribute('aria-valuetext', '1,000,000');
    await expect(lab.result).toContainText(
      'would reserve 7.63 TiB of stack and have 33.1 GiB in use',
    );
    await expect(bars).toContainText(
      'OS threads and JVM threads stop at 32,468: the kernel refuses thread 32,469',
    );
    await expect(page).toHaveURL(`${PATH}?connections=1000000`);
    await expect(
      table('What runs out first').getByRole('row', { name: /^thread numbers/ }),
    ).toHaveText(/32,468/);
  });

  await test.step('a click on bars tells what they are made of', async () => {
    const { lab, why, of } = await open(page);
    await lab.root.locator('label', { hasText: 'no stack of their own' }).click();
    await expect(of('event-loop tasks: ')).toBeChecked();
    await expect(why).toContainText(
      '10,000 event-loop tasks: 1.43 KiB in use each, 14.0 MiB in all',
    );
  });
});

test('bars and curves are gone through, compared and printed', async ({ page }) => {
  await test.step('the bars are one stop of Tab, and arrows tell what each is made of', async () => {
    const { lab, of, why } = await open(page);
    await lab.root.getByRole('radio', { name: 'as usual' }).focus();
    await page.keyboard.press('Tab');
    await expect(of(THREADS)).toBeFocused();
    await expect(why).toContainText('10,000 threads: 34.7 KiB in use each, 338 MiB in all');
    await expect(why).toContainText('Kernel stack 16 KiB each, 156 MiB in all');
    await expect(why).toContainText('Page tables 4 KiB each, 39.1 MiB in all');
    await expect(why).toContainText('Kernel record 6.66 KiB each, 65.0 MiB in all');
    await page.keyboard.press('ArrowDown');
    await expect(why).toContainText('JVM threads');
    await expect(why).toContainText('how much of it is stack is assumed');
    await page.keyboard.press('ArrowDown');
    await expect(why).toContainText('10,000 goroutines: 2.65 KiB in use each, 25.9 MiB in all');
    await page.keyboard.press('?');
    await expect(lab.root.getByText('among the bars')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(of('goroutines: ')).not.toBeFocused();
    await expect(lab.root.getByRole('slider', { name: /^Reserved/ })).toBeFocused();
  });

  await test.step('a point of a curve sets the connections', async () => {
    const { lab, connections } = await open(page);
    const curve = lab.root.getByRole('slider', { name: /^In use/ });
    const { width, height } = await boxOf(curve);
    await curve.click({ position: { x: width - 1, y: height / 2 } });
    await expect(connections).toHaveAttribute('aria-valuetext', '1,000,000');
    await curve.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(connections).toHaveAttribute('aria-valuetext', '100');
    await expect(curve).toHaveAttribute(
      'aria-valuetext',
      /^Connections 100: OS threads 3\.38\sMiB/,
    );
  });

  await test.step('two runs stand above each other on one scale, and either is told about', async () => {
    const { lab, bars, of, why } = await open(page);
    await lab.root.getByRole('button', { name: 'Compare with…' }).click();
    await lab.root.getByRole('radio', { name: 'never', exact: true }).click();
    await expect(lab.result).toHaveText(
      'Never overcommitting: 1,506 of 10,000 threads start, with 51.0 MiB in use. 10,000 connections: 78.1 GiB reserved, 338 MiB in use.',
    );
    await expect(bars.getByRole('radio')).toHaveCount(8);
    const reserved = (nth: number) =>
      boxOf(bars.locator('label', { hasText: 'OS threads' }).nth(nth).locator('i').first());
    const [above, below] = [await reserved(0), await reserved(1)];
    expect(below.width).toBeCloseTo(above.width, 0);
    expect(below.y).toBeGreaterThan(above.y);
    await of('10,000 connections: JVM threads').check({ force: true });
    await expect(why).toContainText('10,000 connections: JVM threads');
  });

  await test.step('on paper bars, reasons and curves stand, and nothing to press', async () => {
    const { lab, bars, why } = await open(page);
    await layOutForPaper(page);
    await expect(bars).toBeVisible();
    await expect(bars).toContainText('78.1 GiB reserved');
    await expect(why).toBeVisible();
    await expect(lab.root.getByText('choose bars')).toBeHidden();
    // Printers that save ink leave backgrounds out.
    const filled = lab.root.locator('label i, li i');
    await expect(filled).toHaveCount(15);
    for (const bar of await filled.all())
      await expect(bar).toHaveCSS('print-color-adjust', 'exact');
  });
});

test('lines and their names are clear of each other, at every width', async ({ page }) => {
  await test.step('the names of the lines stand apart', async () => {
    const { lab } = await open(page);
    for (const query of ['', '?stack=64KiB', '?touched=512KiB']) {
      await lab.goTo(query);
      for (const figure of await lab.root.getByRole('figure').all()) {
        const names = figure.locator('text', { hasText: /threads$|goroutines|tasks/ });
        await expect(names).toHaveCount(4);
        const tops = await names.evaluateAll((found) =>
          found.map((name) => name.getBoundingClientRect().top).sort((a, b) => a - b),
        );
        for (const [i, top] of tops.entries()) {
          if (i > 0) expect(top - (tops[i - 1] as number)).toBeGreaterThan(13);
        }
      }
    }
  });

  await test.step('threads of a JVM have a broken line, the memory is named in the legend, and charts are level', async () => {
    // Of one chart something was measured, so that its legend has an entry more.
    const { lab } = await open(page, '?touched=2MiB');
    const charts = lab.root.getByRole('figure');
    await charts.first().scrollIntoViewIfNeeded();
    for (const chart of await charts.all()) {
      await expect(chart.getByRole('listitem').filter({ hasText: 'memory, 24 GiB' })).toBeVisible();
      const lines = chart.locator('.recharts-line-curve');
      await expect(lines.nth(3)).toBeAttached();
      const broken = await lines.evaluateAll((found) =>
        found.map((line) => (line.getAttribute('stroke-dasharray') ?? '') !== ''),
      );
      expect(broken.slice(0, 4)).toEqual([false, true, false, false]);
    }
    const tops = await lab.root
      .getByRole('slider', { name: /^(Reserved|In use)/ })
      .evaluateAll((found) => found.map((chart) => chart.getBoundingClientRect().top));
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBeCloseTo(tops[1] as number, 0);
  });

  await test.step('no line goes through a word, and none is cut, whatever the width', async () => {
    const { lab, bars } = await open(page);
    for (const width of [1280, 800, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const query of [
        '',
        '?overcommit=never',
        '?connections=1500&stack=1MiB&overcommit=never',
        '?memory=512MiB&stack=64KiB&touched=512KiB',
        '?connections=1000000',
        '?memory=256GiB',
      ]) {
        await lab.goTo(query);
        const { words, lines, end } = await wordsAndLines(bars);
        expect(lines.length).toBe(query.includes('never') ? 2 : 1);
        for (const line of lines) {
          expect(line.bottom - line.top).toBeGreaterThan(300);
          const crossed = words.filter(
            ({ left, right, top, bottom }) =>
              left < line.right && right > line.left && top < line.bottom && bottom > line.top + 1,
          );
          expect(
            crossed.map(({ text }) => text),
            `${width} ${query}`,
          ).toEqual([]);
        }
        const wide = words.filter(({ right }) => right > end + 1);
        expect(
          wide.map(({ text }) => text),
          `${width} ${query}`,
        ).toEqual([]);
      }
    }
  });

  await test.step('a link sets all of it, and what cannot be is told', async () => {
    const { lab } = await open(
      page,
      '?connections=2000&stack=1MiB&touched=16KiB&memory=512MiB&overcommit=never',
    );
    await expect(lab.result).toContainText('2,000 threads ask for 1.95 GiB of stack');
    await page.goto(`${PATH}?connections=12345&overcommit=sometimes`);
    await expect(
      lab.root.getByText('The link sets overcommit to “sometimes”. Allowed: usual or never.'),
    ).toBeVisible();
    await expect(lab.result).toContainText('10,000 threads reserve');
  });
});

/** The words among the bars, and the lines down through them, as they stand on the page. */
const wordsAndLines = (bars: Locator) =>
  bars.evaluate((element) => {
    const box = (of: Element | Range) => {
      const { left, right, top, bottom } = of.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const words: { text: string; left: number; right: number; top: number; bottom: number }[] = [];
    const lines: ReturnType<typeof box>[] = [];
    const plot = element.querySelector('label')?.parentElement as Element;
    const texts = document.createTreeWalker(plot, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const shown = getComputedStyle(text.parentElement as Element).visibility === 'visible';
      if (shown) words.push({ text: text.textContent ?? '', ...box(range) });
      // A line's name is within it.
      const line = text.parentElement?.parentElement as Element;
      if (!/^(memory|commit limit),/.test(text.textContent ?? '')) continue;
      const { left, top, bottom } = line.getBoundingClientRect();
      lines.push({ left, right: left + 2, top, bottom });
    }
    return { words, lines, end: box(plot).right };
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('bars, curves and both tables are there', async ({ page }) => {
    await page.goto(PATH);
    const { lab, bars, table, why } = parts(page);
    await expect(lab.result).toContainText('78.1 GiB');
    await expect(bars).toContainText('338 MiB in use');
    await expect(why).toContainText('Kernel stack');
    await expect(lab.root.getByRole('img', { name: /^In use/ })).toBeVisible();
    await expect(table('What runs out first')).toContainText('712,255');
    await expect(table('10,000 of them')).toContainText('341–348');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger sets it, and all of it is read at every width', async ({ page }) => {
    await test.step('a finger sets the connections and chooses bars', async () => {
      const { lab, connections, why } = await open(page);
      const { width, height } = await boxOf(connections);
      expect(height).toBeGreaterThanOrEqual(44);
      // A thousand is half way.
      await connections.tap({ position: { x: width / 2, y: height / 2 } });
      await expect(lab.result).toContainText('1,000 threads reserve 7.81 GiB');
      const goroutines = lab.root.locator('label', { hasText: '2 KiB of stack each' });
      expect((await boxOf(goroutines)).height).toBeGreaterThanOrEqual(44);
      await goroutines.tap();
      await expect(why).toContainText('1,000 goroutines: 2.65 KiB in use each');
      await expect(page).toHaveURL(`${PATH}?connections=1000`);
    });

    await test.step('values stand in a column beside all bars', async () => {
      const { bars } = await open(page);
      const lefts = await bars
        .getByText(/^(reserved|promised|in use)$/)
        .evaluateAll((found) =>
          found.map((rest) => rest.parentElement?.getBoundingClientRect().left),
        );
      expect(lefts).toHaveLength(12);
      expect(new Set(lefts).size).toBe(1);
      const ends = await bars
        .locator('label i')
        .evaluateAll((found) => found.map((bar) => bar.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThan(lefts[0] as number);
    });

    await test.step('the names of decades stand apart, and nothing is wider than the page', async () => {
      const { lab } = await open(page);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 });
        for (const query of ['', '?overcommit=never', '?connections=1000000']) {
          await lab.goTo(query);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          const names = lab.root.locator('[data-knob="connections"] > span > span');
          const boxes = await names.evaluateAll((found) =>
            found
              .map((name) => name.getBoundingClientRect())
              .map(({ left, right }) => [left, right]),
          );
          for (const [i, [left = 0]] of boxes.entries()) {
            if (i > 0) expect(left).toBeGreaterThan(boxes[i - 1]?.[1] as number);
          }
        }
      }
    });
  });
});
