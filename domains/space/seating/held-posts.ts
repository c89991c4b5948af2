import { type Id, sql, type Sql, type Tx } from '@opengoa/kernel';
import type { HeldPost } from './person-cap.ts';

/**
 * Where it stands who holds which post on which days, as a relation of a query.
 * @param persons of whom
 * @param knownBefore as the Record had told of it before this instant: an end that was told later is none yet. The register where left out
 */
export const holdingsOf = (persons: readonly Id[], knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`kernel.holding`
    : sql`(
        select a.node_id, a.object_id as person_id, (a.body->>'post')::uuid as post_id, a.body->>'kind' as kind, (a.body->>'from')::date as valid_from,
               coalesce(e.ended, (a.body->>'to')::date) as valid_to
          from kernel.fact a
          left join lateral (
            select (f.body->>'to')::date as ended from kernel.fact f
             where (f.node_id, f.object_id) = (a.node_id, a.object_id) and f.type = 'kernel.AppointmentEnded' and f.body->>'holding' = a.body->>'holding'
               and f.recorded_at < ${knownBefore}
             order by f.recorded_at desc, f.id desc limit 1) e on true
         where a.object_id = any (${[...persons]}::uuid[]) and a.type = 'kernel.Appointed' and a.outcome = 'done' and a.recorded_at < ${knownBefore})`;

/**
 * Which posts these people held on a day, from the register of the organisation.
 * @param knownBefore as the Record had told of it before this instant; as it stands today where left out
 */
export const heldPosts = async (
  tx: Tx,
  persons: readonly Id[],
  day: string,
  knownBefore?: Date,
): Promise<ReadonlyMap<Id, readonly HeldPost[]>> =>
  Map.groupBy(
    await tx.rows<HeldPost>(sql`
      select h.person_id as person, h.kind, p.unit_id as unit, p.title, p.rank, u.level
        from ${holdingsOf(persons, knownBefore)} h
        join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
        join kernel.unit u on (u.node_id, u.id) = (p.node_id, p.unit_id)
        join kernel.person x on (x.node_id, x.id) = (h.node_id, h.person_id)
       where h.person_id = any (${[...persons]}::uuid[])
         and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to > ${day}::date)
         and (x.valid_to is null or x.valid_to > ${day}::date)
       order by h.kind, p.id`),
    ({ person }) => person,
  );
