import { type Context, concernsOwn, type Id, notFound, read, Refused } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { ReportAnswer } from './contract.ts';
import { differencesOf } from './draw-forms.ts';
import { gatherForms } from './gather-forms.ts';
import { areInScope, findReport } from './report-store.ts';
import { offersFor } from './report.ts';
import { reportWorkbook } from './report-workbook.ts';

/** 统计报告: its forms as they were drawn up, and where the ledger says something else of that day by now. */
export const oneReport = read('space.report', {
  title: { zh: '办公用房统计报告', en: 'A report of premises' },
  query: z.strictObject({ id: z.uuid() }),
  answer: ReportAnswer,
  who: readers,
  async fetch(tx, { id }, context) {
    const { submittedBy, ...report } = await findReport(tx, id);
    // It tells of every unit below: without a right for all of them it is not there.
    if (!(await areInScope(tx, context.organisation.unitsBelow(report.unit)))) throw new Refused(notFound());
    const now = await gatherForms(tx, { ...report, day: report.asOf }, context);
    const submitted = report.submittedAt !== null && report.state !== 'returned';
    return {
      ...report,
      unitName: context.organisation.unit(report.unit)?.name ?? '',
      signers: signersOf(report.unit, context),
      late: (submitted ? context.calendar.dayOf(report.submittedAt!) : context.today) > report.dueDay,
      own: concernsOwn({ ...report, submittedBy }, context),
      drawnAt: report.drawnAt.toISOString(),
      submittedAt: report.submittedAt?.toISOString() ?? null,
      decidedAt: report.decidedAt?.toISOString() ?? null,
      differences: differencesOf(report.forms, now).slice(0, 500),
    };
  },
  at: ({ unit, id }) => ({ unit, object: id }),
  moves: (report) => offersFor(report, report.own),
  workbook: reportWorkbook,
});

const signersOf = (unit: Id, { organisation, actor }: Context) => {
  const [head] = [...organisation.holdersOfRole('head', unit), ...organisation.holdersOfRole('leader', unit)];
  return { head: head === undefined ? '' : (organisation.personName(head) ?? ''), statistician: actor.name };
};
