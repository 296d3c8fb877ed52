// Charts: drawn at build, then by a library that comes only where a chart is near, into the same place.

import type { Page } from '@playwright/test';
import { fontsLoaded, holdBack } from './support/files.ts';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const chunks = (page: Page) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return () => asked.filter((path) => path.includes('LiveCurves'));
};

test('what draws charts is loaded when one comes near', async ({ page }) => {
  const loaded = chunks(page);
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto('/idle-cpu/', { waitUntil: 'networkidle' });
  const first = new LabOnPage(page, 'Idle CPU');
  await first.wake();
  await expect(first.root.getByRole('figure')).toHaveCount(0);
  expect(loaded()).toEqual([]);
  await page.getByRole('button', { name: '17 requests' }).first().click();
  await new LabOnPage(page, 'Idle CPU', 1).root
    .getByRole('figure')
    .first()
    .scrollIntoViewIfNeeded();
  await expect.poll(loaded).toHaveLength(1);
});

test('the live chart stands exactly where the built one stood', async ({ page }) => {
  const release = await holdBack(page, /LiveCurves/);
  await page.goto('/labs/which-knob/?turn=flight');
  const lab = new LabOnPage(page, 'Which knob?');
  await lab.wake();
  const figure = lab.root.getByRole('figure', { name: 'Throughput' });
  const dots = (selector: string) =>
    figure.locator(selector).evaluateAll((found) =>
      found.map((dot) => {
        const { x, y, width, height } = dot.getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round);
      }),
    );
  await fontsLoaded(page);
  const { height } = await boxOf(figure);
  const built = await dots('[role="img"] circle');
  expect(built.length).toBeGreaterThan(5);
  release();
  await expect(figure.locator('.recharts-line-dots circle')).toHaveCount(built.length);
  /** How far, px, the live points are from the built ones at most. */
  const furthest = async () => {
    const live = await dots('.recharts-line-dots circle');
    return Math.max(
      ...built.flatMap(([x = 0, y = 0], i) => {
        const [liveX = Infinity, liveY = Infinity] = live[i] ?? [];
        return [Math.abs(liveX - x), Math.abs(liveY - y)];
      }),
    );
  };
  await expect.poll(furthest).toBeLessThanOrEqual(1);
  expect((await boxOf(figure)).height).toBe(height);
});

test('where it cannot be loaded, the built chart stays and can be used', async ({
  page,
  complaints,
}) => {
  await page.route(/LiveCurves/, (route) => route.abort());
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, 'Idle CPU');
  await lab.wake();
  const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
  await curve.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(lab.result).toContainText('With 40 in flight');
  await expect(lab.root.getByRole('img', { name: /^How busy the core is/ })).toBeVisible();
  // The browser reports the missing file itself.
  expect(complaints.splice(0).every((text) => text.includes('Failed to load'))).toBe(true);
});

test('the pointer reads a point, and leaves the run as it is', async ({ page }) => {
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, 'Idle CPU');
  await lab.wake();
  const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
  await curve.scrollIntoViewIfNeeded();
  const box = await boxOf(curve);
  await page.mouse.move(box.x + (box.width * 12) / 39, box.y + 20);
  await expect(lab.root.locator('figure p[aria-live]')).toHaveText(
    'Requests in flight 13: simulated 48.0%, ideal 50.2%. Press to show this run.',
  );
  await page.mouse.move(box.x, box.y - 200);
  await expect(lab.root.locator('figure p[aria-live]')).toHaveText(/^Requests in flight 1: /);
  await expect(lab.result).toContainText('This request waits');
});
