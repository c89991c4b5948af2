import type { Reporter, TestCase } from 'vitest/node';

/** Says why a test failed as soon as it has, and not only at the end of the run: who watches need not wait, and a run that is cut off has still told. */
export default class TellAtOnce implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state !== 'failed') return;
    const why = errors.map(({ message, stacks = [], cause }) =>
      [
        message.slice(0, 1_000),
        // A property's own message tells what was tried; what went wrong with it is its cause.
        ...(cause ? [`${cause.message}\n${cause.diff ?? ''}`.slice(0, 1_000)] : []),
        ...stacks.slice(0, 3).map(({ file, line }) => `    ${file}:${line}`),
      ].join('\n'),
    );
    console.error(`✗ ${test.module.moduleId} › ${test.fullName}\n${why.join('\n')}`);
  }
}
