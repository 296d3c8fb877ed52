// The lab "workload-mix" as a reader uses it: a request composed of operations, its verdict, and the exercise.
import { boxOf, LabOnPage } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Workload mix';
const result = (lab: LabOnPage) => lab.root.locator('.result');
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const scale = (lab: LabOnPage) => lab.root.getByRole('img', { name: /^Share of the request/ });

for (const path of ['/labs/workload-mix/', '/embed/workload-mix/']) {
  test.describe(path, () => {
    test('the typical request waits for 80% of its time, in the lesson’s range', async ({
      page,
    }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(
        /waits for 40.ms of its 50.ms: it is IO-bound\. The database query alone takes 30.ms\. With a core twice as fast it would take 45.ms, with every answer in half the time 30.ms\./,
      );
      await expect(scale(lab)).toHaveAccessibleName(
        'Share of the request’s time in which it waits: 80%. the lesson’s working range: 70–90%.',
      );
      expect(await lab.rowsOf('What the request does')).toEqual([
        ['JSON parse', '2', '4.0%', 'Computes. Every byte is looked at by the core.'],
        ['Validation', '3', '6.0%', 'Computes. The rules run on the core.'],
        ['JWT sign', '5', '10.0%', 'Computes. Signing is arithmetic.'],
        [
          'Cache lookup',
          '2',
          '4.0%',
          'Waits. The cache is another process, on this machine or another.',
        ],
        ['Database query', '30', '60.0%', 'Waits. The database answers when it is done.'],
        ['Remote log', '8', '16.0%', 'Waits. The log’s machine confirms when it has the line.'],
      ]);
    });

    test('a picture is CPU-bound', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await lab.wake();
      await lab.preset('Picture').click();
      await expect(result(lab)).toHaveText(
        /computes for 160.ms of its 200.ms: it is CPU-bound.*twice as fast it would take 120.ms/,
      );
      await expect(scale(lab)).toHaveAccessibleName(/: 20%\./);
    });
  });
}

test('a request is composed by keyboard, and becomes the other kind', async ({ page }) => {
  await page.goto('/labs/workload-mix/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await knob(lab, 'Image resize').press('End');
  await expect(result(lab)).toHaveText(/computes for 210.ms of its 250.ms: it is CPU-bound/);
  await knob(lab, 'Image resize').press('Home');
  await expect(knob(lab, 'Image resize')).toHaveAttribute('aria-valuetext', 'none');
  await knob(lab, 'JSON parse').press('ArrowRight');
  await expect(page).toHaveURL('/labs/workload-mix/?json=3');
  await page.reload();
  await expect(knob(lab, 'JSON parse')).toHaveValue('3');
  await expect(result(lab)).toHaveText(/waits for 40.ms of its 51.ms/);
});

test('a file in the page cache and a buffered log line are computing', async ({ page }) => {
  await page.goto('/labs/workload-mix/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await lab.preset('File').click();
  await expect(result(lab)).toContainText('IO-bound');
  await lab.root.getByRole('radio', { name: 'in page cache' }).check({ force: true });
  await expect(result(lab)).toContainText('CPU-bound');
  await lab.preset('Typical').click();
  await expect(lab.root.getByRole('radio', { name: 'in page cache' })).toBeDisabled();
  await lab.root.getByRole('radio', { name: 'buffered' }).check({ force: true });
  await expect(result(lab)).toHaveText(/waits for 32.ms/);
});

test('a request of nothing says so', async ({ page }) => {
  await page.goto(
    '/labs/workload-mix/?json=none&validation=none&jwt=none&cache=none&db=none&log=none',
  );
  const lab = new LabOnPage(page, TITLE);
  await expect(result(lab)).toContainText('This request does nothing.');
});

test('a wrong value is warned of', async ({ page }) => {
  await page.goto('/labs/workload-mix/?db=0.5&source=tape');
  const lab = new LabOnPage(page, TITLE);
  await expect(lab.root.getByText(/sets db to “0\.5”\. Allowed: 1 to 200/)).toBeVisible();
  await expect(lab.root.getByText(/sets source to “tape”\. Allowed: disk or memory/)).toBeVisible();
});

test.describe('the exercise', () => {
  for (const path of ['/labs/workload-mix/', '/io-vs-cpu/']) {
    test(`${path}: each choice says whether it is right, and why`, async ({ page }) => {
      await page.goto(path);
      const exercise = page.getByRole('region', { name: /Which kind of work/ });
      await exercise.scrollIntoViewIfNeeded();
      await expect(exercise.locator('xpath=ancestor::astro-island')).not.toHaveAttribute('ssr');
      const item = (name: string | RegExp) => exercise.getByRole('radiogroup', { name });
      await item('A query to a database').getByRole('radio', { name: 'IO-bound' }).press('Space');
      await expect(exercise.getByText('Right. The server waits for the answer.')).toBeVisible();
      await item(/from the page cache/)
        .getByRole('radio', { name: 'IO-bound' })
        .check({ force: true });
      await expect(exercise.getByText(/^It is CPU-bound\. The file is in memory/)).toBeVisible();
      await expect(exercise.getByText('1 of 2 right, 8 to go')).toBeVisible();
      await exercise.getByRole('button', { name: 'Begin again' }).click();
      await expect(exercise.getByText('10 items')).toBeVisible();
      await expect(exercise.getByRole('radio', { checked: true })).toHaveCount(0);
    });
  }

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('has its answers in a disclosure', async ({ page }) => {
      await page.goto('/io-vs-cpu/');
      const exercise = page.getByRole('region', { name: /Which kind of work/ });
      await exercise.getByText('The answers').click();
      await expect(exercise.getByText(/page cache: CPU-bound\./)).toBeVisible();
      await expect(exercise.getByRole('radio')).toHaveCount(0);
    });
  });
});

test('a finger turns knobs on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/labs/workload-mix/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const box = await boxOf(knob(lab, 'Database query'));
  await page.touchscreen.tap(box.x + 6, box.y + box.height / 2);
  await expect(result(lab)).toHaveText(/each: it is neither|waits for 1\d.ms/);
  await context.close();
});

test('on paper a lab is whole, with its settings, also where it waits for a prediction', async ({
  page,
}) => {
  await page.goto('/io-vs-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(result(lab)).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(result(lab)).toContainText('it is IO-bound');
  await expect(scale(lab)).toBeVisible();
  await expect(lab.timeline.getByRole('gridcell', { name: /^waiting/ })).toBeVisible();
  await expect(lab.root.getByText(/^Drawn with JSON parse 2 ms, validation 3 ms/)).toBeVisible();
  for (const name of ['What the request does', 'Times in ms']) {
    await expect(lab.root.getByRole('table', { name })).toBeVisible();
  }
  await expect(lab.root.getByRole('slider')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Skip' })).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(result(lab)).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('there is the verdict, the scale and the table', async ({ page }) => {
    await page.goto('/labs/workload-mix/');
    const lab = new LabOnPage(page, TITLE);
    await expect(result(lab)).toContainText('IO-bound');
    await expect(scale(lab)).toBeVisible();
    await expect(lab.root.getByRole('table', { name: 'What the request does' })).toBeVisible();
  });
});
