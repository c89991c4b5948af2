import { type Id, sql, type Tx } from '@opengoa/kernel';
import { recordedBefore, tenureBefore } from '../known-before.ts';
import type { Building } from './building.ts';
import { BuildingChanged, BuildingRegistered, type DescribedBuilding } from './contract.ts';

/** These buildings as they were described before an instant, by name; one that was registered later is not among them. */
export async function buildingsBefore(tx: Tx, ids: readonly Id[], knownBefore: Date): Promise<Building[]> {
  const rows = await tx.rows<Pick<Building, 'id' | 'unit' | 'version'> & { readonly told: DescribedBuilding }>(sql`
    select b.id, coalesce(t.unit, b.unit_id) as unit, b.version, f.body as told
      from energy.building b
     cross join lateral (
       select f.body from kernel.fact f
        where (f.node_id, f.object_id) = (b.node_id, b.id) and f.type = any (${[BuildingRegistered.name, BuildingChanged.name]}::text[])
          and ${recordedBefore(knownBefore)}
        order by f.recorded_at desc, f.id desc limit 1) f
      left join lateral (
       select t.unit_id as unit from energy.tenure t
        where (t.node_id, t.building_id) = (b.node_id, b.id) and ${tenureBefore(knownBefore)}
        order by t.from_day desc limit 1) t on true
     where b.id = any (${[...ids]}::uuid[])`);
  return rows
    .map(({ told, ...building }): Building => ({ ...told, ...building }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
