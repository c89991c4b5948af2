import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { HeldPost } from './person-cap.ts';

/** Which posts these people held on a day, from the register of the organisation. */
export const heldPosts = async (
  tx: Tx,
  persons: readonly Id[],
  day: string,
): Promise<ReadonlyMap<Id, readonly HeldPost[]>> =>
  Map.groupBy(
    await tx.rows<HeldPost>(sql`
      select h.person_id as person, h.kind, p.unit_id as unit, p.title, p.rank, u.level
        from kernel.holding h
        join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
        join kernel.unit u on (u.node_id, u.id) = (p.node_id, p.unit_id)
        join kernel.person x on (x.node_id, x.id) = (h.node_id, h.person_id)
       where h.person_id = any (${[...persons]}::uuid[])
         and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to > ${day}::date)
         and (x.valid_to is null or x.valid_to > ${day}::date)
       order by h.kind, p.id`),
    ({ person }) => person,
  );
