import {
  type Context,
  type FactDraft,
  type Id,
  newId,
  type Offer,
  type Place,
  sql,
  tableOfMoves,
  endTasksOf,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import type { Forms, ReportState } from './contract.ts';
import { reportStates } from './words.zh.ts';

/** 统计报告: the premises of a unit and all below it, as of a day. */
export interface Report {
  readonly id: Id;
  readonly unit: Id;
  readonly year: number;
  readonly asOf: string;
  readonly dueDay: string;
  readonly state: ReportState;
  readonly forms: Forms;
  readonly drawnAt: Date;
  readonly head: string | null;
  readonly statistician: string | null;
  readonly submittedBy: Id | null;
  readonly submittedName: string | null;
  readonly submittedAt: Date | null;
  readonly sha256: string | null;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly opinion: string | null;
  readonly version: number;
}

export const reportMoves = tableOfMoves('space.report', reportStates, 'draft', {
  draft: { 'space.redraw-report': 'draft', 'space.submit-report': 'submitted' },
  returned: { 'space.redraw-report': 'returned', 'space.submit-report': 'submitted' },
  submitted: { 'space.accept-report': 'accepted', 'space.return-report': 'returned' },
  accepted: {},
});

const reviewing = new Set(['space.accept-report', 'space.return-report']);
export const reportOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.report', id });
/** A report takes in all below its unit: whoever draws it up, submits or decides on it needs a right for all of them. */
export const placesOf = (
  { unit, id }: { readonly unit: Id; readonly id?: Id },
  { organisation }: Pick<Context, 'organisation'>,
): Place[] => [{ unit, object: id ?? null }, ...organisation.unitsBelow(unit).map((below) => ({ unit: below }))];
export const placeOf = ({ unit, id }: Pick<Report, 'unit' | 'id'>): Place => ({ unit, object: id });
/** @param own what one’s own unit reported is reviewed by others */
export const offersFor = (report: Pick<Report, 'unit' | 'id' | 'state'>, own = false): Offer => ({
  verbs: reportMoves.from(report.state).filter((verb) => !own || !reviewing.has(verb)),
  place: placeOf(report),
});

/** The day a year's report is due, at a unit: month and day of the following year. */
export function dueDayOf(year: number, unit: Id, { standards, organisation, today }: Context): string {
  const due = standards.valueOn('space.report-due', today, organisation.place(unit));
  return `${year + 1}-${due.found ? String(due.value) : '12-31'}`;
}

/** 审核: a superior above, never somebody of the unit itself. Nobody there: the report waits in the ledger. */
export function taskToReview(report: Pick<Report, 'id' | 'unit' | 'year'>, context: Context): FactDraft[] {
  const { organisation, actor } = context;
  const holders = organisation
    .chain(report.unit)
    .map(({ id }) => organisation.holdersOfRole('superior', id).filter((person) => person !== actor.person))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  return [
    TaskRaised.of({
      object: reportOf(report),
      unit: report.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '审核办公用房统计报告', en: 'Review a report of premises' },
          holders: [...holders],
          copied: [],
          due: null,
        },
        kind: 'space.report',
        asker: actor.person,
        summary: `${organisation.unit(report.unit)?.name ?? ''} ${report.year} 年办公用房统计报告`,
        opens: `/space/reports/${report.id}`,
        verbs: ['space.accept-report', 'space.return-report'],
      },
    }),
  ];
}

export const openTasks = (tx: Tx, report: Id) =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${report} and state = 'open'`);
export const endTasks = (
  report: Pick<Report, 'id' | 'unit'>,
  tasks: readonly { readonly id: Id }[],
  context: Context,
) => endTasksOf({ object: reportOf(report), unit: report.unit }, tasks, context);
