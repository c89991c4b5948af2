import { expect, test } from 'vitest';
import { countReport, failuresIn } from './count-report.ts';

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

test('what failed is named with its file, its title and the beginning of why', () => {
  const files = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1\nat line 3'] },
      ],
    },
    { name: 'b.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'stands' }] },
  ];
  expect(failuresIn(report({}, files))).toEqual([
    'a.test.ts › takes away\n    expected 1\n    at line 3',
    'b.test.ts › did not load\n    no such import',
  ]);
  expect(failuresIn(undefined)).toEqual([]);
});
