import { saves, sql, type Id, type Tx } from '@opengoa/kernel';
import { DependencyAdded, DependencyEnded, type PartKind } from './contract.ts';

export interface KnownPart {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: PartKind;
  readonly thing: Id | null;
  readonly within: Id | null;
  readonly hourLossFen: number | null;
  readonly repairHours: number | null;
}

const columns = sql`id, unit_id as unit, name, kind, thing_id as thing, within_id as within, hour_loss_fen::float8 as "hourLossFen", repair_hours as "repairHours"`;

export const partsNamed = (tx: Tx, unit: Id, names: readonly string[]): Promise<KnownPart[]> =>
  tx.rows<KnownPart>(
    sql`select ${columns} from risk_centre.part where unit_id = ${unit} and name = any (${names}::text[])`,
  );

/** Whether the very same stands already. */
export const standsAlready = async (tx: Tx, unit: Id, part: string, said: string): Promise<boolean> =>
  (
    await tx.one<{ is: boolean }>(sql`
      select exists (select from risk_centre.need n join risk_centre.part p on (p.node_id, p.id) = (n.node_id, n.part_id)
                      where n.unit_id = ${unit} and p.name = ${part} and n.said = ${said} and n.until is null) as is`)
  ).is;

export interface Need {
  readonly id: Id;
  readonly unit: Id;
  readonly part: Id;
  readonly of: readonly Id[];
  readonly atLeast: number | null;
  readonly since: string;
  readonly until: string | null;
}

export const lockNeed = (tx: Tx, id: Id): Promise<Need> =>
  tx.one<Need>(sql`
    select id, unit_id as unit, part_id as part, "of", at_least as "atLeast", since::text as since, until::text as until from risk_centre.need
     where id = ${id} for update`);

export const partSaves = [
  saves(DependencyAdded, async (tx, { object, unit, body }) => {
    const { part, of, atLeast, said, since, source, hourLossFen, repairHours } = body;
    for (const each of [...of, part])
      await tx.run(sql`
        insert into risk_centre.part (id, unit_id, name, kind, thing_id, within_id) values (${each.id}, ${unit}, ${each.name}, ${each.kind}, ${each.thing}, ${each.within})
        on conflict (node_id, unit_id, name) do update set kind = excluded.kind, thing_id = excluded.thing_id, within_id = excluded.within_id`);
    await tx.run(sql`
      update risk_centre.part set hour_loss_fen = coalesce(${hourLossFen}, hour_loss_fen), repair_hours = coalesce(${repairHours}, repair_hours)
       where unit_id = ${unit} and name = ${part.name}`);
    await tx.run(sql`
      insert into risk_centre.need (id, unit_id, part_id, "of", at_least, said, source, since)
      values (${object.id}, ${unit}, ${part.id}, ${of.map(({ id }) => id)}::uuid[], ${atLeast}, ${said}, ${source}, ${since})`);
  }),
  saves(DependencyEnded, (tx, { object, body }) =>
    tx.run(sql`update risk_centre.need set until = ${body.until} where id = ${object.id}`),
  ),
];
