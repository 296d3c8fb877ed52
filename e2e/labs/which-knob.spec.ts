// The lab "which-knob" as a reader uses it: its four knobs, and its curves, whose points are runs to look at.
import { boxOf, type LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Which knob?';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const chart = (lab: LabOnPage, title: string) => lab.root.getByRole('figure', { name: title });
/** What a chart's points are looked at with. */
const points = (lab: LabOnPage, title: string) => chart(lab, title).getByRole('slider');
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
      await lab.preset('CPU-bound, in flight').click();
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
