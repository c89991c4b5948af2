import { concernsOwn, refuse, verb } from '@opengoa/kernel';
import { ReturnReport, ReportReturned } from './contract.ts';
import { lockReport } from './report-store.ts';
import { endTasks, openTasks, placesOf, reportMoves, reportOf } from './report.ts';

/** 退回: from above, with what is to be mended. */
export const returnReport = verb('space.return-report', {
  title: { zh: '退回', en: 'Return' },
  input: ReturnReport,
  who: ['superior', 'space-clerk'],
  on: 'space.report',
  facts: [ReportReturned],
  refusals: ['not-now', 'own-report'],
  object: ({ report }) => report,
  async load(tx, { report: id }, context) {
    const report = await lockReport(tx, id);
    return { report, places: placesOf(report, context), tasks: await openTasks(tx, id) };
  },
  at: ({ places }) => places,
  decide({ report, tasks }, { opinion }, context) {
    const closed = reportMoves.refusal(report.state, 'space.return-report');
    if (closed) return closed;
    if (concernsOwn(report, context)) return refuse('own-report', {}, { status: 403 });
    return [
      ReportReturned.of({
        object: reportOf(report),
        unit: report.unit,
        body: { year: report.year, opinion },
        why: opinion,
      }),
      ...endTasks(report, tasks, context),
    ];
  },
});
