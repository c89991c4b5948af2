import { expect, test } from 'vitest';
import { countReport } from './count-report.ts';

const report = (numbers: object, testResults: { status: string; assertionResults: { status: string }[] }[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...numbers,
});

test('a green run is counted as it stands', () => {
  expect(countReport(report({ numPassedTests: 3, numPendingTests: 1 }), 0)).toEqual({
    passed: 3,
    failed: 0,
    skipped: 1,
  });
});

test('a file that did not load counts as a failure', () => {
  const files = [{ status: 'failed', assertionResults: [] }];
  expect(countReport(report({ numPassedTests: 3 }, files), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('failed tests are not counted again for their file', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(countReport(report({ numFailedTests: 1 }, files), 1).failed).toBe(1);
});

test('a red exit without a failed test, and a run without a report, are failures', () => {
  expect(countReport(report({ numPassedTests: 3 }), 1).failed).toBe(1);
  expect(countReport(undefined, 0).failed).toBe(1);
});
