import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { BuildingAnswer } from './answers.ts';
import { findBuilding, floorsOf } from './building-store.ts';
import { buildingVerbs } from './premises.ts';
import type { UseGroup } from './words.zh.ts';

interface Counted {
  readonly floor: string;
  readonly group: UseGroup;
  readonly unit: string;
  readonly rooms: number;
  readonly areaM2: number;
  readonly vacant: number;
  readonly vacantM2: number;
  readonly people: number;
}

/** 房屋: its floors, its rooms by use and by unit. Every sum is over the same rooms that the ledger lists. */
export const oneBuilding = read('space.building', {
  title: { zh: '房屋', en: 'A building' },
  query: z.strictObject({ id: z.uuid() }),
  answer: BuildingAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const building = await findBuilding(tx, id);
    const floors = await floorsOf(tx, id);
    const counted = await tx.rows<Counted>(sql`
      select floor_id as floor, use_group as "group", unit_id as unit, count(*)::int as rooms, sum(area_m2)::float8 as "areaM2",
             count(*) filter (where state = 'vacant')::int as vacant, coalesce(sum(area_m2) filter (where state = 'vacant'), 0)::float8 as "vacantM2",
             sum(people)::int as people
        from space_read.room_v1 where building_id = ${id} and state <> 'disposed' group by 1, 2, 3`);
    const site = building.site
      ? await tx.maybe<{ name: string }>(sql`select name from space.site where id = ${building.site}`)
      : undefined;
    const sum = (rows: readonly Counted[], of: 'rooms' | 'areaM2' | 'vacant' | 'vacantM2' | 'people') =>
      Math.round(rows.reduce((all, row) => all + row[of], 0) * 100) / 100;
    const by = <Key extends 'group' | 'unit'>(key: Key) =>
      [...Map.groupBy(counted, (row) => row[key])]
        .map(([name, rows]) => ({ name, rooms: sum(rows, 'rooms'), areaM2: sum(rows, 'areaM2') }))
        .toSorted((a, b) => b.areaM2 - a.areaM2);
    return {
      ...building,
      unitName: organisation.unit(building.unit)?.name ?? '',
      siteName: site?.name ?? null,
      rooms: sum(counted, 'rooms'),
      usableM2: sum(counted, 'areaM2'),
      vacant: sum(counted, 'vacant'),
      vacantM2: sum(counted, 'vacantM2'),
      people: sum(counted, 'people'),
      floors: floors.map((floor) => {
        const rows = counted.filter((row) => row.floor === floor.id);
        return {
          id: floor.id,
          number: floor.number,
          name: floor.name,
          rooms: sum(rows, 'rooms'),
          areaM2: sum(rows, 'areaM2'),
          vacant: sum(rows, 'vacant'),
          people: sum(rows, 'people'),
        };
      }),
      groups: by('group').map(({ name, ...rest }) => ({ group: name, ...rest })),
      units: by('unit').map(({ name, ...rest }) => ({
        unit: name,
        name: organisation.unit(name)?.name ?? '',
        ...rest,
      })),
    };
  },
  // Whoever has rooms in it may look at it: what is counted is then theirs alone.
  at: ({ unit, units }) => ({ unit: units[0]?.unit ?? unit }),
  moves: ({ unit, state }) => ({ verbs: buildingVerbs(state), place: { unit } }),
});
