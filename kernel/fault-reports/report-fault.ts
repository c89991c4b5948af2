import type { Context } from '../context.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { newId, type Id } from '../id.ts';
import { refuse } from '../refusal.ts';
import { TaskRaised } from '../tasks/contract.ts';
import { labelByToken, type LabelledThing, thingsOf } from '../labels/label.ts';
import type { LabelledKind } from '../labels/labelled.ts';
import { z } from 'zod';
import { verb } from '../verbs/verb.ts';
import { FaultReported, ReportFault } from './contract.ts';
import { dueOf, limitOf, otherFault, reportOf, saidOf, taskToTake } from './fault-report.ts';

/** The thing behind a label that may be reported of now, as far as anybody may know it. */
export interface Reportable {
  readonly label: Id;
  readonly kind: LabelledKind;
  readonly thing: LabelledThing;
}

/** Unknown, revoked, gone and switched off are one answer: a token tells nobody which it was. */
export async function reportableBy(tx: Tx, token: string, context: Context): Promise<Reportable | undefined> {
  const label = await labelByToken(tx, token);
  const kind = label && context.labelled.get(label.kind);
  const [thing] = kind ? await thingsOf(tx, kind, [label.object]) : [];
  if (!label || !kind || !thing) return undefined;
  const switches = await tx.rows<{ unit: Id; open: boolean }>(sql`
    select unit_id as unit, is_open as open from kernel.fault_report_switch`);
  const at = new Map(switches.map(({ unit, open }) => [unit, open]));
  const nearest = context.organisation.chain(thing.unit).find(({ id }) => at.has(id));
  return nearest && at.get(nearest.id) === false ? undefined : { label: label.id, kind, thing };
}

const since = (now: Date, ms: number) => new Date(now.getTime() - ms);
const hourMs = 3_600_000;

/** 扫码报修: what anybody who stood before the thing says of it. Run by the public door alone, which limits by address first. */
export const reportFault = verb('kernel.report-fault', {
  title: { zh: '扫码报修', en: 'Report a fault' },
  input: ReportFault,
  who: ['job'],
  internal: true,
  facts: [FaultReported, TaskRaised],
  refusals: ['fault-reports-closed', 'fault-not-of-this-thing', 'too-many-reports'],
  result: z.strictObject({ report: z.uuid(), number: z.string() }),
  async load(tx, { token }, context) {
    const about = await reportableBy(tx, token, context);
    if (!about) return { about, ofThing: 0, inAll: 0, id: newId() };
    // The label's row is the queue of whoever reports of this thing: two at once are counted one after the other.
    await tx.run(sql`select 1 from kernel.label where id = ${about.label} for update`);
    const from = since(context.now, hourMs);
    const { ofThing, inAll } = await tx.one<{ ofThing: number; inAll: number }>(sql`
      select count(*) filter (where object_id = ${about.thing.id})::int as "ofThing", count(*)::int as "inAll"
        from kernel.fault_report where reported_at > ${from}`);
    return { about, ofThing, inAll, id: newId() };
  },
  at: ({ about }, _input, { actor }) => ({ unit: about?.thing.unit ?? actor.grants[0]?.unit ?? '' }),
  decide({ about, ofThing, inAll, id }, { what, words, tracking, reporter }, context) {
    if (!about) return refuse('fault-reports-closed', {}, { status: 404 });
    const { kind, thing, label } = about;
    if (what !== 'other' && !Object.hasOwn(kind.faults, what)) return refuse('fault-not-of-this-thing');
    if (ofThing >= limitOf(context, 'thing-an-hour', thing.unit) || inAll >= limitOf(context, 'all-an-hour'))
      return refuse('too-many-reports', {}, { status: 429 });
    const due = dueOf(context, thing.unit);
    const number = `BX-${context.today.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`;
    const report = { id, unit: thing.unit, thing: thing.publicName };
    const said = saidOf(kind.faults[what] ?? otherFault, words);
    return {
      facts: [
        FaultReported.of({
          object: reportOf(report),
          unit: thing.unit,
          body: {
            number,
            label,
            kind: kind.kind,
            thingId: thing.id,
            thing: thing.publicName,
            what,
            words,
            said,
            tracking,
            reporter,
            due,
          },
        }),
        ...taskToTake({ ...report, said, due, takenBy: kind.takenBy }, context),
      ],
      result: { report: id, number },
    };
  },
});
