import { concernsOwn, refuse, verb } from '@opengoa/kernel';
import { AcceptReport, ReportAccepted } from './contract.ts';
import { lockReport } from './report-store.ts';
import { endTasks, openTasks, placesOf, reportMoves, reportOf } from './report.ts';

/** 审核通过: from above, and by nobody of the unit itself. */
export const acceptReport = verb('space.accept-report', {
  title: { zh: '审核通过', en: 'Accept' },
  input: AcceptReport,
  who: ['superior', 'space-clerk'],
  on: 'space.report',
  facts: [ReportAccepted],
  refusals: ['not-now', 'own-report'],
  object: ({ report }) => report,
  async load(tx, { report: id }, context) {
    const report = await lockReport(tx, id);
    return { report, places: placesOf(report, context), tasks: await openTasks(tx, id) };
  },
  at: ({ places }) => places,
  decide({ report, tasks }, { opinion }, context) {
    const closed = reportMoves.refusal(report.state, 'space.accept-report');
    if (closed) return closed;
    if (concernsOwn(report, context)) return refuse('own-report', {}, { status: 403 });
    return [
      ReportAccepted.of({
        object: reportOf(report),
        unit: report.unit,
        body: { year: report.year, opinion, sha256: report.sha256 ?? '' },
      }),
      ...endTasks(report, tasks, context),
    ];
  },
});
