import { empty, type Id, type LooksAgain, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays, instantAt } from '@opengoa/kernel/calendar';
import type { Category, Use } from '../contract.ts';
import { minutesIn, standsOf } from '../methods/standing.ts';
import type { Fix, Stay } from '../methods/stay-points.ts';
import { placeOf } from '../places/known-places.ts';
import { FenceLeft, FenceStayed } from '../positions/contract.ts';
import { metresOutside } from '../positions/fence.ts';
import { fencesOfUse } from '../positions/fence-store.ts';
import { looksAt } from '../positions/stays.ts';
import { watchesAt } from '../positions/watching.ts';
import { chinaClock } from './china-clock.ts';
import { andBefore } from './entered-before.ts';
import { vehiclesAsKnown } from './fleet-as-known.ts';
import { repairsOver, wasInRepair } from './in-repair.ts';
import { vehicleDays } from './looks-again.ts';
import type { NoParkingInputs } from './no-parking/risk.ts';
import { fenceStood, placesAsKnown } from './places-as-known.ts';
import { tripsAsKnown } from './trips-as-known.ts';

interface VehicleRow {
  readonly id: Id;
  readonly unit: Id;
  readonly plate: string;
  readonly category: Category;
}

/** Within which a vehicle stands, what is a stay at all, and how long a terminal may sleep there (VE-01). */
const standing = { withinM: 100, atLeastS: 60, asleepS: 14 * 3_600 };

/** A vehicle that a fence told of: it left, or stayed. */
const afterFence: LooksAgain = { of: [FenceLeft.name, FenceStayed.name], at: ({ objectId }) => objectId };

/** Every vehicle that a fence of use `no-parking` looks at, beside where it stood within one in the period. */
export const noParking: RiskSource = {
  kit: 'no-parking',
  looksAgain: afterFence,
  asKnown: {
    zh: '定位只读当日以前收到的；没有收到时间的旧定位和到期清除的不读；出车、维修、围栏、地点、终端和车辆类别按当日以前登记的读取；节假日安排和定位是否计入按现在的。',
    en: 'Fixes that had come in before that day (none without that time, none cleared since); trips, repairs, fences, places, terminals and the category of a vehicle as entered by then; the calendar, and whether a fix counts, are as of today.',
  },
  async gather(tx, [from, to], { organisation, calendar }, only, knownBefore) {
    const fences = await fencesOfUse(tx, 'no-parking', fenceStood(knownBefore));
    if (fences.length === 0) return [];
    const vehicles = await tx.rows<VehicleRow>(sql`
      select v.id, v.unit_id as unit, v.plate, v.category from ${vehiclesAsKnown(knownBefore)} v
       where exists (select from vehicles.terminal e where e.vehicle_id = v.id and e.registered_at < ${instantAt(to, 0)}${andBefore(sql`e.registered_at`, knownBefore)})
         ${only ? sql`and v.id = any (${only}::uuid[])` : empty}
       order by v.plate limit 20000`);
    const places = await placesAsKnown(tx, knownBefore);
    const cases = [];
    for (const vehicle of vehicles) {
      const own = fences.filter(
        (fence) => organisation.covers(fence.unit, vehicle.unit, true) && looksAt(fence, vehicle),
      );
      if (own.length === 0) continue;
      // A stand over midnight is whole, and is of the period in which it began.
      const fixes = await fixesOf(
        tx,
        vehicle.id,
        instantAt(addDays(from, -1), 0),
        instantAt(addDays(to, 1), 0),
        knownBefore,
      );
      const [begins, ends] = [from, to].map((day) => instantAt(day, 0).getTime() / 1_000) as [number, number];
      const within = (atS: number) => atS >= begins && atS < ends;
      const repairs = await repairsOver(tx, vehicle.id, from, instantAt(addDays(to, 1), 0), knownBefore);
      const stands = [];
      for (const stand of standsOf(fixes, standing).filter(({ fromS }) => within(fromS)))
        for (const fence of own.filter(({ shape }) => metresOutside(shape, stand) === 0)) {
          // Nobody is held to a fence that was not drawn yet.
          const minutes = minutesIn(stand, (at) => at >= fence.drawnAt && watchesAt(fence, at, calendar));
          if (minutes === 0) continue;
          const trips = await tripsBegun(tx, vehicle.id, stand, knownBefore);
          const ledThere = trips.some(({ unit, toPlace, use }) => {
            const place = placeOf(toPlace, unit, places, organisation);
            return (
              use === 'emergency' ||
              toPlace.includes(fence.name) ||
              (place !== null && metresOutside(fence.shape, place) === 0)
            );
          });
          const [day = '', time = ''] = chinaClock(begunAt(stand).toISOString()).split(' ');
          stands.push({
            fence: fence.id,
            name: fence.name,
            day,
            time,
            minutes,
            excused: ledThere || wasInRepair(repairs, day, new Date(stand.toS * 1_000)),
          });
        }
      cases.push({
        subject: { kind: 'vehicles.vehicle', id: vehicle.id, name: vehicle.plate },
        unit: vehicle.unit,
        period: [from, to] as const,
        opens: `/vehicles/fleet/${vehicle.id}`,
        about: vehicleDays(vehicle.id, [...new Set(stands.filter(({ excused }) => !excused).map(({ day }) => day))]),
        inputs: {
          from,
          toExclusive: to,
          fixes: fixes.filter(({ atS }) => within(atS)).length,
          stands,
        } satisfies NoParkingInputs,
      });
    }
    return cases;
  },
};

const begunAt = ({ fromS }: Stay) => new Date(fromS * 1_000);

const fixesOf = async (tx: Tx, vehicle: Id, from: Date, to: Date, knownBefore: Date | undefined): Promise<Fix[]> =>
  (
    await tx.rows<{ at: Date; latitude: number; longitude: number }>(sql`
      select at, latitude, longitude from vehicles.position
       where vehicle_id = ${vehicle} and at >= ${from} and at < ${to} and quality = 0${andBefore(sql`received_at`, knownBefore)} order by at limit 200000`)
  ).map(({ at, latitude, longitude }) => ({
    atS: at.getTime() / 1_000,
    latitude: latitude / 1e6,
    longitude: longitude / 1e6,
  }));

/** Trips that were under way when a stand began: they brought the vehicle there. */
const tripsBegun = (tx: Tx, vehicle: Id, stand: Stay, knownBefore: Date | undefined) =>
  tx.rows<{ unit: Id; toPlace: string; use: Use }>(sql`
    select unit_id as unit, to_place as "toPlace", use from ${tripsAsKnown(knownBefore)}${knownBefore ? sql` t` : empty}
     where vehicle_id = ${vehicle} and departed_at <= ${begunAt(stand)} and coalesce(returned_at, 'infinity'::timestamptz) > ${begunAt(stand)}`);
