import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { FactDraft } from '../fact-type.ts';
import { newId, type Id } from '../id.ts';
import { tableOfMoves } from '../moves/table-of-moves.ts';
import { notFound, Refused, refuse, type Refusal } from '../refusal.ts';
import { TaskEnded, TaskRaised } from '../tasks/contract.ts';
import type { Words } from '../words.ts';
import { FaultReportFollowed } from './contract.ts';
import { faultStates } from './words.ts';

export type FaultState = keyof typeof faultStates;

export interface FaultReport {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly kind: string;
  readonly object: Id;
  readonly thing: string;
  readonly what: string;
  readonly words: string;
  readonly said: string;
  readonly state: FaultState;
  readonly reporter: Id | null;
  readonly reportedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
  readonly answer: string | null;
  readonly whose: string | null;
  readonly reopened: number;
  readonly photos: number;
  readonly version: number;
}

export const faultMoves = tableOfMoves('fault-report', faultStates, 'reported', {
  reported: {
    'kernel.take-fault-report': 'taken',
    'kernel.handle-fault-report': 'handled',
    'kernel.disown-fault-report': 'not-ours',
  },
  taken: { 'kernel.handle-fault-report': 'handled', 'kernel.disown-fault-report': 'not-ours' },
  handled: { 'kernel.confirm-fault-fixed': 'confirmed', 'kernel.reopen-fault-report': 'reported' },
  'not-ours': { 'kernel.reopen-fault-report': 'reported' },
  confirmed: {},
});

export const reportOf = ({ id }: Pick<FaultReport, 'id'>) => ({ kind: 'fault-report', id });

export const reportColumns = sql`
  id, unit_id as unit, number, kind, object_id as object, thing, what, words, said, state, reporter_id as reporter, reported_at as "reportedAt",
  due_at as "dueAt", ended_at as "endedAt", answer, whose, reopened, photos, version`;

/** @throws Refused `not-found` */
export async function lockReport(tx: Tx, id: Id): Promise<FaultReport> {
  const found = await tx.maybe<FaultReport>(
    sql`select ${reportColumns} from kernel.fault_report where id = ${id} for update`,
  );
  if (!found) throw new Refused(notFound());
  return found;
}

export const reportByTracking = (tx: Tx, digest: string): Promise<FaultReport | undefined> =>
  tx.maybe<FaultReport>(
    sql`select ${reportColumns} from kernel.fault_report where tracking = decode(${digest}, 'hex')`,
  );

// ---- The tracking number ---------------------------------------------------------------------------------------------------------------

/** Letters and digits that are not taken for one another when read aloud or copied from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 80 bits as `XXXX-XXXX-XXXX-XXXX`, made from a secret of the wish to report: the same wish, sent again, gets the same number, and nobody else can
 * work it out.
 * @param secret an authentication code over the id of the request
 */
export const trackingFrom = (secret: string): string =>
  [...createHash('sha256').update(secret).digest().subarray(0, 16)]
    .map((byte, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${letters[byte % 32]}`)
    .join('');

/** As people type it: small letters, blanks, O for 0. Undefined where it cannot be one. */
export function trackingForm(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== 16 || [...plain].some((each) => !letters.includes(each))) return undefined;
  return plain.match(/.{4}/g)!.join('-');
}

/** What is kept of a tracking number: hex. */
export const trackingDigest = (tracking: string): string => createHash('sha256').update(tracking).digest('hex');

// ---- Limits, who takes it, and until when ------------------------------------------------------------------------------------------------

type Limit = 'answer-workdays' | 'reopen-days' | 'thing-an-hour' | 'all-an-hour' | 'address-in-ten-minutes' | 'photos';

/** A number of the standard `kernel.fault-reports`, as it stands at a unit. */
export const limitOf = ({ standards, organisation, today }: Context, item: Limit, unit?: Id): number =>
  standards.numberOn('kernel.fault-reports', today, unit === undefined ? [] : organisation.place(unit), { item });

export const dueOf = (context: Context, unit: Id): string =>
  context.calendar.deadlineAfterWorkdays(context.now, limitOf(context, 'answer-workdays', unit)).toISOString();

/** Days are over in which it may be opened again. */
export function reopeningOver(report: FaultReport, context: Context): Refusal | undefined {
  const days = limitOf(context, 'reopen-days', report.unit);
  const since = report.endedAt ?? report.reportedAt;
  return context.now.getTime() - since.getTime() > days * 86_400_000
    ? refuse('reopening-over', { days }, { status: 409 })
    : undefined;
}

/** The task for the post that takes it: nearest to the thing, and if nobody holds one, the nearest head. */
export function taskToTake(
  report: Pick<FaultReport, 'id' | 'unit' | 'thing'> & {
    readonly said: string;
    readonly due: string;
    readonly takenBy: readonly string[];
  },
  { organisation }: Context,
): FactDraft[] {
  const chain = organisation.chain(report.unit);
  const holders = [...report.takenBy, 'head', 'leader']
    .map((role) => chain.map((unit) => organisation.holdersOfRole(role, unit.id)).find((persons) => persons.length > 0))
    .find((persons) => persons !== undefined);
  if (!holders) return [];
  return [
    TaskRaised.of({
      object: reportOf(report),
      unit: report.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '处理报修', en: 'A fault was reported' },
          holders: holders.slice(0, 200),
          copied: [],
          due: report.due,
        },
        kind: 'kernel.fault-report',
        asker: null,
        summary: `${report.thing}：${report.said}`.slice(0, 500),
        opens: `/faults/${report.id}`,
        verbs: ['kernel.take-fault-report', 'kernel.handle-fault-report', 'kernel.disown-fault-report'],
      },
    }),
  ];
}

/** Every kind has it, after its own. */
export const otherFault: Words = { zh: '其他情况', en: 'Something else' };

/** What was said, as one sentence. */
export const saidOf = (what: Words | undefined, words: string): string =>
  [what?.zh, words].filter((part) => part !== undefined && part !== '').join('，');

export const openTaskOf = (tx: Tx, report: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${report} and state = 'open' limit 1`);

export const endTask = (
  report: FaultReport,
  task: { id: Id } | undefined,
  { actor }: Context,
  answer: string,
): FactDraft[] =>
  task
    ? [
        TaskEnded.of({
          object: reportOf(report),
          unit: report.unit,
          body: { id: task.id, state: 'done', by: actor.person, answer },
        }),
      ]
    : [];

/** What every act of those who handle a report has in common. */
export const onReport = {
  on: 'fault-report',
  object: <Input extends { report: Id }>({ report }: Input) => report,
  load: async <Input extends { report: Id }>(tx: Tx, { report }: Input) => ({
    report: await lockReport(tx, report),
    task: await openTaskOf(tx, report),
  }),
  at: ({ report }: { report: FaultReport }) => ({ unit: report.unit, object: report.id, person: report.reporter }),
};

// ---- What a room begins because of it ------------------------------------------------------------------------------------------------------

/**
 * For a room's verb that begins something because of a report: reads and locks it.
 * @throws Refused `not-found` where the report is not the actor's to follow, or is of another thing
 */
export async function reportToFollow(tx: Tx, report: Id | undefined, thing: Id): Promise<FaultReport | undefined> {
  if (report === undefined) return undefined;
  const found = await lockReport(tx, report);
  if (found.object !== thing) throw new Refused(notFound());
  return found;
}

/** The fact by which both show both; the report counts as taken. */
export const followReport = (
  report: FaultReport | undefined,
  begun: { readonly kind: string; readonly thing: Id; readonly title: string; readonly opens: string },
): FactDraft[] =>
  report ? [FaultReportFollowed.of({ object: reportOf(report), unit: report.unit, body: begun })] : [];
