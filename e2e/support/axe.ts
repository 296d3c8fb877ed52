// The rules of accessibility, asked of a page as it is shown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours: for a page that keeps all others, in its other theme. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What breaks a rule in a serious or critical way: the rule, and where.
 *
 * @param asked.rules those that are asked; all where none are named
 * @param asked.except a selector of what is left out, since another page is asked about it
 */
export async function seriousViolations(
  page: Page,
  asked: { rules?: string[] | undefined; except?: string | undefined } = {},
): Promise<string[]> {
  // To read its half a megabyte takes about as long as to ask a page: once for both themes.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async ({ rules, except }) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(except === undefined ? document : { exclude: except }, {
      // To describe all that keeps the rules takes most of the time.
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, asked);
}
