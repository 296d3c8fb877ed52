// The rules of accessibility, asked of a page as it is shown.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What breaks a rule in a serious or critical way: the rule, and where. */
export const seriousViolations = (page: Page) => violations(page);

/** The same of the rules that look at colours: for a page that keeps all others, in its other theme. */
export const seriousViolationsOfColours = (page: Page) =>
  violations(page, ['color-contrast', 'link-in-text-block']);

/** @param rules those that are asked; all where none are named */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Only frames of other origins need the other mode, which opens a page for each run.
    .setLegacyMode()
    // To describe all that keeps the rules takes most of the time.
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
