// A lab in a frame of somebody else's page: the code to copy holds its setting and fits, and a host that listens makes the
// frame as high as the lab, whatever the reader does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { LabOnPage, openLab } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const resizer = readFileSync(
  createRequire(import.meta.url).resolve('iframe-resizer/js/iframeResizer.min.js'),
  'utf8',
);

/** What the host's page has in its column. */
let column = '';

/** A server of another origin: browsers keep a page that came from no server of this machine from what is on it. */
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(
    `<!doctype html><title>A course</title><link rel="icon" href="data:," /><main style="width: 640px">${column}</main>`,
  );
});
let host = '';

test.beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  host = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.close();
});

/** A page of another origin, whose column is 640 px wide. */
async function openHost(page: Page, body: string) {
  column = body;
  await page.goto(host);
}

/** The frame of the only lab, and how high it and what is in it are. */
function framed(page: Page) {
  const inside = page.frameLocator('iframe');
  const heights = async () => {
    const frame = await page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    const lab = await inside
      .locator('main')
      .evaluate((main) => main.getBoundingClientRect().height);
    return { frame, lab };
  };
  return {
    inside,
    /** Waits until the frame is as high as the lab. */
    expectToFit: (within = 2) =>
      expect
        .poll(async () => {
          const { frame, lab } = await heights();
          return frame >= lab && frame - lab <= within;
        })
        .toBe(true),
  };
}

/** What another origin is asked for is the host's page alone. */
const onlyTheHost = (complaints: string[]) =>
  expect(complaints.splice(0)).toEqual([`request to another origin: ${host}`]);

async function codeOf(lab: LabOnPage): Promise<[frame: string, script: string]> {
  await lab.root.getByRole('button', { name: 'Embed' }).click();
  const frame = lab.root.getByRole('textbox', { name: /Put this where/ });
  const script = lab.root.getByRole('textbox', { name: /Where your page may run a script/ });
  return [await frame.inputValue(), await script.inputValue()];
}

for (const [where, path, title, address] of [
  [
    'on its own page',
    '/labs/interleaving/?cores=2',
    'Interleaving',
    '/embed/interleaving/?cores=2',
  ],
  [
    'in a chapter, while it waits for an answer',
    '/concurrency-vs-parallelism/',
    'Interleaving',
    '/embed/interleaving/?at=40',
  ],
  ['with much to show', '/labs/lock-convoy/', 'Behind one lock', '/embed/lock-convoy/'],
] as const) {
  test(`the frame to copy holds the setting and fits a narrow column: ${where}`, async ({
    page,
    complaints,
  }) => {
    await page.goto(path);
    const lab = new LabOnPage(page, title);
    await lab.wake();
    const [frame] = await codeOf(lab);
    expect(frame).toContain(`${address}"`);
    expect(frame).toContain('loading="lazy" allow="clipboard-write"');
    await openHost(page, frame);
    await expect(page.frameLocator('iframe').getByRole('region', { name: /^Lab: / })).toBeVisible();
    const { scrolls } = await page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => ({ scrolls: html.scrollHeight > html.clientHeight }));
    expect(scrolls).toBe(false);
    onlyTheHost(complaints);
  });
}

test('with the line for the page around the frame is as high as the lab, and says each height once', async ({
  page,
  complaints,
}) => {
  const [frame, script] = await codeOf(await openLab(page, 'Interleaving', '/labs/interleaving/'));
  await openHost(
    page,
    `${frame}${script}<script>told = []; addEventListener('message', ({ data }) => data.subject && told.push(data.height))</script>`,
  );
  const { inside, expectToFit } = framed(page);
  await expectToFit();
  await inside.getByRole('radio', { name: '4', exact: true }).check({ force: true });
  await expect(inside.getByRole('row', { name: /^core 4/ })).toBeVisible();
  await expectToFit();
  await inside.getByRole('radio', { name: '1', exact: true }).check({ force: true });
  await expect(inside.getByRole('row', { name: /^core 4/ })).toHaveCount(0);
  await expectToFit();
  const told = await page.evaluate(() => (globalThis as unknown as { told: number[] }).told);
  expect(told.filter((height, i) => height === told[i - 1])).toEqual([]);
  onlyTheHost(complaints);
});

test('a host with iframe-resizer makes the frame as high as the lab', async ({
  page,
  complaints,
  baseURL,
}) => {
  await openHost(
    page,
    `<iframe src="${baseURL}/embed/interleaving/" style="width: 1px; min-width: 100%"></iframe><script>${resizer}</script><script>iFrameResize({ checkOrigin: false }, 'iframe')</script>`,
  );
  const { inside, expectToFit } = framed(page);
  await expectToFit();
  await inside.getByRole('radio', { name: '4', exact: true }).check({ force: true });
  await expect(inside.getByRole('row', { name: /^core 4/ })).toBeVisible();
  await expectToFit();
  onlyTheHost(complaints);
});

test('a host of H5P is told in its own words', async ({ page, complaints, baseURL }) => {
  await openHost(
    page,
    `<script>addEventListener('message', ({ data, source }) => {
      if (data.context !== 'h5p' || data.action !== 'resize') return;
      for (const frame of document.querySelectorAll('iframe'))
        if (frame.contentWindow === source) frame.style.height = data.scrollHeight + 'px';
    })</script><iframe src="${baseURL}/embed/interleaving/" style="border: 0; width: 100%"></iframe>`,
  );
  await framed(page).expectToFit();
  onlyTheHost(complaints);
});

test('the theme is chosen with the code', async ({ page }) => {
  const lab = await openLab(page, 'Interleaving', '/labs/interleaving/?cores=2');
  await codeOf(lab);
  await lab.root.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(lab.root.getByRole('textbox', { name: /Put this where/ })).toHaveValue(
    /\/embed\/interleaving\/\?cores=2&amp;theme=dark"/,
  );
});

test('where the lab does not open in a frame, no height is made up', async ({
  page,
  complaints,
}) => {
  const lab = await openLab(page, 'Interleaving', '/labs/interleaving/');
  await page.route('**/embed/**', (route) => route.fulfill({ status: 404, body: 'Not here' }));
  await lab.root.getByRole('button', { name: 'Embed' }).click();
  await expect(lab.root.getByRole('alert')).toContainText('its height is not known');
  await expect(lab.root.getByRole('textbox')).toHaveCount(0);
  // The browser reports the missing page itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});
