import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { gatherQuota } from '../quota/gather-quota.ts';
import { areasOf } from '../quota/quota-reads.ts';
import { quotaOn } from '../quota/quota-store.ts';
import { cents } from '../quota/reckon-quota.ts';
import type { Basis } from './contract.ts';

/** How a unit stands today: posts, staff, rooms, quota and surplus, from the ledgers. Nothing of it is asked of whoever fills in a request. */
export async function basisOf(
  tx: Tx,
  unit: Id,
  context: Pick<Context, 'organisation' | 'standards' | 'today'>,
): Promise<Basis> {
  const day = context.today;
  const set = await quotaOn(tx, unit, day);
  const now = await gatherQuota(
    tx,
    { unit, day, form: set?.reckoning.form ?? 'multi-storey', garageSpaces: 0, guards: 0 },
    context,
  );
  const have = await areasOf(tx, unit);
  const m2 = (group: string) => have[group]?.m2 ?? 0;
  const haveM2 = { office: m2('office'), service: m2('service'), equipment: m2('equipment') };
  const basicM2 = cents(haveM2.office + haveM2.service + haveM2.equipment);
  const may = set?.reckoning.approved ?? null;
  return {
    day,
    approvedPeople: now?.approved.people ?? null,
    actualPeople: now?.actual.people ?? null,
    rooms: Object.values(have).reduce((sum, { rooms }) => sum + rooms, 0),
    haveM2,
    basicM2,
    quotaM2: may && { office: may.officeM2, service: may.serviceM2, equipment: may.equipmentM2 },
    quotaBasicM2: may?.basicM2 ?? null,
    quotaFrom: set?.from ?? null,
    quotaPaper: set?.paper ?? null,
    surplusM2: may && cents(basicM2 - may.basicM2),
  };
}

/** What is left of a group's quota; null while none is set, or for groups that have none. */
export const leftOf = ({ haveM2, quotaM2 }: Basis, group: string): number | null =>
  quotaM2 !== null && (group === 'office' || group === 'service' || group === 'equipment')
    ? cents(quotaM2[group] - haveM2[group])
    : null;

/** Buildings in which a unit has rooms. */
export const ownBuildings = (tx: Tx, unit: Id) =>
  tx.rows<{ id: Id; longitude: number | null; latitude: number | null }>(sql`
    select distinct b.id, b.longitude::float8 as longitude, b.latitude::float8 as latitude
      from space_read.used_room_v1 r join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
     where r.institution_id = ${unit}`);
