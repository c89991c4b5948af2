import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { SizeRecorded } from './contract.ts';
import { type Size, sinceEver } from './size.ts';

/** Sizes of these buildings in the order of their days; one that never changed is what the register says, since ever. */
export async function sizesOf(tx: Tx, buildings: readonly Id[]): Promise<Map<Id, Size[]>> {
  const rows = await tx.rows<Size & { building: Id }>(sql`
    select building_id as building, from_day as "from", area_m2::float8 as "areaM2", people from energy.size
     where building_id = any (${[...buildings]}::uuid[]) order by from_day, set_at, id`);
  const registered = await tx.rows<Size & { building: Id }>(sql`
    select id as building, ${sinceEver}::date as "from", area_m2::float8 as "areaM2", people from energy.building where id = any (${[...buildings]}::uuid[])`);
  const byBuilding = Map.groupBy(rows, ({ building }) => building);
  return new Map(
    registered.map((own) => [
      own.building,
      (byBuilding.get(own.building) ?? [own]).map(({ from, areaM2, people }) => ({ from, areaM2, people })),
    ]),
  );
}

/** Says what a building was before its first change; to be called before the register is written. */
export const keepFirstSize = (tx: Tx, building: Id, now: Date): Promise<number> =>
  tx.run(sql`
    insert into energy.size (id, unit_id, building_id, from_day, area_m2, people, set_at)
    select ${newId()}, unit_id, id, ${sinceEver}, area_m2, people, ${now} from energy.building b
     where id = ${building} and not exists (select from energy.size s where s.building_id = b.id)`);

interface NewSize extends Size {
  readonly building: Id;
  readonly unit: Id;
  readonly document: string;
}

export const addSize = (
  tx: Tx,
  { building, unit, from, areaM2, people, document }: NewSize,
  now: Date,
): Promise<number> =>
  tx.run(sql`
    insert into energy.size (id, unit_id, building_id, from_day, area_m2, people, document, set_at)
    values (${newId()}, ${unit}, ${building}, ${from}, ${areaM2}, ${people}, ${document}, ${now})`);

export const sizeSaves = [
  saves(SizeRecorded, async (tx, { object, unit, body }, { now }) => {
    const { day: from, areaM2, people, document } = body;
    await keepFirstSize(tx, object.id, now);
    await addSize(tx, { building: object.id, unit, from, areaM2, people, document }, now);
    // The register shows what is so today.
    await tx.run(sql`
      update energy.building b set area_m2 = s.area_m2, people = s.people, version = version + 1
        from (select area_m2, people from energy.size where building_id = ${object.id} and from_day <= ${dayOf(now)}
               order by from_day desc, set_at desc, id desc limit 1) s
       where b.id = ${object.id}`);
  }),
];
