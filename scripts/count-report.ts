/** How a part of the tests went. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name?: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { status: string; fullName?: string; failureMessages?: readonly string[] }[];
  }[];
}

/**
 * Counts of Vitest's JSON report. A file that did not load and an error outside any test fail the run without failing a test; so
 * does a run without a report. They count as one failure each, or the last line would say "failed 0" of a red run.
 */
export function countReport(report: Report | undefined, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What failed, each with its file, title and the first lines of why: the last thing a run says, so that it is read even where only the end of it is kept. */
export function failuresIn(report: Report | undefined): string[] {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [told(file.name, 'did not load', file.message)];
    return failed.map(({ fullName, failureMessages }) => told(file.name, fullName, failureMessages?.[0]));
  });
}

const mostLines = 8;
const told = (file = '', title = '', why = ''): string =>
  [`${file} › ${title}`, ...why.split('\n').slice(0, mostLines)].join('\n    ');
