// A page has the styles of its own labs and of what they draw, whole as it was built, and of no others.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { builtPages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

/** The sheets of labs and figures, by the name that begins their classes. */
const SHEETS = globSync(['labs/**/*.module.css', 'src/lab-kit/figures/**/*.module.css']).map(
  (file) => basename(file, '.module.css'),
);

const namesOf = (pattern: string) => globSync(pattern).map((file) => basename(file, '.module.css'));

/** The sheets in a lab's own folder, and of the figures that it names: some dress what only other settings of it show. */
function ownSheets(lab: string): string[] {
  const sources = globSync(`labs/${lab}/*.{ts,tsx}`).map((file) => readFileSync(file, 'utf8'));
  // What is a type alone brings no figure with it.
  const used = sources.join('\n').replaceAll(/^import type .*$/gm, '');
  const figures = used.matchAll(/lab-kit\/figures\/([\w-]+)\//g);
  return [
    ...namesOf(`labs/${lab}/*.module.css`),
    ...[...new Set([...figures].map(([, figure]) => figure))].flatMap((figure) =>
      namesOf(`src/lab-kit/figures/${figure}/*.module.css`),
    ),
  ];
}

/** Of these sheets, those whose rules a page has, and those whose classes its elements have; how many come after its head. */
const sheetsOf = (page: Page) =>
  page.evaluate((sheets) => {
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n');
    return {
      there: sheets.filter((sheet) => rules.includes(`.${sheet}-`)),
      wanted: sheets.filter(
        (sheet) => document.querySelector(`[class^="${sheet}-"], [class*=" ${sheet}-"]`) !== null,
      ),
      late: document.querySelectorAll(
        'body :is(style, link[rel="stylesheet"]):not(noscript *, svg *)',
      ).length,
      labs: [...document.querySelectorAll<HTMLElement>('[data-of-lab]')].map(
        ({ dataset }) => dataset.ofLab as string,
      ),
    };
  }, SHEETS);

/** What each lab brings: what its own page has. */
const brought = new Map<string, readonly string[]>();

test('each page has the sheets that it wants, and only what its labs bring', async ({ page }) => {
  const own = builtPages.filter((path) => /^\/labs\/./.test(path));
  for (const path of own) {
    await page.goto(path);
    const { there, wanted, late, labs } = await sheetsOf(page);
    expect(late, path).toBe(0);
    const ofLabs = new Set([...wanted, ...labs.flatMap(ownSheets)]);
    expect(new Set(there), path).toEqual(ofLabs);
    brought.set(labs[0] as string, there);
  }
  expect(new Set(brought.get('shared-memory'))).toEqual(
    new Set([...ownSheets('shared-memory'), 'strip']),
  );
  for (const path of builtPages.filter((other) => !own.includes(other))) {
    await page.goto(path);
    const { there, wanted, late, labs } = await sheetsOf(page);
    expect(late, path).toBe(0);
    expect(there, path).toEqual(expect.arrayContaining(wanted));
    expect(
      labs.flatMap((lab) => brought.get(lab) ?? []),
      path,
    ).toEqual(expect.arrayContaining(there));
  }
});
