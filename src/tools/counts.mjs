// @ts-check
// Reads how many tests passed and failed from the reports of Vitest and Playwright.

/**
 * @typedef {object} UnitReport the part of Vitest's JSON report that is read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one a file
 */

/**
 * A file that failed before it had a test counts as one failure.
 * @param {UnitReport} report
 */
export function unitCounts({ numPassedTests, numFailedTests, testResults }) {
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unread.length };
}

/**
 * @typedef {object} BrowserReport the part of Playwright's JSON report that is read
 * @property {{ expected: number, unexpected: number, flaky: number }} stats
 * @property {unknown[]} errors outside any test
 */

/**
 * An error outside any test, as in a file that cannot be read, counts as one failure.
 * @param {BrowserReport} report
 */
export function browserCounts({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
