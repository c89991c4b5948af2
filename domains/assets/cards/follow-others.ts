import { type Context, type Follower, type Id, newId, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { yearsOfKind } from '../depreciation/life-years.ts';

/** What another office tells of a thing that it keeps; here it stands as an asset by facet, and follows. */
interface Kept {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly name: string;
  readonly model: string;
  readonly brand: string;
  readonly valueFen: number | null;
  readonly acquiredOn: string | null;
  readonly state: string;
  readonly place: string;
  readonly disposedOn: string | null;
  readonly kind: string;
}

const ofVehicles = (tx: Tx, ids: readonly Id[]): Promise<Kept[]> =>
  tx.rows<Kept>(sql`
    select id, unit_id as unit, 'CL-' || plate || case when state = 'retired' then '-' || right(id::text, 6) else '' end as number,
           concat_ws(' ', '公务用车', plate) as name, model, make as brand, price_fen as "valueFen",
           coalesce(in_service_day, make_date(model_year, 1, 1)) as "acquiredOn", used_by as place,
           case state when 'retired' then 'disposed' when 'under-repair' then 'in-repair' when 'sealed' then 'idle' else 'in-use' end as state,
           retired_day as "disposedOn", 'vehicle' as kind
      from vehicles_read.vehicle_v1 where id = any (${[...ids]}::uuid[])`);

const ofBuildings = (tx: Tx, ids: readonly Id[]): Promise<Kept[]> =>
  tx.rows<Kept>(sql`
    select id, unit_id as unit, 'FW-' || right(id::text, 8) as number, name, '' as model, '' as brand, value_fen as "valueFen",
           make_date(built_year, 1, 1) as "acquiredOn", address as place,
           case state when 'disposed' then 'disposed' when 'under-repair' then 'in-repair' else 'in-use' end as state,
           null::date as "disposedOn", structure as kind
      from space_read.building_v1 where id = any (${[...ids]}::uuid[])`);

/** Enters, changes or takes out the cards of these things, as their own office has them now. */
async function keep(
  tx: Tx,
  facetKind: string,
  code: string,
  ids: readonly Id[],
  found: readonly Kept[],
  context: Context,
) {
  for (const it of found) {
    const acquiredOn = it.acquiredOn ?? context.today;
    const gone = it.state === 'disposed' ? (it.disposedOn ?? context.today) : null;
    await tx.run(sql`
      insert into assets.card as c (id, unit_id, number, name, class, model, brand, value_fen, value_kind, acquired_by, acquired_on, life_years, state, place,
                                    facet_kind, facet_id, disposed_on, search)
      values (${newId()}, ${it.unit}, ${it.number.slice(0, 60)}, ${it.name}, ${code}, ${it.model}, ${it.brand}, ${it.valueFen ?? 0},
              ${it.valueFen === null ? 'nominal' : 'cost'}, 'other', ${acquiredOn}, ${yearsOfKind(it.kind, it.unit, context)}, ${it.state},
              ${it.place.slice(0, 200)}, ${facetKind}, ${it.id}, ${gone}, ${searchPieces(it.name, it.number, it.brand, it.model, it.place)}::text[])
      on conflict (node_id, facet_kind, facet_id) where facet_id is not null do update
         set unit_id = excluded.unit_id, number = excluded.number, name = excluded.name, model = excluded.model, brand = excluded.brand,
             value_fen = excluded.value_fen, value_kind = excluded.value_kind, acquired_on = excluded.acquired_on, life_years = excluded.life_years,
             state = excluded.state, place = excluded.place, disposed_on = excluded.disposed_on, search = excluded.search, version = c.version + 1`);
  }
  const left = ids.filter((id) => !found.some((it) => it.id === id));
  await tx.run(sql`delete from assets.card where facet_kind = ${facetKind} and facet_id = any (${left}::uuid[])`);
}

const objectsOf = (facts: readonly { readonly objectId: Id | null }[]): Id[] => [
  ...new Set(facts.flatMap(({ objectId }) => objectId ?? [])),
];

/** 公务用车 as assets. */
export const keepVehicleCards: Follower = {
  name: 'vehicle-cards',
  of: [
    'vehicles.VehicleRegistered',
    'vehicles.VehicleChanged',
    'vehicles.VehicleTransferred',
    'vehicles.VehicleRetired',
    'vehicles.VehicleStruck',
  ],
  async follow(tx, facts, context) {
    const ids = objectsOf(facts);
    await keep(tx, 'vehicles.vehicle', 'A0203', ids, await ofVehicles(tx, ids), context);
  },
};

/** 办公用房 as assets; years by their structure. */
export const keepBuildingCards: Follower = {
  name: 'building-cards',
  of: ['space.BuildingRegistered', 'space.BuildingChanged', 'space.BuildingDisposed'],
  async follow(tx, facts, context) {
    const ids = objectsOf(facts);
    await keep(tx, 'space.building', 'A0101', ids, await ofBuildings(tx, ids), context);
  },
};
