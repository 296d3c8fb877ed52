// The lab "workload-mix" as a reader uses it: a request composed of operations, its verdict, and the exercise.
import { LabOnPage, openLab } from '../support/lab.ts';
import { layOutForPaper, layOutForScreen } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Workload mix';
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const scale = (lab: LabOnPage) => lab.root.getByRole('img', { name: /^Share of the request/ });

test('a request is of the kind that takes most of its time', async ({ page }) => {
  const lab = await openLab(page, TITLE, '/labs/workload-mix/');

  await test.step('the typical one waits for 80% of its time, in the lesson’s range', async () => {
    await expect(lab.result).toHaveText(
      /waits for 40.ms of its 50.ms: it is IO-bound\. The database query alone takes 30.ms\. With a core twice as fast it would take 45.ms, with every answer in half the time 30.ms\./,
    );
    await expect(scale(lab)).toHaveAccessibleName(
      'Share of the request’s time in which it waits: 80%. the lesson’s working range: 70–90%.',
    );
    await lab.expectRows('What the request does', [
      ['JSON parse', '2', '4.0%', 'Computes. The core looks at every byte.'],
      ['Validation', '3', '6.0%', 'Computes. The rules run on the core.'],
      ['JWT sign', '5', '10.0%', 'Computes. Signing is arithmetic.'],
      [
        'Cache lookup',
        '2',
        '4.0%',
        'Waits. The cache is another process, on this machine or another.',
      ],
      ['Database query', '30', '60.0%', 'Waits. The database answers when it is done.'],
      ['Remote log', '8', '16.0%', 'Waits. The other machine confirms when it has the line.'],
    ]);
  });

  await test.step('with a picture to resize it becomes the other kind', async () => {
    await knob(lab, 'Image resize').press('End');
    await expect(lab.result).toHaveText(/computes for 210.ms of its 250.ms: it is CPU-bound/);
    await knob(lab, 'Image resize').press('Home');
    await expect(knob(lab, 'Image resize')).toHaveAttribute('aria-valuetext', 'none');
    await knob(lab, 'JSON parse').press('ArrowRight');
    await expect(lab.result).toHaveText(/waits for 40.ms of its 51.ms/);
  });

  await test.step('a picture is CPU-bound', async () => {
    await lab.preset('Picture').click();
    await expect(lab.result).toHaveText(
      /computes for 160.ms of its 200.ms: it is CPU-bound.*twice as fast it would take 120.ms/,
    );
    await expect(scale(lab)).toHaveAccessibleName(/: 20%\./);
  });

  await test.step('a file in the page cache and a buffered log line are computing', async () => {
    await lab.preset('File').click();
    await expect(lab.result).toContainText('IO-bound');
    await lab.root.getByRole('radio', { name: 'in page cache' }).check({ force: true });
    await expect(lab.result).toHaveText(/computes for 1.ms of its 1.ms: it is CPU-bound/);
    await lab.preset('Typical').click();
    await lab.root.getByRole('radio', { name: 'buffered' }).check({ force: true });
    await expect(lab.result).toHaveText(/waits for 32.ms of its 42.ms/);
  });

  await test.step('one of nothing says so', async () => {
    for (const name of [
      'JSON parse',
      'Validation',
      'JWT sign',
      'Cache lookup',
      'Database query',
      'Remote log',
    ]) {
      await knob(lab, name).press('Home');
    }
    await expect(lab.result).toContainText('This request does nothing.');
  });
});

test.describe('the exercise', () => {
  for (const path of ['/labs/workload-mix/', '/io-vs-cpu/']) {
    test(`${path}: each choice says whether it is right, and why`, async ({ page }) => {
      await page.goto(path);
      const exercise = page.getByRole('region', { name: /Which kind of work/ });
      await exercise.scrollIntoViewIfNeeded();
      await expect(exercise.locator('xpath=ancestor::astro-island')).not.toHaveAttribute('ssr');
      await expect(exercise.locator('[inert]')).toHaveCount(0);
      const item = (name: string | RegExp) => exercise.getByRole('radiogroup', { name });
      await item('A query to a database').getByRole('radio', { name: 'IO-bound' }).press('Space');
      await expect(exercise.getByText('Right. The server waits for the answer.')).toBeVisible();
      await item(/from the page cache/)
        .getByRole('radio', { name: 'IO-bound' })
        .check({ force: true });
      await expect(
        exercise.getByText(/^Not quite: it is CPU-bound\. The file is in memory/),
      ).toBeVisible();
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

test('on paper a lab is whole, with its settings, also where it waits for a prediction', async ({
  page,
}) => {
  await page.goto('/io-vs-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toBeHidden();
  await layOutForPaper(page);
  await expect(lab.result).toContainText('it is IO-bound');
  await expect(scale(lab)).toBeVisible();
  await expect(lab.timeline.getByRole('gridcell', { name: /^waiting/ })).toBeVisible();
  await expect(lab.root.getByText(/^Drawn with JSON parse 4 ms, validation 3 ms/)).toBeVisible();
  for (const name of ['What the request does', 'Times in ms']) {
    await expect(lab.root.getByRole('table', { name })).toBeVisible();
  }
  await expect(lab.root.getByRole('slider')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Skip' })).toHaveCount(0);
  await layOutForScreen(page);
  await expect(lab.result).toBeHidden();
});
