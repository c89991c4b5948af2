import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { z } from 'zod';
import { lockRoom } from '../ledger/room-store.ts';
import type { SeatPerson } from './contract.ts';

type Input = z.infer<typeof SeatPerson>;

/** The room that is meant, locked: by id, or by building, floor and number. */
export async function lockedRoom(tx: Tx, which: Input['room']) {
  if (typeof which === 'string') return lockRoom(tx, which);
  const { id } = await tx.one<{ id: Id }>(sql`
    select r.id from space.room r
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
     where b.unit_id = ${which.keeper} and b.name = ${which.building} and f.number = ${which.floor} and r.number = ${which.number}
       and r.state <> 'disposed'`);
  return lockRoom(tx, id);
}

export type Found = { readonly id: Id; readonly name: string } | 'unknown' | 'ambiguous';

/** The person that is meant: by id, or by name among those who ever held a post at the unit or below. */
export async function foundPerson(
  tx: Tx,
  which: Input['person'],
  unitsBelow: (unit: Id) => readonly Id[],
): Promise<Found> {
  const found =
    typeof which === 'string'
      ? await tx.rows<{ id: Id; name: string }>(sql`select id, name from kernel.person where id = ${which}`)
      : await tx.rows<{ id: Id; name: string }>(sql`
          select distinct x.id, x.name from kernel.person x
            join kernel.holding h on (h.node_id, h.person_id) = (x.node_id, x.id)
            join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
           where x.name = ${which.name} and p.unit_id = any (${[...unitsBelow(which.unit)]}::uuid[])`);
  if (found.length > 1) return 'ambiguous';
  return found[0] ?? 'unknown';
}

/** Where a person sits already, in words. */
export async function roomWords(tx: Tx, room: Id): Promise<string> {
  const row = await tx.maybe<{ name: string | null; number: string }>(sql`
    select b.name, r.number from space.room r left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id) where r.id = ${room}`);
  return row ? `${row.name ?? ''} ${row.number}`.trim() : '';
}
