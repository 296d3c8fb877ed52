// The scheduler lab as its reader uses it: a hog that starves others and no longer does, places that lead to segments,
// and a schedule made by hand.
import { LabOnPage } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/scheduler/';
const BY_HAND = 'work=jobs&policy=you';

test('without preemption A starves behind the hog; with a slice it does not', async ({ page }) => {
  await page.goto(`${PATH}?slice=none`);
  const lab = new LabOnPage(page, 'Scheduler');
  await lab.wake();
  await expect(lab.result).toContainText('A gives its first answer at 61 ms.');
  await expect(lab.lane('thread A')).toHaveAccessibleName(/runnable, 1 to 60 ms/);
  const slice = lab.root.getByRole('slider', { name: 'Slice', exact: true });
  await slice.focus();
  for (let ms = 1; ms <= 4; ms += 1) await page.keyboard.press('ArrowRight');
  await expect(lab.result).toContainText('A gives its first answer at 5 ms.');
  await expect(lab.lane('thread A')).toHaveAccessibleName(
    /runnable, 1 to 4 ms; running, 4 to 5 ms/,
  );
  await expect(page).toHaveURL(PATH);
});

test('the places stand where the timeline does, step by step, and lead to its segments', async ({
  page,
}) => {
  await page.goto(`${PATH}?at=3`);
  const lab = new LabOnPage(page, 'Scheduler');
  await lab.wake();
  const places = lab.root.getByRole('region', { name: /^Where each thread is at/ });
  await expect(places).toHaveAccessibleName(/^Where each thread is at 3\sms/);
  await expect(places.getByRole('list', { name: /run queue/ }).getByRole('listitem')).toHaveText([
    /A/,
    /B/,
    /C/,
  ]);
  await lab.root.getByRole('button', { name: 'Step forward' }).click();
  await expect(places).toHaveAccessibleName(/^Where each thread is at 4\sms/);
  await expect(places.getByRole('list', { name: /run queue/ }).getByRole('listitem')).toHaveText([
    /B/,
    /C/,
    /hog/,
  ]);
  await places.getByRole('button', { name: /hog/ }).click();
  await lab.expectChosen('runnable, 4 to 7 ms');
  await lab.root.getByRole('button', { name: 'Step back' }).click();
  await expect(places).toHaveAccessibleName(/^Where each thread is at 3\sms/);
});

test('a thousand threads are one token in each place', async ({ page }) => {
  await page.goto(`${PATH}?work=thousand&at=550`);
  const lab = new LabOnPage(page, 'Scheduler');
  await lab.wake();
  const places = lab.root.getByRole('region', { name: /^Where each thread is at/ });
  await expect(places.getByRole('list', { name: /waiting/ })).toContainText('896');
});

test('of a thousand threads the name of the table is printed, and not its rows', async ({
  page,
}) => {
  await page.goto(`${PATH}?work=thousand`);
  const lab = new LabOnPage(page, 'Scheduler');
  await lab.wake();
  await expect(lab.result).toContainText('1,000 threads');
  await layOutForPaper(page);
  await expect(lab.root.getByText('Table of threads, 1,000 rows')).toBeVisible();
  await expect(lab.root.getByRole('row', { name: /^thread 7 / })).toHaveCount(0);
});

test('two runs of the same threads say what changes; of other threads each is told by itself', async ({
  page,
}) => {
  await page.goto(`${PATH}?work=hog&slice=none&compare=work:hog`);
  const lab = new LabOnPage(page, 'Scheduler');
  await lab.wake();
  await expect(lab.result).toContainText(
    /A ends 47\sms later because it waits 47\sms more for a core/,
  );
  await page.goto(`${PATH}?work=jobs&compare=default`);
  await lab.wake();
  await expect(lab.result).toHaveText(
    /^Four jobs: the mean latency is 12\sms\. A slice of 4 ms: A gives its first answer at 5\sms/,
  );
});

test.describe('by hand', () => {
  test('turns are given, taken back and given otherwise, and the end is laid beside other rules', async ({
    page,
  }) => {
    await page.goto(`${PATH}?${BY_HAND}`);
    const lab = new LabOnPage(page, 'Scheduler');
    await lab.wake();
    const run = (name: string) =>
      lab.root.getByRole('button', { name: new RegExp(`^Run ${name}`) });
    const turn = (length: string) => lab.root.getByRole('radio', { name: length, exact: true });

    await test.step('who has not come or waits cannot be chosen', async () => {
      await expect(lab.lane('thread A')).toHaveAccessibleName('thread A: nothing yet');
      await expect(lab.root.getByText('At 0 ms the core is free. Who runs?')).toBeVisible();
      await expect(run('D')).toHaveAttribute('aria-disabled', 'true');
      await expect(run('D')).toContainText('comes at 2 ms');
      await run('B').click();
      await expect(run('B')).toHaveAttribute('aria-disabled', 'true');
      await expect(run('B')).toContainText('waits until 6 ms');
      await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=B&at=1`);
    });

    await test.step('the places stand as they do where the choice is due', async () => {
      const places = lab.root.getByRole('region', { name: /^Where each thread is at 1\sms/ });
      const names = (list: RegExp) => places.getByRole('list', { name: list }).getByRole('button');
      await expect(names(/run queue/)).toHaveText([/A/, /C/]);
      await expect(names(/waiting/)).toHaveText([/B/]);
    });

    await test.step('a turn lasts as long as it is set, or until the thread waits or ends', async () => {
      await turn('until it waits').check({ force: true });
      await run('A').click();
      await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=BAAAAAAAA&at=9`);
      await expect(run('A')).toContainText('has ended');
    });

    await test.step('back erases nothing, another choice replaces what follows', async () => {
      await lab.root.getByRole('button', { name: 'To the start' }).click();
      await lab.root.getByRole('button', { name: 'Step forward' }).click();
      await expect(lab.instant).toContainText('1 ms');
      await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=BAAAAAAAA&at=1`);
      await expect(lab.root.getByText('At 1 ms you gave the core to A.')).toBeVisible();
      await run('C').click();
      await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=BCCCC&at=5`);
    });

    await test.step('the end is compared', async () => {
      await run('D').click();
      await run('B').click();
      await run('A').click();
      await expect(lab.result).toHaveText(
        'Your schedule has a mean latency of 8.25 ms. Round robin with a slice of 2 ms has 11.75 ms, and shortest remaining first has 8 ms.',
      );
      await lab.expectRows('Latency of each thread, ms', [
        ['yours', '16', '8', '4', '5', '8.25'],
        ['first come, first served', '8', '16', '12', '13', '12.25'],
        ['round robin, slice of 2 ms', '16', '14', '10', '7', '11.75'],
        ['fair', '16', '11', '11', '8', '11.5'],
        ['shortest remaining first', '16', '8', '6', '2', '8'],
      ]);
    });

    await test.step('Back brings the turns before', async () => {
      await page.goBack();
      await expect(lab.result).toContainText('of work is left');
    });
  });

  test('keys give turns of a millisecond, and the space bar presses the button that has the focus', async ({
    page,
  }) => {
    await page.goto(`${PATH}?${BY_HAND}`);
    const lab = new LabOnPage(page, 'Scheduler');
    await lab.wake();
    await lab.root.getByRole('button', { name: /^Run A/ }).focus();
    for (const key of 'bca') await page.keyboard.press(key);
    await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=BCA&at=3`);
    // On a button the space bar is the button's, and does not play.
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=BCAA&at=4`);
    await expect(lab.root.getByRole('button', { name: 'Play' })).toBeVisible();
    await page.keyboard.press('?');
    await expect(lab.root.getByText('that thread has the core for 1 ms')).toBeVisible();
  });

  test('of a link’s turns that cannot all be given the beginning is, and it is told which cannot', async ({
    page,
  }) => {
    await page.goto(`${PATH}?${BY_HAND}&moves=BBA`);
    const lab = new LabOnPage(page, 'Scheduler');
    await lab.wake();
    await expect(
      lab.root.getByText('Move 2 of 3, B, cannot be made: B waits until 6 ms. The first is made.'),
    ).toBeVisible();
    await expect(lab.result).toHaveText('You have scheduled 1 ms, and 15 ms of work is left.');
  });

  test('a thousand threads by hand are refused with the reason, and the run before stays', async ({
    page,
  }) => {
    await page.goto(`${PATH}?${BY_HAND}&moves=B`);
    const lab = new LabOnPage(page, 'Scheduler');
    await lab.wake();
    await lab.root.getByRole('radio', { name: '1,000', exact: true }).check({ force: true });
    await expect(
      lab.root.getByText(/1,000 threads are too many to schedule by hand/),
    ).toBeVisible();
    await expect(lab.result).toHaveText('You have scheduled 1 ms, and 15 ms of work is left.');
    await lab.root.getByRole('radio', { name: 'in turn', exact: true }).check({ force: true });
    await expect(lab.result).toContainText('1,000 threads share one core');
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test('a finger gives turns', async ({ page }) => {
      await page.goto(`${PATH}?${BY_HAND}`);
      const lab = new LabOnPage(page, 'Scheduler');
      await lab.wake();
      await lab.root.getByRole('radio', { name: '2 ms', exact: true }).tap({ force: true });
      await lab.root.getByRole('button', { name: /^Run A/ }).tap();
      await expect(page).toHaveURL(`${PATH}?${BY_HAND}&moves=AA&at=2`);
    });
  });
});
