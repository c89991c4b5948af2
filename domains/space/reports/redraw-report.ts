import { stale, verb } from '@opengoa/kernel';
import { RedrawReport, ReportRedrawn } from './contract.ts';
import { gatherForms } from './gather-forms.ts';
import { lockReport } from './report-store.ts';
import { placesOf, reportMoves, reportOf } from './report.ts';

/** 重新取数: the forms drawn up anew from the ledger, as of the same day. */
export const redrawReport = verb('space.redraw-report', {
  title: { zh: '重新取数', en: 'Draw up anew' },
  input: RedrawReport,
  who: ['space-clerk'],
  on: 'space.report',
  facts: [ReportRedrawn],
  refusals: ['not-now', 'stale-version'],
  async load(tx, { report: id }, context) {
    const report = await lockReport(tx, id);
    return {
      report,
      places: placesOf(report, context),
      forms: await gatherForms(tx, { ...report, day: report.asOf }, context),
    };
  },
  at: ({ places }) => places,
  decide({ report, forms }, { version }) {
    const closed = reportMoves.refusal(report.state, 'space.redraw-report');
    if (closed) return closed;
    if (version !== report.version) return stale({ version: report.version });
    return [ReportRedrawn.of({ object: reportOf(report), unit: report.unit, body: { year: report.year, forms } })];
  },
});
