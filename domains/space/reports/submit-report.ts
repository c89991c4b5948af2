import { createHash } from 'node:crypto';
import { stale, verb } from '@opengoa/kernel';
import { type Forms, ReportSubmitted, SubmitReport } from './contract.ts';
import { lockReport } from './report-store.ts';
import { endTasks, openTasks, placesOf, reportMoves, reportOf, taskToReview } from './report.ts';

/** 签字报送: by name, with a digest of the forms, so that what is accepted later is what was signed. */
export const submitReport = verb('space.submit-report', {
  title: { zh: '签字报送', en: 'Sign and submit' },
  input: SubmitReport,
  who: ['space-clerk'],
  on: 'space.report',
  facts: [ReportSubmitted],
  refusals: ['not-now', 'stale-version'],
  async load(tx, { report: id }, context) {
    const report = await lockReport(tx, id);
    return { report, places: placesOf(report, context), tasks: await openTasks(tx, id) };
  },
  at: ({ places }) => places,
  decide({ report, tasks }, { version, head, statistician }, context) {
    const closed = reportMoves.refusal(report.state, 'space.submit-report');
    if (closed) return closed;
    if (version !== report.version) return stale({ version: report.version });
    const { year, forms } = report;
    return [
      ReportSubmitted.of({
        object: reportOf(report),
        unit: report.unit,
        body: { year, head, statistician, sha256: digestOf(forms), total: forms.total },
      }),
      ...endTasks(report, tasks, context),
      ...taskToReview(report, context),
    ];
  },
});

/** Of every figure in the forms; the order in which a database keeps keys does not matter. */
export const digestOf = (forms: Forms): string => createHash('sha256').update(ordered(forms)).digest('hex');

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${ordered(each)}`)
    .join(',')}}`;
}
