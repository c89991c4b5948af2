import { sql, type Context, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { caseLikeness, proposeRemedy, type LikeBy } from '../methods/remedies/propose-remedy.ts';
import { recurrence } from '../methods/indicator-precision.ts';

const way = z.strictObject({
  done: z.string(),
  held: z.number(),
  cameBack: z.number(),
  /** How likely it is that it does not come back, with the lower end of the 90 % interval. */
  holds: z.number(),
  lower: z.number(),
  noFix: z.boolean(),
  cases: z.array(z.uuid()),
});

export const RemedyAnswer = z.strictObject({
  /** The way to be proposed first; empty where no like case has held: insufficient data. */
  ways: z.array(way),
  /** The like cases, the likest first: confirmed, rectified and closed, as far as the asker may see them. */
  cases: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      subject: z.string(),
      unitName: z.string(),
      done: z.string(),
      likeness: z.number(),
      watchedDays: z.number(),
      /** The finding in which it came back. */
      cameBack: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
    }),
  ),
  watchedDays: z.number(),
  /** How likely the cause comes back after it was rectified, from all like cases; null where there is none. */
  recurs: z.strictObject({ probability: z.number(), lower: z.number(), of: z.number() }).nullable(),
});

interface Like extends LikeBy {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  readonly done: string;
  readonly days: number;
  readonly backId: string | null;
  readonly backNumber: string | null;
}

const most = 100;

/**
 * 建议的整改: what was done about like cases and held (L15). A case came back when it was opened again, or its subject was found again for the
 * same risk later, and that was not dismissed.
 * @param scope of the asker: nobody is told of cases that are not theirs to see
 */
export async function remedyFor(
  tx: Tx,
  { id, rule }: { readonly id: string; readonly rule: string },
  scope: Sql,
  { standards, today, now }: Context,
): Promise<z.infer<typeof RemedyAnswer>> {
  const item = (name: string) => standards.numberOn('risk-centre.remedies', today, [], { item: name });
  const settings = { watchedDays: item('watched-days'), notAFix: item('not-a-fix') };
  const own = await tx.one<Omit<LikeBy, 'rule'> & { risk: string }>(sql`
    select f.kit, coalesce(f.risk, f.kit) as risk, f.subject_kind as "subjectKind", f.subject_id as subject, u.kind as "unitKind"
      from risk_centre.finding f join kernel.unit u on u.id = f.unit_id where f.id = ${id}`);
  const closed = await tx.rows<Like>(sql`
    select f.id, f.number, f.kit, f.verdict->>'rule' as rule, f.subject_kind as "subjectKind", f.subject_id as subject, f.subject_name as name, u.kind as "unitKind",
           u.name as "unitName", f.rectified as done, extract(epoch from ${now}::timestamptz - f.closed_at) / 86400 as days, back.id as "backId", back.number as "backNumber"
      from (select * from risk_centre.finding where ${scope}) f
      join kernel.unit u on u.id = f.unit_id
      left join lateral (
        select b.id, b.number from risk_centre.finding b
         where (b.reopens = f.id or (b.subject_kind = f.subject_kind and b.subject_id = f.subject_id and coalesce(b.risk, b.kit) = coalesce(f.risk, f.kit) and b.raised_at > f.closed_at))
           and b.state <> 'dismissed' and b.shadow = f.shadow order by b.raised_at limit 1) back on true
     where coalesce(f.risk, f.kit) = ${own.risk} and f.id <> ${id} and f.state = 'closed' and f.rectified is not null and f.outcome in ('confirmed', 'partly-confirmed') and not f.shadow
     order by f.closed_at desc limit ${most}`);
  const cases = closed
    .map((each) => ({
      ...each,
      likeness: caseLikeness({ ...own, rule }, each),
      watchedDays: Math.floor(Number(each.days)),
      cameBack: each.backId !== null,
    }))
    .toSorted((a, b) => b.likeness - a.likeness || b.watchedDays - a.watchedDays);
  const proposed = proposeRemedy(cases, settings);
  const back = cases.filter(({ cameBack }) => cameBack).length;
  return {
    ways: proposed.status === 'ok' ? proposed.ways.map((each) => ({ ...each, cases: [...each.cases] })) : [],
    cases: cases.map(({ id: like, number, name, unitName, done, likeness, watchedDays, backId, backNumber }) => ({
      id: like,
      number,
      subject: name,
      unitName,
      done,
      likeness,
      watchedDays,
      cameBack: backId === null || backNumber === null ? null : { id: backId, number: backNumber },
    })),
    watchedDays: settings.watchedDays,
    recurs: cases.length === 0 ? null : { ...recurrence(back, cases.length, { a: 1, b: 1 }), of: cases.length },
  };
}
