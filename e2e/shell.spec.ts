// The site around the text: its parts, its path through the chapters, search, theme, and what it weighs.
import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test.ts';

const CHAPTER = '/concurrency-vs-parallelism/';
const DARK_PAGE = 'rgb(15, 19, 22)';
const LIGHT_PAGE = 'rgb(252, 252, 250)';
const PHONE = { width: 390, height: 844 };

for (const [path, part, current] of [
  ['/', 'Lesson', 'page'],
  [CHAPTER, 'Lesson', 'true'],
  ['/labs/', 'Labs', 'page'],
  ['/labs/interleaving/', 'Labs', 'true'],
  ['/teach/', 'Teach', 'page'],
  ['/contribute/', 'Contribute', 'page'],
] as const) {
  test(`${path} is marked as ${part} in the header`, async ({ page }) => {
    await page.goto(path);
    const marked = page.getByRole('navigation', { name: 'Site' }).locator('[aria-current]');
    await expect(marked).toHaveText(part);
    await expect(marked).toHaveAttribute('aria-current', current);
  });
}

test.describe('the chapters beside the text', () => {
  test('are eight, with the current one marked and the planned ones no links', async ({ page }) => {
    await page.goto(CHAPTER);
    const chapters = page.getByRole('navigation', { name: 'Chapters' }).getByRole('listitem');
    await expect(chapters).toHaveCount(8);
    await expect(chapters.locator('[aria-current="page"]')).toHaveText(
      /Concurrency and parallelism/,
    );
    for (const chapter of await chapters.all()) {
      const planned = (await chapter.textContent())?.includes('not written yet') ?? false;
      await expect(chapter.getByRole('link')).toHaveCount(planned ? 0 : 1);
    }
    await expect(chapters.filter({ hasText: 'not written yet' })).not.toHaveCount(0);
  });

  test('are followed at the end of the text by the one before and the one to come', async ({
    page,
  }) => {
    await page.goto(CHAPTER);
    const ways = page.getByRole('navigation', { name: 'Previous and next chapter' });
    await expect(ways).toContainText('Next: 4, not written yet');
    await ways.getByRole('link', { name: 'IO-bound and CPU-bound' }).click();
    await expect(page).toHaveURL('/io-vs-cpu/');
    await page.goto('/');
    await ways.getByRole('link', { name: 'Your CPU is mostly idle' }).click();
    await expect(page).toHaveURL('/idle-cpu/');
    await page.goto('/');
    await page.getByRole('link', { name: /^Begin the lesson/ }).click();
    await expect(page).toHaveURL('/idle-cpu/');
  });
});

test('the landing page names every chapter, and gives figures only for those that are written', async ({
  page,
}) => {
  await page.goto('/');
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('.number') });
  await expect(rows).toHaveCount(8);
  const written = rows.filter({ has: page.getByRole('link') });
  await expect(written.locator('.figure b')).toHaveText([/^26\.0.s$/, '96.2%', /%$/, /^10.ms$/]);
  await expect(rows.filter({ hasText: 'not written yet' }).locator('b, svg')).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ viewport: PHONE, javaScriptEnabled });

    test('the chapters open, close and lead on by keyboard', async ({ page }) => {
      await page.goto('/');
      const button = page.getByRole('button', { name: 'Chapters' });
      const menu = page.getByRole('navigation', { name: 'Chapters' });
      await expect(menu).toBeHidden();
      await button.press('Enter');
      await expect(menu).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(button).toBeFocused();
      await button.press('Enter');
      await page.keyboard.press('Tab');
      await expect(menu.getByRole('button', { name: 'Close' })).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(menu.getByRole('link', { name: /mostly idle/ })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/idle-cpu/');
    });
  });
}

test('the menu of a phone leads to the rest of the site and to search', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(CHAPTER);
  await page.getByRole('button', { name: 'Chapters' }).click();
  const menu = page.getByRole('navigation', { name: 'Chapters' });
  for (const part of ['Labs', 'Teach', 'Contribute']) {
    await expect(menu.getByRole('link', { name: part, exact: true })).toBeVisible();
  }
  await menu.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
});

test.describe('search', () => {
  test('goes to the best result by keyboard alone', async ({ page }) => {
    await page.goto('/teach/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('parallelism');
    const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
    await expect(dialog.getByRole('status')).toHaveText(/pages? found/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(CHAPTER);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('leaves a "/" that is typed into a field alone', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('a/b');
  });

  test('loads its index only when it is opened', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(CHAPTER, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => asked).toContain('/pagefind/pagefind.js');
  });

  test('says so when the index is missing', async ({ page, complaints }) => {
    await page.route('/pagefind/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('did not load');
    // The browser reports the missing file itself.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });
});

test('a lost address is named, and search is at hand', async ({ page, complaints }) => {
  await page.goto('/labs/no-such-lab/');
  const main = page.getByRole('main');
  await expect(main).toContainText('Nothing is at /labs/no-such-lab/.');
  await expect(main.getByRole('link', { name: 'The labs' })).toHaveAttribute('href', '/labs/');
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  // The browser reports the status itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});

test.describe('the theme', () => {
  test('is kept from page to page once chosen, until it is given back to the system', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    const body = page.locator('body');
    await expect(body).toHaveCSS('background-color', LIGHT_PAGE);
    await page.getByLabel('Theme').selectOption('dark');
    await expect(body).toHaveCSS('background-color', DARK_PAGE);
    await page.goto(CHAPTER);
    await expect(body).toHaveCSS('background-color', DARK_PAGE);
    await expect(page.getByLabel('Theme')).toHaveValue('dark');
    await page.getByLabel('Theme').selectOption('auto');
    await expect(body).toHaveCSS('background-color', LIGHT_PAGE);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    for (const [colorScheme, colour] of [
      ['light', LIGHT_PAGE],
      ['dark', DARK_PAGE],
    ] as const) {
      test(`is the system's, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(CHAPTER);
        await expect(page.locator('body')).toHaveCSS('background-color', colour);
        await expect(page.getByLabel('Theme')).toBeHidden();
      });
    }
  });
});

test('on paper a page is white and without its ways elsewhere', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(CHAPTER);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

for (const width of [900, 1180, 1280, 1920]) {
  test(`notes and text keep apart at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(CHAPTER);
    const overlaps = await page.getByRole('main').evaluate((main) => {
      const boxes = [...main.querySelectorAll('.prose > *')].map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const name = `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`;
        return { name, left, right, top, bottom, note: element.matches('.margin-note') };
      });
      return boxes
        .filter(({ note }) => note)
        .flatMap((note) =>
          boxes.filter(
            (box) =>
              box !== note &&
              box.left < note.right &&
              box.right > note.left &&
              box.top < note.bottom &&
              box.bottom > note.top,
          ),
        )
        .map(({ name }) => name);
    });
    expect(overlaps).toEqual([]);
  });
}

test('a chapter loads less than 25 kB of JavaScript before a lab comes near', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  // Low enough that the chapter's first lab is not near.
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(scripts);
  expect(bodies.length).toBeGreaterThan(0);
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(25_000);
});
