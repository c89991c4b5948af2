import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import {
  CommandAnswered,
  CommandsDecided,
  CommandsUnanswered,
  type Entry,
  type EntryKind,
  type Reason,
} from './contract.ts';
import type { EntryState, Held, LastEntry } from './decide-point.ts';

export interface KeptEntry {
  readonly id: Id;
  readonly unit: Id;
  readonly point: Id;
  readonly plan: Id;
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly value: number | null;
  readonly reason: Reason;
  readonly decidedAt: Date;
  readonly until: Date | null;
  readonly tries: number;
  readonly sentAt: Date | null;
}

const columns = sql`
  id, unit_id as unit, point_id as point, plan_id as plan, kind, state, value::float8 as value, reason, decided_at as "decidedAt", until, tries,
  sent_at as "sentAt"`;

export const lockEntry = (tx: Tx, id: Id) =>
  tx.one<KeptEntry>(sql`select ${columns} from energy.regulation_entry where id = ${id} for update`);

/** Commands on their way that were not answered in time. */
export const overdueEntries = (tx: Tx, sentBefore: Date) =>
  tx.rows<KeptEntry>(sql`
    select ${columns} from energy.regulation_entry
     where state in ('to-send', 'sent') and coalesce(sent_at, decided_at) <= ${sentBefore} order by decided_at, id for update`);

/** What devices may hold of ours: commands that may have reached them and were neither returned nor noted as lapsed since. */
const heldRows = sql`
  select e.point_id, e.plan_id, e.value::float8 as value, e.until, e.decided_at, e.state
    from energy.regulation_entry e
   where e.kind in ('set', 'renew') and e.state in ('to-send', 'sent', 'applied', 'unanswered')
     and not exists (select from energy.regulation_entry r
                      where (r.node_id, r.point_id) = (e.node_id, e.point_id) and r.decided_at > e.decided_at
                        and (r.kind = 'lapsed' or r.kind = 'return' and r.state = 'returned'))`;

/** How these points stand: the newest row that concerned the device, what it may hold, and the newest row of all. */
export async function standingOf(
  tx: Tx,
  points: readonly Id[],
  now: Date,
): Promise<
  ReadonlyMap<
    Id,
    {
      readonly last: LastEntry | null;
      readonly held: (Held & { readonly plan: Id }) | null;
      readonly newest: KeptEntry | null;
    }
  >
> {
  const rows = await tx.rows<{
    point: Id;
    last: (Omit<LastEntry, 'changedAt'> & { changedAt: string | null }) | null;
    heldUntil: Date | null;
    heldValue: number | null;
    heldBy: Id | null;
  }>(sql`
    select p.id as point, l.last, h.until as "heldUntil", h.value as "heldValue", h.plan_id as "heldBy"
      from unnest(${[...points]}::uuid[]) as p (id)
      left join lateral (
        select json_build_object('kind', e.kind, 'state', e.state, 'changedAt',
                 (select max(c.decided_at) from energy.regulation_entry c
                   where c.point_id = p.id and c.kind in ('set', 'return') and c.decided_at > ${new Date(now.getTime() - 2 * 86_400_000)})) as last
          from energy.regulation_entry e
         where e.point_id = p.id and e.kind in ('set', 'renew', 'return', 'lapsed') order by e.decided_at desc, e.id desc limit 1) l on true
      left join lateral (
        select max(o.until) as until, (array_agg(o.value order by (o.state = 'applied') desc, o.decided_at desc))[1] as value,
               (array_agg(o.plan_id order by o.decided_at desc))[1] as plan_id
          from (${heldRows} and e.point_id = p.id) o) h on true`);
  const newest = await tx.rows<KeptEntry>(sql`
    select n.* from unnest(${[...points]}::uuid[]) as p (id)
     cross join lateral (select ${columns} from energy.regulation_entry
                          where point_id = p.id and kind <> 'shadow' order by decided_at desc, id desc limit 1) n`);
  const byPoint = new Map(newest.map((row) => [row.point, row]));
  return new Map(
    rows.map(({ point, last, heldUntil, heldValue, heldBy }) => [
      point,
      {
        last: last && { ...last, changedAt: new Date(last.changedAt ?? 0) },
        held:
          heldUntil === null || heldValue === null || heldBy === null
            ? null
            : { value: heldValue, until: heldUntil, plan: heldBy },
        newest: byPoint.get(point) ?? null,
      },
    ]),
  );
}

const returnMs = 10 * 60_000;

/** Returns for whatever these points may hold: sent at once when a plan is stopped or changed, ends, or regulation is switched off. */
export async function returnsOf(
  tx: Tx,
  points: readonly { readonly id: Id; readonly safe: number }[],
  only: (plan: Id) => boolean,
  reason: Reason,
  now: Date,
): Promise<Entry[]> {
  const standing = await standingOf(
    tx,
    points.map(({ id }) => id),
    now,
  );
  return points.flatMap(({ id, safe }): Entry[] => {
    const held = standing.get(id)?.held;
    if (!held || held.until <= now || !only(held.plan)) return [];
    const until = new Date(Math.max(held.until.getTime(), now.getTime() + returnMs)).toISOString();
    return [{ id: newId(), point: id, plan: held.plan, kind: 'return', value: safe, reason, until }];
  });
}

const sentKinds: ReadonlySet<EntryKind> = new Set(['set', 'renew', 'return']);

async function keepEntries(tx: Tx, entries: readonly Entry[], now: Date): Promise<void> {
  // What has not left yet is not to follow a return.
  const returned = entries.filter(({ kind }) => kind === 'return').map(({ point }) => point);
  if (returned.length > 0)
    await tx.run(sql`
      update energy.regulation_entry set state = 'withdrawn'
       where point_id = any (${returned}::uuid[]) and kind in ('set', 'renew') and state = 'to-send' and sent_at is null`);
  for (const { id, point, plan, kind, value, reason, until } of entries)
    await tx.run(sql`
      insert into energy.regulation_entry (id, unit_id, point_id, plan_id, kind, state, value, reason, decided_at, until)
      select ${id}, p.unit_id, p.id, ${plan}, ${kind}, ${sentKinds.has(kind) ? 'to-send' : 'noted'}, ${value}, ${reason}, ${now}, ${until}
        from energy.control_point p where p.id = ${point}`);
}

export const keepReturns = keepEntries;

export const entrySaves = [
  saves(CommandsDecided, (tx, { body }, { now }) => keepEntries(tx, body.entries, now)),
  saves(CommandAnswered, async (tx, { body }, { now }) => {
    await tx.run(sql`
      update energy.regulation_entry set state = ${body.outcome}, answered_at = ${now}, answered_value = ${body.value} where id = ${body.command}`);
    if (body.value !== null)
      await tx.run(
        sql`update energy.control_point set value = ${body.value}, value_at = ${now} where id = ${body.point}`,
      );
    // Gone back: nothing that was said before is held any more.
    if (body.outcome === 'returned')
      await tx.run(sql`
        update energy.regulation_entry set state = 'returned'
         where point_id = ${body.point} and kind in ('set', 'renew') and state in ('sent', 'applied', 'unanswered')
           and decided_at <= (select decided_at from energy.regulation_entry where id = ${body.command})`);
  }),
  saves(CommandsUnanswered, (tx, { body }) =>
    tx.run(sql`update energy.regulation_entry set state = 'unanswered' where id = any (${body.commands}::uuid[])`),
  ),
];
