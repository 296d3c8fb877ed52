// The lock-convoy lab as its reader uses it: the convoy in the lanes, who holds the lock, the share, the curve, the call.
import { LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/lock-convoy/';
const TITLE = 'Behind one lock';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });

test('a reader looks at the convoy, at its curve, and at what changes it', async ({ page }) => {
  await test.step('a reader looks at the convoy, takes cores away, and makes the lock shorter', async () => {
    const lab = await openLab(page, TITLE, PATH);

    await test.step('four of eight cores work', async () => {
      await expect(lab.result).toContainText('8 cores and 8 threads answer 400 requests a second.');
      await expect(lab.result).toContainText(
        '4.0 of the 8 cores work, and 4.0 threads are blocked',
      );
      await expect(lab.timeline).toHaveAttribute('aria-rowcount', '16');
    });

    await test.step('a blocked thread says who held the lock', async () => {
      await lab.timeline.focus();
      for (const key of ['Home', 'ArrowDown']) await page.keyboard.press(key);
      await lab.expectChosen('blocked, 7.5 to 10 ms');
      await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText(
        /Thread 2 needed a lock that thread 1 held/i,
      );
    });

    await test.step('with half the cores nothing changes', async () => {
      await lab.preset('Four cores').click();
      await expect(lab.result).toContainText('4 cores and 8 threads answer 400 requests a second.');
    });

    await test.step('a shorter lock lets all cores work', async () => {
      await lab.preset('A convoy').click();
      for (let i = 0; i < 3; i += 1) await knob(lab, 'Work inside the lock').press('ArrowLeft');
      await expect(page).toHaveURL(/[?&]share=10(&|$)/);
      await expect(lab.result).toContainText('answer 800 requests a second');
      await expect(lab.result).toContainText('All cores are busy');
    });
  });

  await test.step('a call with the lock held costs seven eighths of the answers', async () => {
    const lab = await openLab(page, TITLE, `${PATH}?share=20&call=outside`);
    await expect(lab.result).toContainText('answer 133 requests a second');
    const chart = lab.root.getByRole('figure', { name: 'Throughput' });
    await expect(chart).toContainText('upper bound 133/s');
    await expect(chart).not.toContainText('Amdahl');
    await expect(lab.root).toContainText(
      '8 threads that take 60\u00a0ms a request make at most 133.',
    );
    await lab.root
      .getByRole('radiogroup', { name: 'External call, 50 ms' })
      .getByRole('radio', { name: 'in the lock', exact: true })
      .check({ force: true });
    await expect(lab.result).toContainText('answer 19.2 requests a second');
    await expect(lab.result).toContainText('mostly by a thread that waits for its call');
  });

  await test.step('requests that vary stay below the bound, at instants that can be read', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await lab.preset('Lengths vary').click();
    await expect(lab.result).toContainText('several threads ask for it at once');
    const drawn = await lab.root.locator('svg text').allTextContents();
    expect(drawn.filter((text) => /\d\.\d{4}/.test(text))).toEqual([]);
  });

  await test.step('the curve leads to its runs, and says why it is not Amdahl’s', async () => {
    const lab = await openLab(page, TITLE, PATH);
    const chart = lab.root.getByRole('figure', { name: 'Throughput' });
    await expect(chart).toContainText('simulated 400/s, upper bound 400/s, Amdahl’s law 291/s');
    await expect(lab.root).toContainText('Amdahl’s law says 2.9 times one core’s throughput.');
    const points = chart.getByRole('slider');
    await points.press('End');
    await points.press('Enter');
    await expect(page).toHaveURL(`${PATH}?share=100`);
    await expect(lab.result).toContainText('answer 100 requests a second');
    await expect(lab.root).toContainText('all three curves meet');
  });
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing is wider than the page', async ({ page }) => {
    await page.goto(PATH);
    await new LabOnPage(page, TITLE).wake();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
