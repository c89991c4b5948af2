import { newId, refuse, verb } from '@opengoa/kernel';
import { OpenReport, ReportOpened } from './contract.ts';
import { gatherForms } from './gather-forms.ts';
import { isReportThere } from './report-store.ts';
import { dueDayOf, placesOf, reportOf } from './report.ts';

/** 生成统计报告: the forms of a unit and all below it, drawn up from the ledger as of the last day of the year or another of its days. */
export const openReport = verb('space.open-report', {
  title: { zh: '生成统计报告', en: 'Open a report' },
  input: OpenReport,
  who: ['space-clerk'],
  facts: [ReportOpened],
  refusals: ['as-of-outside-year', 'report-there', 'nothing-to-report'],
  async load(tx, { unit, year, asOf }, context) {
    const lastDay = `${year}-12-31`;
    const day = asOf ?? (lastDay < context.today ? lastDay : context.today);
    return {
      id: newId(),
      places: placesOf({ unit }, context),
      day,
      there: await isReportThere(tx, unit, year),
      forms: await gatherForms(tx, { unit, day, year }, context),
    };
  },
  at: ({ places }) => places,
  decide({ id, day, there, forms }, { unit, year }, context) {
    if (!day.startsWith(`${year}-`) || day > context.today) return refuse('as-of-outside-year', { year });
    const name = context.organisation.unit(unit)?.name ?? '';
    if (there) return refuse('report-there', { unit: name, year }, { status: 409 });
    if (forms.buildings.length === 0) return refuse('nothing-to-report');
    return [
      ReportOpened.of({
        object: reportOf({ id }),
        unit,
        body: { year, asOf: day, dueDay: dueDayOf(year, unit, context), forms },
      }),
    ];
  },
});
