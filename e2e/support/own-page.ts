// A page of a test's own, made of the project's parts: built once, and served to the browser beside the site.
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** The page, which its script fills. */
const html = (name: string, styles: readonly string[], script: string) => `<!doctype html>
<html lang="en" data-scripts="run">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    ${styles.map((file) => `<link rel="stylesheet" href="./${file}" />`).join('\n')}
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./${script}"></script>
  </body>
</html>`;

/**
 * Builds the page in a folder.
 *
 * @param folder where its page.tsx is, which draws into #root; its name is the first part of the page's address
 * @returns what shows it
 */
export async function ownPage(folder: URL): Promise<(page: Page) => Promise<void>> {
  const root = fileURLToPath(folder);
  const name = basename(root);
  const base = `/${name}/`;
  const { output } = (await build({
    configFile: false,
    root,
    base,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: join(root, 'page.tsx') } },
    worker: { format: 'es' },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
  const styles = [...files.keys()].filter((file) => file.endsWith('.css'));
  return async (page) => {
    await page.route(`**${base}**`, (route) => {
      const asked = new URL(route.request().url()).pathname.replace(base, '');
      if (asked === '') {
        return route.fulfill({
          body: html(name, styles, output[0].fileName),
          contentType: 'text/html',
        });
      }
      const body = files.get(asked);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({
        body: typeof body === 'string' ? body : Buffer.from(body),
        contentType: TYPES[asked.split('.').pop() as string] as string,
      });
    });
    await page.goto(base);
  };
}
