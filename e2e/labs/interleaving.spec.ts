// The lab "interleaving" as a reader uses it: two requests on one core or two, one run or two, before it is live and after.

import { fontsLoaded, holdBack } from '../support/files.ts';
import { LabOnPage, ONE_CORE, openLab, TWO_CORES } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

test('each setting has its documented timeline, and two are compared', async ({ page }) => {
  await test.step('each setting has its documented timeline', async () => {
    const lab = await openLab(page, 'Interleaving', '/labs/interleaving/');

    await test.step('it opens with that of one core', async () => {
      await expect(lab.result).toContainText('A ends at 55 ms and B at 60 ms.');
      await lab.expectRows(/times in ms$/i, ONE_CORE);
      await expect(lab.lane('request A')).toHaveAccessibleName(
        'request A: running, 0 to 5 ms; waiting for the database, 5 to 40 ms; runnable, 40 to 50 ms; running, 50 to 55 ms',
      );
      await expect(lab.lane('other work')).toHaveAccessibleName(
        'other work, assumed: running, 30 to 50 ms',
      );
    });

    await test.step('without the other work A resumes at 40', async () => {
      await lab.root.getByRole('switch', { name: /^Other work/ }).uncheck();
      await expect(lab.lane('request A')).toHaveAccessibleName(/running, 40 to 45 ms$/);
      await expect(lab.lane('request B')).toHaveAccessibleName(/running, 55 to 60 ms$/);
      await expect(lab.lane('other work')).toHaveCount(0);
    });

    await test.step('on two cores both requests start at 0', async () => {
      await lab.root.getByRole('radio', { name: '2' }).check({ force: true });
      await expect(lab.lane('request A')).toHaveAccessibleName(/^request A: running, 0 to 5 ms/);
      await expect(lab.lane('request B')).toHaveAccessibleName(/^request B: running, 0 to 15 ms/);
      await lab.expectRows(/times in ms$/i, TWO_CORES);
    });
  });

  await test.step('two runs lie on one clock, with the differences named', async () => {
    const lab = await openLab(page, 'Interleaving', '/labs/interleaving/');
    await lab.root.getByRole('button', { name: 'Compare with…' }).click();
    await lab.root.getByRole('radio', { name: '2' }).check({ force: true });
    await expect(lab.result).toHaveText(
      'A ends 10 ms earlier because it waits 10 ms less for a core. B ends 5 ms earlier because it waits 5 ms less for a core.',
    );
    await expect(lab.root.getByText('One core above the line, 2 cores below it')).toBeVisible();
    await expect(lab.root.getByRole('region', { name: 'The difference' })).toContainText(
      '2 cores: The database answered. Core 2 was free, so A ran at once.',
    );
    await expect
      .poll(async () => (await lab.events()).slice(0, 15))
      .toEqual([...ONE_CORE, ...TWO_CORES]);
    await expect(page).toHaveURL('/labs/interleaving/?cores=2&compare=default');
    await lab.root.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  });
});

test('a table that was opened before the page was live stays open', async ({ page }) => {
  const release = await holdBack(page, '**/*.js');
  await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.root.getByText(/^Event table/).click();
  await expect(lab.root.getByRole('table')).toBeVisible();
  release();
  await lab.wake();
  await lab.preset('Two cores').click();
  await expect(lab.result).toContainText('A ends at 45');
  await expect(lab.root.getByRole('table')).toBeVisible();
});

test('hydration moves nothing', async ({ page }) => {
  const release = await holdBack(page, '**/*.js');
  await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.timeline.waitFor();
  const boxes = () =>
    lab.root.evaluate((root) =>
      [root, ...root.querySelectorAll('[data-shows], [role="grid"], section, div > a')].map(
        (element) => {
          const { top, height } = element.getBoundingClientRect();
          const from = root.getBoundingClientRect().top;
          return [element.className, Math.round(top - from), Math.round(height)];
        },
      ),
    );
  await fontsLoaded(page);
  const before = await boxes();
  release();
  await lab.wake();
  await expect.poll(boxes).toEqual(before);
});
