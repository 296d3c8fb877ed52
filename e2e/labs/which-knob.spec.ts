// The lab "which-knob" as a reader uses it: its remedies, its knobs, and its curves, whose points are runs to look at.
import { boxOf, LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Which knob?';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const chart = (lab: LabOnPage, title: string) => lab.root.getByRole('figure', { name: title });
/** What a chart's points are looked at with. */
const points = (lab: LabOnPage, title: string) => chart(lab, title).getByRole('slider');
const remedies = (lab: LabOnPage) => lab.root.getByRole('group', { name: 'Remedies' });
const remedy = (lab: LabOnPage, name: string) => remedies(lab).getByRole('button', { name });
const choose = (lab: LabOnPage, group: string, name: string) =>
  lab.root
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name, exact: true })
    .check({ force: true });

const expectLanes = (lab: LabOnPage, users: number, cores: number) =>
  expect(lab.timeline).toHaveAttribute('aria-rowcount', String(users + cores));

test('each workload has its remedies, and its curves keep to their bounds', async ({ page }) => {
  await test.step('each workload has its remedies', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/');

    await test.step('IO-bound requests want more in flight, or a nearer database', async () => {
      await expect(lab.result).toHaveText(
        /^1 core, 10 in flight: 38 requests a second, 95% of them answered within 374.ms\. The core is busy 38% of the time\. What would help most: twice as many in flight \(74 a second\) or a database in half the time \(70\)\.$/,
      );
      await lab.expectRows('Remedies, each by itself', [
        ['As it is', '38', '', '374', '38%'],
        ['Twice the cores: 2', '38', '1.01×', '371', '19%'],
        ['Twice as many in flight: 20', '74', '1.94×', '384', '74%'],
        ['A CPU twice as fast: 2×', '39', '1.03×', '366', '20%'],
        ['A database in half the time: 50%', '70', '1.85×', '197', '70%'],
      ]);
      const throughput = await lab.rowsOf('Throughput, /s');
      expect(throughput[0]).toEqual(['1', '38.1', '38.5']);
      expect(throughput.at(-1)).toEqual(['8', '38.4', '38.5']);
      await expect(chart(lab, 'Throughput').getByRole('img')).toHaveAccessibleName(
        /^Throughput, over cores: simulated, 38\.1\/s at 1 to 38\.4\/s at 8; upper bound, 38\.5\/s/,
      );
      await expectLanes(lab, 10, 1);
    });

    await test.step('what was measured stands beside what is simulated', async () => {
      await expect(
        lab.root
          .getByRole('table', { name: /^Throughput of two requests in flight/ })
          .locator('tbody tr'),
      ).toHaveText([
        /one core2\.002\.00$/,
        /one core1\.020\.99–1\.01$/,
        /two cores2\.001\.95–2\.03$/,
      ]);
    });

    await test.step('CPU-bound requests want cores or a faster CPU', async () => {
      await lab.preset('CPU-bound').click();
      await expect(lab.result).toHaveText(
        /10 requests a second, 95% of them answered within 1,106.ms\. The core is busy 100% .* twice the cores \(20 a second\) or a CPU twice as fast \(20\)\.$/,
      );
      const cores = [1, 2, 3, 4, 5, 8];
      await expect
        .poll(async () =>
          (await lab.rowsOf('Throughput, /s')).map(([x, simulated]) => [
            Number(x),
            Math.round(Number(simulated) / 10),
          ]),
        )
        .toEqual(cores.map((count) => [count, count]));
    });

    await test.step('more of them in flight only wait for longer', async () => {
      await choose(lab, 'Curves over', 'in flight');
      await expect
        .poll(async () => {
          const latency = await lab.rowsOf('Mean latency, ms');
          return [latency[0], latency.at(-1)];
        })
        .toEqual([
          ['1', '102', '102'],
          ['52', '5200', '5200'],
        ]);
    });
  });

  await test.step('with few connections more in flight only fills the queue of the database', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/');
    await lab.preset('Full database').click();
    await expect(lab.result).toHaveText(
      /^1 core, 20 in flight: 40 requests a second.* a query waits 239.ms for a connection\..* twice as many connections/,
    );
    await knob(lab, 'Requests in flight').press('End');
    await expect(lab.result).toHaveText(/^1 core, 52 in flight: 40 requests a second/);
    await knob(lab, 'Database connections').press('Home');
    await expect(lab.result).toHaveText(/^1 core, 52 in flight: 100 requests a second/);
  });

  await test.step('no point of a curve is above its upper bound, or below its lower one', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/?turn=flight');
    for (const preset of await lab.root
      .getByRole('group', { name: 'Presets' })
      .locator('[aria-pressed]')
      .all()) {
      await preset.click();
      for (const [title, beyond] of [
        ['Throughput, /s', (simulated: number, bound: number) => simulated > bound],
        ['Mean latency, ms', (simulated: number, bound: number) => simulated < bound],
      ] as const) {
        const rows = await lab.rowsOf(title);
        expect(
          rows.filter(([, simulated, bound]) => beyond(Number(simulated), Number(bound))),
        ).toEqual([]);
      }
    }
  });
});

test('a knob gives another run and another point, and a point another run', async ({ page }) => {
  await test.step('a knob turned by keyboard gives another run and another point', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/');
    await knob(lab, 'Requests in flight').press('End');
    await expect(lab.result).toHaveText(/^1 core, 52 in flight: 100 requests a second/);
    await expectLanes(lab, 52, 1);
    await choose(lab, 'Curves over', 'in flight');
    await knob(lab, 'Requests in flight').press('ArrowLeft');
    await expect(points(lab, 'Throughput')).toHaveAttribute(
      'aria-valuetext',
      /^Requests in flight 51: simulated \d/,
    );
    await choose(lab, 'Curves over', 'database');
    await expect(points(lab, 'Throughput')).toHaveAttribute(
      'aria-valuetext',
      /^Time the database takes 100%: /,
    );
  });

  await test.step('a chosen point of a curve sets the knob, and the timeline shows its run', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/?turn=flight');
    const curve = points(lab, 'Throughput');
    await expect(curve).toHaveAttribute(
      'aria-valuetext',
      'Requests in flight 10: simulated 38.1/s, upper bound 38.5/s',
    );
    await curve.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(curve).toHaveAttribute(
      'aria-valuetext',
      /^Requests in flight 26: simulated 91\.\d\/s/,
    );
    // Looking at a point changes nothing yet.
    await expect(lab.result).toHaveText(/^1 core, 10 in flight: 38 /);
    await page.keyboard.press('Enter');
    await expect(lab.result).toHaveText(/^1 core, 26 in flight: 91 requests a second/);
    await expect(knob(lab, 'Requests in flight')).toHaveValue('26');
    await expect(points(lab, 'Latency')).toHaveAttribute(
      'aria-valuetext',
      /^Requests in flight 26: /,
    );
    await expectLanes(lab, 26, 1);
    await expect(page).toHaveURL('/labs/which-knob/?flight=26&turn=flight');
    await page.goBack();
    await expect(knob(lab, 'Requests in flight')).toHaveValue('10');
  });

  await test.step('a point is chosen by pointer too', async () => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/');
    const { width, height } = await boxOf(points(lab, 'Latency'));
    // Of 1 to 8 cores, 4 stand at three sevenths.
    await points(lab, 'Latency').click({ position: { x: (width * 3) / 7, y: height / 2 } });
    await expect(knob(lab, 'Cores')).toHaveValue('4');
    await expectLanes(lab, 10, 4);
    await expect(lab.result).toHaveText(/^4 cores, 10 in flight: 38 requests a second/);
  });
});

test('the remedies stand on top, and each sets its knob', async ({ page }) => {
  const lab = await openLab(page, TITLE, '/labs/which-knob/');

  await test.step('over the sentence and the knobs, with what each would give', async () => {
    await expect(remedies(lab).getByRole('button')).toHaveText([
      'Twice the coresfrom 1 to 238 a second, 1.01×95% within 371\u00a0ms',
      'Twice as many in flightfrom 10 to 2074 a second, 1.94×95% within 384\u00a0ms',
      'A CPU twice as fastfrom 1× to 2×39 a second, 1.03×95% within 366\u00a0ms',
      'A database in half the timefrom 100% to 50%70 a second, 1.85×95% within 197\u00a0ms',
    ]);
    const buttons = await boxOf(remedies(lab));
    const result = await boxOf(lab.result);
    const cores = await boxOf(knob(lab, 'Cores'));
    expect(buttons.y + buttons.height).toBeLessThanOrEqual(result.y);
    expect(result.y).toBeLessThan(cores.y);
  });

  await test.step('tabs are workloads: what curves are over is set at the curves', async () => {
    await expect(
      lab.root.getByRole('group', { name: 'Presets' }).locator('[aria-pressed]'),
    ).toHaveText(['IO-bound', 'CPU-bound', 'Mixed', 'Full database']);
    const axis = await boxOf(lab.root.getByRole('radiogroup', { name: 'Curves over' }));
    const curve = await boxOf(chart(lab, 'Throughput'));
    expect(Math.abs(axis.y + axis.height - curve.y)).toBeLessThan(40);
  });

  await test.step('one that is pressed turns its knob, and the next step is offered', async () => {
    await remedy(lab, 'Twice as many in flight').click();
    await expect(lab.result).toHaveText(/^1 core, 20 in flight: 74 requests a second/);
    await expect(knob(lab, 'Requests in flight')).toHaveValue('20');
    await expect(remedy(lab, 'Twice as many in flight')).toHaveText(/from 20 to 40/);
    await expect(page).toHaveURL('/labs/which-knob/?flight=20');
    await page.goBack();
    await expect(knob(lab, 'Requests in flight')).toHaveValue('10');
  });

  await test.step('by keys: at its knob’s end it is off, and keeps the focus', async () => {
    const nearer = remedy(lab, 'A database in half the time');
    await nearer.focus();
    await page.keyboard.press('Enter');
    await expect(nearer).toHaveText(/from 50% to 25%/);
    await page.keyboard.press('Space');
    await expect(nearer).toHaveText(/from 25% to 12\.5%, past this lab’s knob/);
    await expect(nearer).toHaveAttribute('aria-disabled', 'true');
    await expect(nearer).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(knob(lab, 'Time the database takes')).toHaveValue('25');
  });

  await test.step('where connections are limited, more of them are a remedy', async () => {
    await lab.preset('Full database').click();
    await remedy(lab, 'twice as many connections').click();
    await expect(knob(lab, 'Database connections')).toHaveValue('20');
  });
});

test('an old address still says what the curves are over', async ({ page }) => {
  const lab = await openLab(page, TITLE, '/labs/which-knob/?workload=cpu&turn=flight');
  await expect(
    lab.root.getByRole('radiogroup', { name: 'Curves over' }).getByRole('radio', {
      name: 'in flight',
    }),
  ).toBeChecked();
  await expect(chart(lab, 'Latency').getByRole('img')).toHaveAccessibleName(
    /over requests in flight/,
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a tap on a remedy sets the lab, and each is large enough', async ({ page }) => {
    const lab = await openLab(page, TITLE, '/labs/which-knob/');
    for (const button of await remedies(lab).getByRole('button').all()) {
      const { width, height } = await boxOf(button);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await remedy(lab, 'Twice the cores').tap();
    await expect(lab.result).toHaveText(/^2 cores, 10 in flight: 38 requests a second/);
  });
});

test('while a question asks for it, no remedy tells what it gives, or can be pressed', async ({
  page,
}) => {
  await page.goto('/concurrency-vs-parallelism/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(remedy(lab, 'Twice the cores')).toBeDisabled();
  await expect(remedies(lab)).not.toHaveText(/a second|within/, { useInnerText: true });
  await page
    .locator('choice-question[data-id="knob-io-cores"]')
    .getByRole('button', { name: '23 a second' })
    .click();
  await expect(remedy(lab, 'Twice the cores')).toBeEnabled();
  await expect(remedies(lab)).toHaveText(/a second, 1\.\d\d×/, { useInnerText: true });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is nothing to press, and the table has the remedies', async ({ page }) => {
    await page.goto('/labs/which-knob/');
    await expect(page.getByRole('group', { name: 'Remedies' })).toBeHidden();
    expect(await new LabOnPage(page, TITLE).rowsOf('Remedies, each by itself')).toHaveLength(5);
  });
});
