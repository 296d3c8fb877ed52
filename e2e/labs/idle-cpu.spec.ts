// The lab "idle-cpu" as a reader uses it: one request to scale, and the curve of how many fill a core.
import { boxOf, cellsOf, type LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Idle CPU';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });

test('a request waits and computes, and many keep its core busy', async ({ page }) => {
  await test.step('a request waits and computes, and what it waits for decides how idle its core is', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/');

    await test.step('the typical one waits 250 ms and computes 10: 96.2% idle, 750 million forgone', async () => {
      await expect(lab.result).toHaveText(
        /waits for 250.ms and computes for 10.ms\. Its core is idle for 96\.2% of the time\. While it waits, 750 million instructions/,
      );
      await expect(lab.lane('the request')).toHaveAccessibleName(
        /^the request: running, 0 to 5 ms; waiting for an answer, 5 to 55 ms; .*running, 259 to 260 ms$/,
      );
      await lab.expectRows('What the request waits for', [
        ['query 1', '50 ms', '150'],
        ['query 2', '50 ms', '150'],
        ['query 3', '50 ms', '150'],
        ['query 4', '50 ms', '150'],
        ['external call 1', '50 ms', '150'],
      ]);
      await lab.expectRows(/^All its waits/, [
        ['independent additions', '16–21', '4000–5250'],
        ['additions that each need the one before', '4.7', '1175'],
        ['steps along pointers through memory', '0.017', '4.25'],
      ]);
    });

    await test.step('the lesson’s distances are presets, with what was measured beside them', async () => {
      for (const [preset, query, idle] of [
        ['Same machine', '2', '85.3%'],
        ['Another zone', '30', '94.4%'],
        ['Another region', '100', '97.8%'],
      ] as const) {
        await lab.preset(preset).click();
        await expect(knob(lab, 'A query takes')).toHaveValue(query);
        await expect(lab.result).toContainText(idle);
      }
      const table = lab.root.getByRole('table', { name: 'A query, by where the database is' });
      expect(await cellsOf(table)).toEqual([
        ['on the same machine', '2 ms', '0.06 ms, measured'],
        ['in another zone', '30 ms', 'about 1 ms, computed'],
        ['in another region', '100 ms', '150 ms, stated'],
      ]);
    });

    await test.step('more round trips are more waiting, and a faster core forgoes more', async () => {
      await lab.preset('Typical request').click();
      await knob(lab, 'Queries').press('ArrowRight');
      await knob(lab, 'External calls').press('ArrowRight');
      await expect(lab.result).toHaveText(/waits for 350.ms.*idle for 97\.2%/);
      await knob(lab, 'Instructions a second').press('End');
      await expect(lab.result).toContainText('7350 million');
    });
  });

  await test.step('with 26 in flight the core is busy for 84.4%, at best for 100%', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/?flight=26');
    await expect(lab.result).toHaveText(
      /26 in flight, whose waits vary by up to half, the core is busy for 84\.4%.*100\.0%/,
    );
    await expect(lab.root.getByRole('img', { name: /^How busy/ })).toHaveAccessibleName(
      'How busy the core is, over requests in flight: simulated, 3.8% at 1 to 95.4% at 40; ideal, 3.8% at 1 to 100.0% at 40.',
    );
    const rows = await lab.rowsOf('How busy the core is, %');
    expect(rows.find(([flight]) => flight === '1')).toEqual(['1', '3.8', '3.8']);
    expect(rows.find(([flight]) => flight === '13')).toEqual(['13', '48.0', '50.2']);
    expect(rows.find(([flight]) => flight === '26')).toEqual(['26', '84.4', '100.0']);
  });

  await test.step('a point of the curve is chosen by keyboard, and its run is shown', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/');
    const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
    await expect(curve).toHaveAttribute('aria-valuenow', '1');
    await curve.focus();
    await page.keyboard.press('End');
    await expect(lab.root.locator('figure p[aria-live]')).toContainText(
      'simulated 95.4%, ideal 100.0%',
    );
    // Looked at, not yet chosen.
    await expect(lab.result).toContainText('This request waits');
    await page.keyboard.press('Enter');
    await expect(lab.result).toHaveText(/With 40 in flight, .* the core is busy for 95\.4%/);
    await expect(lab.timeline).toHaveAttribute('aria-rowcount', '41');
    await expect(page).toHaveURL('/labs/idle-cpu/?flight=40');
  });

  await test.step('four queries at once: the request waits once, and a full core answers no more', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/?calls=0');
    await expect(lab.result).toContainText('This request waits for 200\u00a0ms');
    await lab.root.getByRole('radio', { name: 'at once' }).check({ force: true });
    await expect(lab.result).toContainText('This request waits for 50\u00a0ms');
    await expect(lab.lane('the request')).toHaveAccessibleName(
      'the request: running, 0 to 6 ms; waiting for an answer, 6 to 56 ms; running, 56 to 60 ms',
    );
    // Six of them nearly fill the core, where it took twenty-one before.
    const rows = await lab.rowsOf('How busy the core is, %');
    expect(rows.find(([flight]) => flight === '6')?.[2]).toMatch(/^8\d/);
  });

  await test.step('the network alone stands beside whole queries, and is not called measured where it was not', async () => {
    await page.goto('/labs/idle-cpu/');
    await expect(
      page.getByRole('table', { name: /where the database is/ }).locator('tr'),
    ).toHaveText([
      /network alone/,
      /on the same machine2.ms0\.06.ms, measured/,
      /in another zone30.ms.*computed/,
      /in another region100.ms.*stated/,
    ]);
  });
});

const chart = (lab: LabOnPage, title: string) => lab.root.getByRole('figure', { name: title });
/** Where the parts of the lab are. */
const places = async (lab: LabOnPage) => ({
  busy: await boxOf(chart(lab, 'How busy the core is')),
  latency: await boxOf(chart(lab, 'Mean latency')),
  drawing: await boxOf(lab.timeline),
});

test('with several in flight the chart comes first, with the latency beside it', async ({
  page,
}) => {
  await test.step('of one alone the drawing comes first, and there is no latency to compare', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/');
    const busy = await boxOf(chart(lab, 'How busy the core is'));
    const drawing = await boxOf(lab.timeline);
    expect(busy.y).toBeGreaterThan(drawing.y);
    await expect(chart(lab, 'Mean latency')).toHaveCount(0);
  });

  await test.step('a point that is chosen there takes the focus along to where the chart goes', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/');
    const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
    await curve.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(curve).toBeFocused();
    await expect(curve).toBeInViewport();
    const { busy, latency, drawing } = await places(lab);
    expect(busy.y + busy.height).toBeLessThanOrEqual(drawing.y);
    expect(latency.y).toBe(busy.y);
    expect(latency.x).toBeGreaterThan(busy.x + busy.width);
  });

  await test.step('the latency is the other half: more in flight take longer', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/?flight=26');
    const rows = await lab.rowsOf('Mean latency, ms');
    expect(rows[0]).toEqual(['1', '260', '260']);
    expect(rows.find(([flight]) => flight === '26')).toEqual(['26', '308', '260']);
  });

  await test.step('a point of the latency is chosen by mouse', async () => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/?flight=26');
    const points = chart(lab, 'Mean latency').getByRole('slider');
    const { width, height } = await boxOf(points);
    await points.click({ position: { x: width - 1, y: height / 2 } });
    await expect(knob(lab, 'In flight')).toHaveValue('40');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('the latency stands under the chart, and a tap chooses a point', async ({ page }) => {
    const lab = await openLab(page, TITLE, '/labs/idle-cpu/?flight=26');
    const { busy, latency, drawing } = await places(lab);
    expect(latency.y).toBeGreaterThanOrEqual(busy.y + busy.height);
    expect(latency.x).toBe(busy.x);
    expect(drawing.y).toBeGreaterThan(latency.y);
    const points = chart(lab, 'How busy the core is').getByRole('slider');
    const { width, height } = await boxOf(points);
    await points.tap({ position: { x: width - 1, y: height / 2 } });
    await expect(knob(lab, 'In flight')).toHaveValue('40');
  });
});
