import { type Context, type Job, saves, sql, type Tx, verb } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { Category } from '../contract.ts';
import { type SpeedFix, type SpeedLimit, type Stretch, stretchesOver } from '../methods/over-speed.ts';
import type { Fence } from '../positions/fence.ts';
import { metresOutside } from '../positions/fence.ts';
import { fencesDrawn } from '../positions/position-store.ts';
import { looksAt } from '../positions/stays.ts';
import { watchesAt } from '../positions/watching.ts';
import { NoteOverSpeed, OverSpeedNoted } from './contract.ts';

interface Vehicle {
  readonly id: string;
  readonly unit: string;
  readonly plate: string;
  readonly body: string;
  readonly category: Category;
}

interface PlacedFix extends SpeedFix {
  readonly latitude: number;
  readonly longitude: number;
}

interface Noted {
  readonly from: Date;
  readonly to: Date;
}

/**
 * 车速待核实: of one vehicle and day, the stretches above the limit of its kind or of a fence that watches then. Run again it tells only what is
 * new or has grown, so that late fixes are seen. No road’s limit is known here.
 */
export const noteOverSpeed = verb('vehicles.note-over-speed', {
  title: { zh: '车速核对', en: 'Look at speeds' },
  input: NoteOverSpeed,
  who: ['job'],
  internal: true,
  facts: [OverSpeedNoted],
  refusals: [],
  async load(tx, { vehicle: id, day }) {
    const vehicle = await tx.one<Vehicle>(
      sql`select id, unit_id as unit, plate, body, category from vehicles.vehicle where id = ${id} for update`,
    );
    const from = new Date(`${day}T00:00:00+08:00`);
    const to = new Date(`${addDays(day, 1)}T00:00:00+08:00`);
    return {
      vehicle,
      fixes: await fixesOf(tx, id, from, to),
      fences: (await fencesDrawn(tx)).filter(({ limitKmh }) => limitKmh !== null),
      noted: await tx.rows<Noted>(sql`
        select from_at as "from", to_at as "to" from vehicles.over_speed where vehicle_id = ${id} and from_at >= ${from} and from_at < ${to}`),
      trips: await tx.rows<{ id: string; from: Date; to: Date | null }>(sql`
        select id, departed_at as "from", returned_at as "to" from vehicles.trip
         where vehicle_id = ${id} and departed_at < ${to} and coalesce(returned_at, 'infinity'::timestamptz) > ${from}`),
    };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, fixes, fences, noted, trips }, _input, context) {
    const { organisation } = context;
    const own = fences.filter(
      (fence) => organisation.covers(fence.unit, vehicle.unit, true) && looksAt(fence, vehicle),
    );
    const known = new Map(noted.map(({ from, to }) => [from.getTime(), to.getTime()]));
    return stretchesIn(fixes, vehicle, own, context)
      .filter(({ from, to }) => known.get(from) !== to)
      .map(({ from, to, seconds, mostKmh, limit }) =>
        OverSpeedNoted.of({
          object: { kind: 'vehicles.vehicle', id: vehicle.id },
          unit: vehicle.unit,
          body: {
            plate: vehicle.plate,
            from: new Date(from).toISOString(),
            to: new Date(to).toISOString(),
            seconds,
            mostKmh: Math.round(mostKmh),
            limitKmh: limit.kmh,
            fence: limit.fence,
            fenceName: own.find(({ id }) => id === limit.fence)?.name ?? '',
            trip: trips.find((trip) => trip.from.getTime() <= from && (trip.to?.getTime() ?? from) >= from)?.id ?? null,
          },
          happenedAt: new Date(from),
        }),
      );
  },
});

function stretchesIn(
  fixes: readonly PlacedFix[],
  { unit, body }: Vehicle,
  fences: readonly Fence[],
  { standards, organisation, today, calendar }: Context,
): Stretch[] {
  const item = (name: string) =>
    standards.numberOn('vehicles.speed-limits', today, organisation.place(unit), { item: name });
  const road: SpeedLimit = { kmh: item(body), fence: null };
  const limitAt = (fix: PlacedFix): SpeedLimit => {
    const inside = fences.filter(
      (fence) => watchesAt(fence, new Date(fix.at), calendar) && metresOutside(fence.shape, fix) === 0,
    );
    return inside.reduce<SpeedLimit>(
      (least, { id, limitKmh }) => (limitKmh !== null && limitKmh < least.kmh ? { kmh: limitKmh, fence: id } : least),
      road,
    );
  };
  return stretchesOver(fixes, limitAt, { atLeastS: item('seconds'), gapS: item('gap-seconds') });
}

const fixesOf = async (tx: Tx, vehicle: string, from: Date, to: Date): Promise<PlacedFix[]> =>
  (
    await tx.rows<{ at: Date; speed: number | null; latitude: number; longitude: number }>(sql`
      select at, speed, latitude, longitude from vehicles.position
       where vehicle_id = ${vehicle} and at >= ${from} and at < ${to} and quality = 0 order by at limit 100000`)
  ).map(({ at, speed, latitude, longitude }) => ({
    at: at.getTime(),
    kmh: speed === null ? null : speed / 10,
    latitude: latitude / 1e6,
    longitude: longitude / 1e6,
  }));

export const speedSaves = [
  saves(OverSpeedNoted, (tx, { id, object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.over_speed (id, unit_id, vehicle_id, plate, from_at, to_at, seconds, most_kmh, limit_kmh, fence_id, fence_name, trip_id)
      values (${id}, ${unit}, ${object.id}, ${body.plate}, ${body.from}, ${body.to}, ${body.seconds}, ${body.mostKmh}, ${body.limitKmh}, ${body.fence},
              ${body.fenceName}, ${body.trip})
      on conflict (node_id, vehicle_id, from_at) do update
        set to_at = excluded.to_at, seconds = excluded.seconds, most_kmh = excluded.most_kmh, limit_kmh = excluded.limit_kmh`),
  ),
];

/** 每小时核对车速: today and yesterday of every vehicle that drove. */
export const speedJob: Job = {
  name: 'note-over-speed',
  title: { zh: '车速核对', en: 'Look at speeds' },
  everyMinutes: 60,
  async run({ verb: run, reading, progress, signal, context: { now } }) {
    const today = dayOf(now);
    const drove = await reading((tx) =>
      tx.rows<{ vehicle: string; day: string }>(sql`
        select vehicle_id as vehicle, day::text from vehicles.track_day where day >= ${addDays(today, -1)}::date and day <= ${today}::date order by 1, 2`),
    );
    for (const [done, each] of drove.entries()) {
      if (signal.aborted) return;
      await run('vehicles.note-over-speed', each);
      progress(done + 1, drove.length);
    }
  },
};
