// What counts as passed and as failed in the tools' reports.
import { describe, expect, it } from 'vitest';
import { browserCounts, unitCounts } from './counts.mjs';

describe('unitCounts', () => {
  it('counts a failed test once, and not its file too', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}, {}, {}] }];
    expect(unitCounts({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a file that could not be read', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(unitCounts({ numPassedTests: 2, numFailedTests: 0, testResults })).toEqual({
      passed: 2,
      failed: 1,
    });
  });
});

describe('browserCounts', () => {
  it('counts unexpected results and errors outside tests as failed', () => {
    const stats = { expected: 5, unexpected: 2, flaky: 0 };
    expect(browserCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 });
  });

  it('counts a test that passed only at the second try as failed', () => {
    const stats = { expected: 5, unexpected: 0, flaky: 1 };
    expect(browserCounts({ stats, errors: [] })).toEqual({ passed: 5, failed: 1 });
  });
});
