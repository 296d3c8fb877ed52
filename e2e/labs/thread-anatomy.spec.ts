// The thread-anatomy lab as its reader uses it: line by line, from switch to switch, back by the same steps; by mouse, by
// keys and by finger; as it is heard, on paper and without scripts.
import type { Locator } from '@playwright/test';
import { boxOf, LabOnPage, openLab } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/thread-anatomy/';

const partsOf = (lab: LabOnPage) => {
  const anatomy = lab.root.getByRole('region', { name: 'The threads, their stacks' });
  return {
    anatomy,
    step: anatomy.getByRole('button', { name: 'Step one line' }),
    toSwitch: anatomy.getByRole('button', { name: 'To the next switch' }),
    back: lab.root.getByRole('button', { name: 'Step back' }),
    strip: lab.root.getByRole('slider', { name: 'where the playhead stands' }),
    why: lab.root.getByRole('region', { name: 'Why' }),
  };
};

/** The three registers of a box by what stands over it, as they are heard: "line 5", "B’s stack, 64 bytes", "20". */
const registers = (anatomy: Locator, title: string) =>
  anatomy
    .locator('div', { has: anatomy.page().locator('xpath=self::*/p').filter({ hasText: title }) })
    .locator('dd > span:first-child');

test('it is gone through line by line, from switch to switch, and heard', async ({ page }) => {
  await test.step('each line forth looks the same on the way back, and a switch says what it saves and restores', async () => {
    const lab = await openLab(page, 'Thread anatomy', PATH);
    const { anatomy, step, toSwitch, back, why } = partsOf(lab);
    const seen = () => anatomy.innerHTML();

    const forth = [await seen()];
    await test.step('forth by lines', async () => {
      for (let at = 1; at <= 17; at += 1) {
        await step.click();
        await expect(lab.instant).toContainText(`step ${at} of 17`);
        forth.push(await seen());
      }
      await expect(step).toHaveAttribute('aria-disabled', 'true');
      await expect(toSwitch).toHaveAttribute('aria-disabled', 'true');
      await expect(page).toHaveURL(`${PATH}?at=17`);
    });

    await test.step('and back', async () => {
      for (let at = 16; at >= 0; at -= 1) {
        await back.click();
        await expect(lab.instant).toContainText(`step ${at} of 17`);
        expect(await seen(), `step ${at}`).toBe(forth[at]);
      }
    });

    await test.step('from switch to switch', async () => {
      for (const at of [3, 6, 9]) {
        await toSwitch.click();
        await expect(lab.instant).toContainText(`step ${at} of 17`);
      }
      await expect(lab.instant).toContainText(
        'the core switches from A to B: 3 registers saved, 3 restored; next is line 5, return n',
      );
      await expect(anatomy).toContainText('The switch in step 9');
      await expect(registers(anatomy, 'saved for A')).toHaveText([
        'line 2',
        'A’s stack, 32 bytes',
        '20',
      ]);
      await expect(registers(anatomy, 'on the core')).toHaveText([
        'line 5',
        'B’s stack, 64 bytes',
        '20',
      ]);
      await expect(why).toContainText('The stack itself stays where it is.');
      await expect(why).toContainText('cannot tell that it was away');
      await expect(page).toHaveURL(`${PATH}?at=9`);
    });

    await test.step('a step back the core still has what A left there', async () => {
      await back.click();
      await expect(registers(anatomy, 'on the core')).toHaveText([
        'line 2',
        'A’s stack, 32 bytes',
        '20',
      ]);
    });
  });

  await test.step('keys go by lines, from switch to switch, and along the strip', async () => {
    const lab = await openLab(page, 'Thread anatomy', PATH);
    const { anatomy, step, toSwitch, strip } = partsOf(lab);
    const { keyboard } = page;
    await anatomy.focus();
    for (const [key, at] of [
      ['l', 1],
      ['s', 3],
      ['S', 6],
      ['L', 7],
      [',', 6],
      ['.', 7],
    ] as const) {
      await keyboard.press(key);
      await expect(lab.instant).toContainText(`step ${at} of 17`);
    }
    await toSwitch.focus();
    await keyboard.press('Space');
    await expect(lab.instant).toContainText('step 9 of 17');
    await step.focus();
    await keyboard.press('Enter');
    await keyboard.press('l');
    await expect(lab.instant).toContainText('step 11 of 17');
    await strip.focus();
    for (const [key, at] of [
      ['ArrowRight', 12],
      ['ArrowLeft', 11],
      ['End', 17],
      ['Home', 0],
    ] as const) {
      await keyboard.press(key);
      await expect(strip).toHaveAttribute('aria-valuenow', String(at));
      await expect(lab.instant).toContainText(`step ${at} of 17`);
    }
    await keyboard.press('End');
    await step.focus();
    await keyboard.press('Space');
    await expect(lab.root.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(lab.instant).toContainText('step 17 of 17');
    await keyboard.press('?');
    await expect(lab.root.getByText('to the next switch', { exact: true })).toBeVisible();
  });

  await test.step('who hears it hears where each thread goes on and what points where', async () => {
    const lab = await openLab(page, 'Thread anatomy', `${PATH}?at=9`);
    const { anatomy, strip } = partsOf(lab);
    const current = anatomy.getByRole('row').and(page.locator('[aria-current="step"]'));
    await expect(current).toHaveCount(1);
    await expect(current).toContainText('return n');
    await expect(current).toContainText('B does this next');
    await expect(anatomy.getByRole('row').filter({ hasText: 'order.total = p' })).toContainText(
      'A goes on here',
    );
    await expect(anatomy.getByText('points to order 17')).toHaveCount(3);
    await expect(strip).toHaveAttribute('aria-valuetext', /^step 9 of 17: thread A: runnable/);
    await expect(
      lab.root.getByRole('list', { name: 'The steps of the threads' }).getByRole('listitem'),
    ).toContainText([
      'thread A: steps 1 to 2, running; steps 3 to 6, runnable',
      'ended after step 17',
      'the core: steps 1 to 2, runs A; step 3, switches to B',
    ]);
    const rows = await lab.rowsOf(/^What each switch saved and restored/);
    expect(rows.slice(0, 2)).toEqual([
      ['3', 'saved for A', 'line 5', 'A’s stack, 64 bytes', '20'],
      ['3', 'restored for B', 'line 1', 'B’s stack, 32 bytes', '–'],
    ]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('a finger steps, and takes a slot of the strip; nothing scrolls sideways', async ({
    page,
  }) => {
    const lab = await openLab(page, 'Thread anatomy', `${PATH}?calls=2&slice=3&orders=each`);
    const { anatomy, step, toSwitch, back, strip } = partsOf(lab);
    await anatomy.getByText('the heap').scrollIntoViewIfNeeded();
    await expect(step, 'the buttons stay in view').toBeInViewport();
    await step.tap();
    await expect(lab.instant).toContainText('step 1 of 23');
    await toSwitch.tap();
    await expect(lab.instant).toContainText('step 4 of 23');
    await expect(registers(anatomy, 'saved for A')).toHaveText([
      'line 7',
      'A’s stack, 96 bytes',
      '5',
    ]);
    await back.tap();
    await expect(lab.instant).toContainText('step 3 of 23');
    const { width, height } = await boxOf(strip);
    await strip.tap({ position: { x: (width * 11.5) / 23, y: height / 2 } });
    await expect(lab.instant).toContainText('step 12 of 23');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // What is cut off inside would not widen the page.
    const cut = await anatomy.evaluate((root) =>
      [...root.querySelectorAll('dl > div, button, td')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });
});

test('a link shows a result that is on its way, and paper says of which step it is', async ({
  page,
}) => {
  await test.step('a result that is on its way when its thread is switched away arrives; a link shows it', async () => {
    const lab = await openLab(page, 'Thread anatomy', `${PATH}?slice=3&orders=each&at=8`);
    const { anatomy, step } = partsOf(lab);
    await expect(lab.instant).toContainText('from B to A');
    await expect(registers(anatomy, 'saved for B')).toHaveText([
      'line 1, p = r',
      'B’s stack, 32 bytes',
      '12',
    ]);
    await expect(registers(anatomy, 'on the core')).toHaveText([
      'line 1, p = r',
      'A’s stack, 32 bytes',
      '20',
    ]);
    await step.click();
    await expect(lab.instant).toContainText('A takes the result out of r: p is 20');
    await expect(page).toHaveURL(`${PATH}?slice=3&orders=each&at=9`);
    await page.reload();
    await expect(lab.instant).toContainText('A takes the result out of r: p is 20');
    await lab.preset('Two cores').click();
    await expect(anatomy).toContainText('on core 2');
    await expect(page).toHaveURL(/threads=two-on-two/);
    await page.goBack();
    await expect(lab.instant).toContainText('A takes the result out of r: p is 20');
  });

  await test.step('on paper the drawing says of which step it is', async () => {
    const lab = await openLab(page, 'Thread anatomy', `${PATH}?at=9`);
    const { anatomy, step } = partsOf(lab);
    await expect(anatomy.getByText('After step 9 of 17')).toBeHidden();
    await layOutForPaper(page);
    await expect(anatomy.getByText('After step 9 of 17')).toBeVisible();
    await expect(anatomy.getByText('saved', { exact: true })).toBeVisible();
    await expect(step).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there are the beginning and the first switch', async ({ page }) => {
    await page.goto(PATH);
    const { anatomy } = partsOf(new LabOnPage(page, 'Thread anatomy'));
    await expect(anatomy.getByText('Before the first step')).toBeVisible();
    await expect(anatomy.getByText('After step 3 of 17')).toBeVisible();
    await expect(anatomy.getByRole('button')).toHaveCount(0);
  });
});

test('it asks for no code of a timeline, of the engine, or of charts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(PATH);
  await new LabOnPage(page, 'Thread anatomy').wake();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /\/(thread-anatomy|Lab)\./.test(path))).not.toEqual([]);
  expect(
    asked.filter((path) =>
      /\/(view|draw|curves|LiveCurves|worker|validate-fields|idle-cpu)\.[^.]+\.js/.test(path),
    ),
  ).toEqual([]);
});
