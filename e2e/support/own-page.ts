// A page of a test's own, made of the project's parts: built once, and served to the browser beside the site.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
};

/**
 * Builds the page in a folder.
 *
 * @param folder where its index.html is; its name is the first part of the page's address
 * @returns what shows it
 */
export async function ownPage(folder: URL): Promise<(page: Page) => Promise<void>> {
  const root = fileURLToPath(folder);
  const base = `/${basename(root)}/`;
  const { output } = (await build({
    configFile: false,
    root,
    base,
    logLevel: 'error',
    build: { write: false },
    worker: { format: 'es' },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
  return async (page) => {
    await page.route(`**${base}**`, (route) => {
      const name = new URL(route.request().url()).pathname.replace(base, '');
      const body = files.get(name);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({
        body: typeof body === 'string' ? body : Buffer.from(body),
        contentType: TYPES[name.split('.').pop() as string] as string,
      });
    });
    await page.goto(`${base}index.html`);
  };
}
