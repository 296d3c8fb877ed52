// The lab of context switches as its reader uses it: the core and a stretch of it, columns and curves over threads, the knee.
import { boxOf, LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/context-switch/';
const TITLE = 'Context switch';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const figure = (lab: LabOnPage, name: string) => lab.root.getByRole('figure', { name });
const columns = (lab: LabOnPage) =>
  figure(lab, 'Where the core’s time goes').getByRole('slider', {
    name: /a column; Enter shows its run$/,
  });

test('a reader sees a fifth of the core go into switches, and what changes it', async ({
  page,
}) => {
  await test.step('a reader sees a fifth of the core go into switches, and what more threads change', async () => {
    const lab = await openLab(page, TITLE, PATH);

    await test.step('500 threads with short bursts', async () => {
      await expect(lab.result).toHaveText(
        /^500 threads with bursts of 5\sµs and waits of 1\sms keep the core busy all the time: 79% work and 21% switching\. 162 threads would fill the core if their bursts never met; because they do, it takes about 178\. With 500, each burst waits longer, and a switch takes 1\.37\sµs instead of 1\.2\sµs: throughput is 2\.6% lower\.$/,
      );
      await expect(
        lab.root.getByRole('img', {
          name: /^One second of the core: 785\sms work, 215\sms switching\.$/,
        }),
      ).toBeVisible();
      await expect(
        lab.root.getByRole('img', { name: /^50\sµs of the core: 8 bursts, 8 switches\.$/ }),
      ).toBeVisible();
      await expect(lab.root.getByRole('region', { name: 'What counts' })).toContainText(
        '343 runnable, on average; a switch costs 1.37\u00a0µs; 3.1 times as many as at the knee',
      );
    });

    await test.step('bursts of 1 ms: switching is a tenth of a per cent', async () => {
      await lab.preset('Bursts of 1 ms').click();
      await expect(lab.result).toContainText('0.14% switching');
      await expect(page).toHaveURL(`${PATH}?burst=1000`);
    });

    await test.step('10,000 runnable: more than a third', async () => {
      await lab.preset('10,000 runnable').click();
      await expect(lab.result).toContainText('64% work and 36% switching');
      await expect(lab.root.getByRole('region', { name: 'What counts' })).toContainText(
        'a switch costs 2.8\u00a0µs',
      );
    });

    await test.step('10,000 waiting: hardly anything, and a switch costs what it costs two', async () => {
      await lab.preset('10,000 waiting').click();
      await expect(lab.result).toContainText('0.12% switching');
      await expect(lab.result).toContainText(
        'Nearly all of them are waiting, so a switch costs 1.2\u00a0µs, as it does with two threads.',
      );
    });
  });

  await test.step('columns and curves lead to their runs by keys and by mouse', async () => {
    const lab = await openLab(page, TITLE, PATH);

    await test.step('the columns are one tab stop; arrows look, Enter sets the knob', async () => {
      const shares = columns(lab);
      await expect(shares).toHaveCount(1);
      await shares.focus();
      await expect(shares).toHaveAttribute(
        'aria-valuetext',
        'Threads 500: work 79%, switching 21%',
      );
      await page.keyboard.press('ArrowRight');
      await expect(shares).toHaveAttribute(
        'aria-valuetext',
        /^Threads 1,000: work 7\d%, switching 2\d%$/,
      );
      await expect(page).toHaveURL(PATH);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${PATH}?threads=10000`);
      await expect(lab.result).toContainText('64% work and 36% switching');
      await expect(knob(lab, 'Threads')).toHaveAttribute('aria-valuetext', '10,000');
    });

    await test.step('a press on the first column', async () => {
      const { height } = await boxOf(columns(lab));
      await columns(lab).click({ position: { x: 6, y: height / 2 } });
      await expect(page).toHaveURL(`${PATH}?threads=1`);
      await expect(lab.result).toContainText('One thread with bursts of 5\u00a0µs');
    });

    await test.step('the knob stands between points: it has a column of its own', async () => {
      // Where the pointer rests is what is looked at.
      await page.mouse.move(0, 0);
      await lab.goTo('?threads=80');
      await expect(columns(lab)).toHaveAttribute('aria-valuetext', /^Threads 80: /);
      const rows = await lab.rowsOf(/^Throughput/);
      expect(rows.map(([threads]) => threads)).toEqual(
        '1 2 5 10 20 50 80 200 500 1,000 2,000 5,000 10,000'.split(' '),
      );
    });
  });

  await test.step('the knee stands where its formula says, and moves with the knobs', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await expect(lab.root).toContainText('(waiting + burst + switch) / (burst + switch)');
    await expect(lab.root).toContainText('= (1,000 + 5 + 1.2) / (5 + 1.2) = 162');
    const throughput = figure(lab, 'Throughput');
    await expect(throughput).toContainText('simulated 157,000/s, upper bound 161,000/s');
    await expect(throughput).toContainText('knee, 162');

    await test.step('a fifth of the way from 100 to 1,000', async () => {
      const plot = await boxOf(throughput.getByRole('slider'));
      const words = await boxOf(throughput.getByText('knee, 162'));
      const share = (words.x + words.width - plot.x) / plot.width;
      // The axis goes from 1 / 1.35 to 13,500; the words end before the line.
      const at = Math.log(162.3 * 1.35) / Math.log(10_000 * 1.35 ** 2);
      expect(Math.abs(share - at)).toBeLessThan(0.03);
    });

    await test.step('bursts that are four times as long bring it nearer', async () => {
      for (let i = 0; i < 2; i += 1) await knob(lab, 'Burst').press('ArrowRight');
      await expect(page).toHaveURL(`${PATH}?burst=20`);
      await expect(lab.root).toContainText('= (1,000 + 20 + 1.2) / (20 + 1.2) = 48');
      await expect(throughput).toContainText('knee, 48');
    });

    await test.step('threads that never wait have none', async () => {
      await knob(lab, 'Waiting after it').press('Home');
      await expect(throughput).not.toContainText('knee');
    });
  });
});

test('what a switch costs, and what is drawn of it at every setting and width', async ({
  page,
}) => {
  await test.step('what a switch costs is marked where the run stands, beside what was measured', async () => {
    const lab = await openLab(page, TITLE, PATH);
    const cost = figure(lab, 'What one switch costs');
    await expect(cost).toContainText('Runnable threads 343: in the lab 1.37\u00a0µs');
    await expect(cost).toContainText('2 beside 10,000 waiting');
    expect(await lab.rowsOf('A switch, measured')).toEqual([
      ['2 runnable threads', '1.2 (1.2–1.3)'],
      ['1,000 runnable', '1.7 (1.7–2.0)'],
      ['10,000 runnable', '2.8 (2.3–3.9)'],
      ['2 runnable, 10,000 waiting', '1.2 (1.2–1.3)'],
      ['goroutines', '0.055–0.062'],
      ['asyncio tasks', '1.4'],
    ]);
    await expect(lab.root).toContainText('2 vCPU AMD EPYC virtual machine, Linux 6.18');

    await test.step('it can be looked at, and leads to no other run', async () => {
      const points = cost.getByRole('slider');
      await points.press('End');
      await expect(points).toHaveAttribute(
        'aria-valuetext',
        'Runnable threads 10,000: in the lab 2.8\u00a0µs',
      );
      await points.press('Enter');
      await expect(page).toHaveURL(PATH);
    });

    await test.step('without growth it is the same for all', async () => {
      await lab.root.getByRole('switch', { name: 'A longer run queue' }).press('Space');
      await expect(page).toHaveURL(`${PATH}?grows=off`);
      await expect(cost).toContainText('in the lab 1.2\u00a0µs');
      await expect(lab.result).toContainText('With 500, each burst only waits longer.');
    });
  });

  await test.step('threads that compute for long give way after 4 ms: the strip shows their turns', async () => {
    const lab = await openLab(page, TITLE, `${PATH}?threads=100&burst=100000&wait=0`);
    await expect(lab.result).toContainText('99.97% work and 0.03% switching');
    await expect(lab.root).toContainText('each takes 1.25\u00a0µs, which is less than a hair here');
    await expect(lab.root.getByText('thread 2', { exact: true })).toBeVisible();
    await expect(
      lab.root.getByRole('img', {
        name: /^One second of the core: 999\.69\sms work, 0\.31\sms switching\.$/,
      }),
    ).toBeVisible();
  });

  await test.step('bursts as narrow as a seam are not cut up by seams', async () => {
    const lab = await openLab(page, TITLE, `${PATH}?threads=10&burst=1&wait=0&cost=50`);
    const strip = lab.root.getByRole('img', { name: /^500\sµs of the core/ });
    const seams = strip.locator('rect[class*="cut"]');
    await expect(seams).toHaveCount(0);
    await lab.goTo('');
    await expect(lab.root.locator('rect[class*="cut"]').nth(10)).toBeAttached();
    await lab.goTo('?threads=1&burst=1&wait=0&cost=50');
    await expect(
      lab.root.getByRole('img', { name: /^10\sµs of the core: 1 burst, 0 switches\.$/ }),
    ).toBeVisible();
    await expect(
      lab.root.getByRole('img', { name: 'One second of the core: 1,000\u00a0ms work.' }),
    ).toBeVisible();
  });

  await test.step('two settings stand beside each other', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await lab.root.getByRole('button', { name: 'Compare with…' }).click();
    await lab.preset('10,000 runnable').click();
    await expect(lab.root.getByRole('img', { name: /^One second of the core/ })).toHaveCount(2);
    await expect(lab.result).toContainText('36% switching');
    await expect(lab.result).toContainText('21% switching');
  });

  await test.step('no name lies over the axis of what a switch costs, whatever it costs and at every width', async () => {
    const lab = await openLab(page, TITLE, PATH);
    for (const width of [1200, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      for (const cost of [0.06, 1.2, 5, 50]) {
        await lab.goTo(`?cost=${cost}`);
        const chart = figure(lab, 'What one switch costs');
        // The page may scroll, and the curves follow the width by a frame or two.
        await expect(async () => {
          const [name, tick, own] = await chart.evaluate((figure) => {
            const texts = [...figure.querySelectorAll('text')];
            const said = (words: string) => texts.find(({ textContent }) => textContent === words);
            const across = texts.filter(({ classList }) => /across/.test(classList.value));
            return [said('2 beside 10,000 waiting'), across.at(-1), said('in the lab')].map(
              (text) => text?.getBoundingClientRect().toJSON(),
            );
          });
          expect(name.bottom).toBeLessThanOrEqual(tick.top + 2);
          expect(Math.abs(own.top - name.top)).toBeGreaterThan(13);
        }, `${cost} µs at ${width} px`).toPass({ timeout: 30_000 });
      }
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger takes a column, and all of it fits', async ({ page }) => {
    await test.step('the last knob has the row that it is alone in', async () => {
      const lab = await openLab(page, TITLE, PATH);
      const knobs = lab.root.locator('[data-knob]');
      const last = await boxOf(knobs.last());
      expect(last.width).toBeCloseTo((await boxOf(knobs.first())).width, 0);
    });

    await test.step('a tap takes the nearest column', async () => {
      const lab = await openLab(page, TITLE, PATH);
      const { width, height } = await boxOf(columns(lab));
      expect(height).toBeGreaterThan(44);
      await columns(lab).tap({ position: { x: width - 4, y: height / 2 } });
      await expect(page).toHaveURL(`${PATH}?threads=10000`);
      await expect(lab.result).toContainText('10,000 threads');
    });

    await test.step('nothing scrolls sideways, whatever is set', async () => {
      const lab = await openLab(page, TITLE, PATH);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        for (const query of [
          '',
          '?threads=10000&wait=0',
          '?threads=10000&wait=10000000',
          '?burst=100000&wait=0',
        ]) {
          await lab.goTo(query);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, query).toBe(width);
        }
      }
    });
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the core, the columns and the curves are there, with their figures', async ({ page }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, TITLE);
    await expect(lab.root.getByRole('img', { name: /^One second of the core/ })).toBeVisible();
    await expect(lab.root.getByRole('img', { name: /^50\sµs of the core/ })).toBeVisible();
    await expect(
      lab.root.getByRole('img', {
        name: /^Where the core’s time goes, over threads: work, .* to 64% at 10,000/,
      }),
    ).toBeVisible();
    await expect(lab.root.getByText('knee, 162').first()).toBeVisible();
    await expect(lab.root).toContainText('= (1,000 + 5 + 1.2) / (5 + 1.2) = 162');
  });
});
