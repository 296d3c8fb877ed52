// The isolation lab as its reader uses it: step by step by mouse, keys and finger, each setting, its link, no scripts.
import type { Page } from '@playwright/test';
import { boxOf, openLab } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/isolation/';

async function open(page: Page, query = '') {
  const lab = await openLab(page, 'Isolation', `${PATH}${query}`);
  return {
    lab,
    steps: lab.root.getByRole('slider', { name: 'The steps of A, B and C' }),
    pages: (process: number) =>
      lab.root.getByRole('list', { name: `The pages of process ${process}` }).getByRole('listitem'),
    forward: lab.root.getByRole('button', { name: 'Step forward' }),
    choose: (name: string) => lab.root.getByRole('radio', { name, exact: true }).click(),
  };
}

test('what a bad write does, what a copy costs, and how the steps are gone through', async ({
  page,
}) => {
  await test.step('a bad write to a page that is not there is stopped, and process 2 goes on', async () => {
    const { lab, pages, forward } = await open(page);
    await expect(pages(1).nth(1)).toContainText('room for m');

    await test.step('A makes m and copies it to C', async () => {
      for (let step = 1; step <= 5; step += 1) await forward.click();
      await expect(lab.instant).toContainText('step 5 of 7');
      await expect(pages(1).nth(1)).toContainText('m order 17, 64 KiB');
      await expect(pages(2).nth(1)).toContainText('m order 17, a copy');
    });

    await test.step('the write ends process 1', async () => {
      await forward.click();
      await expect(lab.instant).toContainText(
        'A writes to page 5 by mistake: nothing is there, so the system ends A and B',
      );
      await expect(pages(1).nth(4)).toContainText('nothing is here: stopped');
      await expect(lab.root.getByText('process 1 has ended')).toBeVisible();
      await expect(lab.root.getByText('process 2 goes on')).toBeVisible();
    });

    await test.step('C reads its own page 5', async () => {
      await forward.click();
      await expect(pages(2).nth(4)).toContainText('balance 500, untouched');
      await expect(page).toHaveURL(`${PATH}?at=7`);
    });

    await test.step('stepping back brings process 1 back', async () => {
      for (let step = 0; step < 2; step += 1) {
        await lab.root.getByRole('button', { name: 'Step back' }).click();
      }
      await expect(pages(1).nth(4)).toHaveText(/^\s*nothing$/);
      await expect(lab.root.getByText('process 1 threads A and B')).toBeVisible();
    });
  });

  await test.step('a bad write inside goes through, and B reads it later', async () => {
    const { lab, pages } = await open(page, '?at=6');
    await lab.preset('A bad write inside').click();
    await expect(lab.result).toContainText(
      'is not stopped: B goes on with a total of 0 instead of 20',
    );
    await expect(pages(1).nth(3)).toContainText('stack of B, total 0');
    await expect(pages(1).nth(3)).toContainText('was 20');
    await expect(pages(2).nth(4)).toHaveText(/balance 500$/);
    await lab.root.getByRole('button', { name: 'Step forward' }).click();
    await expect(lab.instant).toContainText('B reads its total: 0 instead of 20');
    await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText(
      'Each thread of a process may write to all of its pages',
    );
  });

  await test.step('a pointer takes the same time for any size, copies take more', async () => {
    const { lab, choose } = await open(page);
    const readout = lab.root.getByText(/^Message .*: two copies/);
    await expect(readout).toHaveText('Message 64 KiB: two copies 15.3 µs, a pointer 2.2 µs');
    await lab.root.getByRole('slider', { name: 'Message', exact: true }).press('End');
    await expect(readout).toHaveText('Message 1 MiB: two copies 244.9 µs, a pointer 2.2 µs');
    await expect(lab.result).toContainText('copies the 1 MiB twice, 64 KiB at a time');
    await expect(lab.instant).toContainText('step 0 of 37');
    await choose('a third thread');
    await expect(lab.result).toContainText(
      'by passing each of them 8 bytes, a pointer. Nothing is copied.',
    );
    await expect(lab.instant).toContainText('step 0 of 6');

    await test.step('a point of the curve sets the size', async () => {
      const curve = lab.root.getByRole('slider', { name: 'Time to hand over a message: ' });
      const { width, height } = await boxOf(curve);
      // Each size is a tenth of the axis from the one before; the axis begins at a byte.
      await curve.click({ position: { x: width * 0.6, y: height / 2 } });
      await expect(page).toHaveURL(`${PATH}?size=4096&c=thread`);
    });
  });

  await test.step('the keys go through the steps of a shared mapping', async () => {
    const { steps, pages } = await open(page, '?c=mapping');
    await steps.focus();
    await page.keyboard.press('End');
    await expect(steps).toHaveAttribute('aria-valuetext', 'step 8 of 8: C, process 2: reads m');
    await expect(pages(1).nth(4)).toContainText('m order 0');
    await expect(pages(2).nth(3)).toContainText('m order 0');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    await expect(steps).toHaveAttribute('aria-valuenow', '5');
    await expect(pages(2).nth(3)).toContainText('m order 17');
    await page.keyboard.press('ArrowRight');
    await expect(steps).toHaveAttribute('aria-valuenow', '6');
    await page.keyboard.press('Home');
    await expect(steps).toHaveAttribute('aria-valuetext', 'step 0 of 8');
    await page.keyboard.press('?');
    await expect(page.getByText('the step before or after')).toBeVisible();
  });
});

test('the steps by pointer, in words, by a link and on paper', async ({ page }) => {
  await test.step('each lane is told in words', async () => {
    const { lab } = await open(page);
    const lanes = lab.root
      .getByRole('list', { name: 'The steps of A, B and C' })
      .getByRole('listitem');
    await expect(lanes).toHaveCount(3);
    await expect(lanes.nth(1)).toHaveText('B, process 1: step 3, reads m; ended after step 6');
  });

  await test.step('a click on a slot puts the playhead after it, and a drag along the axis takes it along', async () => {
    const { lab, steps } = await open(page);
    await steps.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await boxOf(steps);
    const slot = (step: number) => x + (width * (step - 0.5)) / 7;
    await page.mouse.click(slot(4), y + height - 20);
    await expect(steps).toHaveAttribute('aria-valuenow', '4');
    await page.mouse.move(slot(4), y + 10);
    await page.mouse.down();
    await page.mouse.move(x + (width * 2) / 7 + 5, y + 30, { steps: 5 });
    await expect(steps).toHaveAttribute('aria-valuenow', '2');
    await page.mouse.move(x - 40, y + 30);
    await page.mouse.up();
    await expect(lab.instant).toContainText('step 0 of 7');
  });

  await test.step('a link sets all of it, and what cannot be is told', async () => {
    const { lab, pages } = await open(page, '?size=262144&c=thread&write=stack&at=6');
    await expect(lab.instant).toContainText('step 6 of 7');
    await expect(pages(1).nth(1)).toContainText('256 KiB');
    await expect(pages(1).nth(3)).toContainText('total 0');
    await lab.goTo('?size=100&write=page-4');
    await expect(
      lab.root.getByText('The link sets write to “page-4”. Allowed: page-5, stack or nowhere.'),
    ).toBeVisible();
    await expect(lab.result).toContainText('A hands B 64 KiB');
  });

  await test.step('on paper it stands as it is at the end', async () => {
    const { lab } = await open(page, '?at=2');
    await layOutForPaper(page);
    await expect(lab.root.getByText('After step 7, the last')).toBeVisible();
    const balance = lab.root.getByText('500, untouched', { exact: true }).filter({ visible: true });
    await expect(balance).toHaveCount(1);
  });
});

test('it asks for no code of a timeline or of the engine', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /\/(isolation|curves)\./.test(path))).not.toEqual([]);
  expect(asked.filter((path) => /\/(view|why|worker|idle-cpu)\.[^.]+\.js/.test(path))).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger goes through it, and nothing is wider than the page', async ({ page }) => {
    await test.step('a tap on a slot goes there, and the pages say who points at them', async () => {
      const { steps, pages } = await open(page);
      const { width, height } = await boxOf(steps);
      await steps.tap({ position: { x: (width * 2.5) / 7, y: height - 20 } });
      await expect(steps).toHaveAttribute('aria-valuenow', '3');
      await expect(pages(1).nth(1)).toContainText('A and B point here');
      await expect(page).toHaveURL(`${PATH}?at=3`);
    });

    await test.step('at 320 px nothing is wider than the page', async () => {
      await page.setViewportSize({ width: 320, height: 700 });
      const { lab } = await open(page);
      for (const query of ['', '?c=mapping&at=6', '?c=thread', '?size=1048576&at=9']) {
        await lab.goTo(query);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBe(320);
      }
    });
  });
});
