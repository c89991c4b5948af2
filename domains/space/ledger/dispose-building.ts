import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { lockBuilding } from './building-store.ts';
import { BuildingDisposed, DisposeBuilding } from './contract.ts';
import { buildingOf } from './premises.ts';

/** 处置房屋: sold, swapped, torn down or handed over, by which paper. Nobody has a room in it any more. */
export const disposeBuilding = verb('space.dispose-building', {
  title: { zh: '处置房屋', en: 'Dispose of a building' },
  input: DisposeBuilding,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [BuildingDisposed],
  refusals: ['stale-version', 'building-disposed', 'time-not-yet', 'rooms-still-used'],
  async load(tx, { building: id }) {
    const building = await lockBuilding(tx, id);
    const { rooms } = await tx.one<{ rooms: number }>(sql`
      select count(*)::int as rooms from space.room r
       where r.building_id = ${id}
         and (r.state in ('in-use', 'lent', 'rented-out')
              or exists (select from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null))`);
    return { building, rooms };
  },
  at: ({ building }) => ({ unit: building.unit }),
  decide({ building, rooms }, { version, day, paper, why }, { today }) {
    if (version !== building.version) return stale({ version: building.version });
    if (building.state === 'disposed') return refuse('building-disposed');
    if (day > today) return refuse('time-not-yet');
    if (rooms > 0) return refuse('rooms-still-used', { rooms });
    return [
      BuildingDisposed.of({
        object: buildingOf(building),
        unit: building.unit,
        body: { day, paper, why },
        facets: {
          place: { kind: 'building', id: building.id, name: building.name },
          asset: { ...buildingOf(building), state: 'disposed' },
        },
      }),
    ];
  },
});
