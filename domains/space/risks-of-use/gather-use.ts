import { type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { roomsAsKnown } from '../ledger/rooms-as-known.ts';
import { monthsBefore } from '../plans/rooms-on-plan.ts';
import { vacantKnown } from '../risks/as-known.ts';
import type { DeclaredEmptyInputs } from '../risks/in-use-but-declared-empty/risk.ts';
import type { MonthOfUse, VacantUseInputs } from '../risks/vacant-but-using-energy/risk.ts';
import { seatsAsKnown } from '../seating/seats-as-known.ts';
import { type Period, roomCase, roomRow, type RoomRow, roomsIn, rowOf } from './room-cases.ts';

interface DeclaredRow extends RoomRow {
  readonly people: number;
  readonly assetsInUse: number;
}

const declaredStanding = (tx: Tx) =>
  tx.rows<DeclaredRow>(sql`
      select ${roomRow}, r.people,
             (select count(*)::int from assets_read.card_v1 c where c.room_id = r.id and c.state = 'in-use') as "assetsInUse"
        from space_read.room_v1 r where r.state = 'vacant' order by r.id limit 20000`);

/** A card counts where the Record knew of it before the instant; where it stands is told as it stands today. */
async function declaredKnown(tx: Tx, knownBefore: Date): Promise<DeclaredRow[]> {
  const premises = await roomsAsKnown(tx, knownBefore);
  const vacant = roomsIn(premises, ['vacant']);
  const seats = Map.groupBy(
    (await seatsAsKnown(tx, knownBefore)).filter(({ toExclusive }) => toExclusive === null),
    ({ room }) => room,
  );
  const assets = await tx.rows<{ room: Id; cards: number }>(sql`
    select c.room_id as room, count(*)::int as cards from assets_read.card_v1 c
     where c.room_id = any (${vacant.map(({ id }) => id)}::uuid[]) and c.state = 'in-use'
       and exists (select from kernel.fact f where (f.node_id, f.object_id) = (c.node_id, c.id) and f.outcome = 'done' and f.recorded_at < ${knownBefore})
     group by 1`);
  const cards = new Map(assets.map((each) => [each.room, each.cards]));
  return vacant.map((room) => ({
    ...rowOf(premises, room),
    people: seats.get(room.id)?.length ?? 0,
    assetsInUse: cards.get(room.id) ?? 0,
  }));
}

/** Rooms declared vacant, with what seats and cards say of them. */
export const inUseButDeclaredEmpty: RiskSource = {
  kit: 'in-use-but-declared-empty',
  asKnown: vacantKnown,
  async gather(tx: Tx, period: Period, _context, _only, knownBefore): Promise<RiskCase[]> {
    const rows = knownBefore ? await declaredKnown(tx, knownBefore) : await declaredStanding(tx);
    return rows.map((room) =>
      roomCase(room, period, {
        people: room.people,
        assetsInUse: room.assetsInUse,
        areaM2: room.areaM2,
      } satisfies DeclaredEmptyInputs),
    );
  },
};

interface ZoneMonth {
  readonly room: Id;
  readonly state: string;
  readonly month: string;
  readonly kwh: number;
}

/** Months that the electricity meters standing in rooms read in the six months to a day, each whole while the meter stood there. kWh */
const zoneMonths = (tx: Tx, to: string) =>
  tx.rows<ZoneMonth>(sql`
    select p.room_id as room, r.state, to_char(t.month, 'YYYY-MM') as month, sum(t.amount)::float8 as kwh
      from space.meter_place p
      join space.room r on (r.node_id, r.id) = (p.node_id, p.room_id)
      join energy_read.month_v1 t on (t.node_id, t.meter_id) = (p.node_id, p.meter_id)
     where t.carrier = 'electricity' and t.measure = 'kWh' and t.count > 0 and t.month >= ${monthsBefore(to, 6)} and t.month < ${monthsBefore(to, 0)}
       and t.month >= p.from_day and (p.to_day is null or t.month + interval '1 month' <= p.to_day)
     group by 1, 2, 3 order by 1, 3 limit 200000`);

/**
 * Rooms declared vacant, with the months of their own meters and the means of every other metered room by its state. It reads them as they stand: the
 * energy office keeps of a month what it comes to, and not when which reading of it arrived.
 */
export const vacantButUsingEnergy: RiskSource = {
  kit: 'vacant-but-using-energy',
  async gather(tx: Tx, period: Period): Promise<RiskCase[]> {
    const vacant = await tx.rows<RoomRow & { meters: string[]; since: string | null }>(sql`
      select ${roomRow}, coalesce((select array_agg(p.meter_id::text order by p.meter_id) from space.meter_place p where p.room_id = r.id and p.to_day is null), '{}') as meters,
             (select max(t.from_day)::text from space.tenure t where t.room_id = r.id and t.to_day is null and t.kind = 'kept') as since
        from space_read.room_v1 r where r.state = 'vacant' order by r.id limit 20000`);
    const months = await zoneMonths(tx, period[1]);
    const areas = new Map(
      (
        await tx.rows<{ id: Id; areaM2: number }>(sql`
        select id, area_m2::float8 as "areaM2" from space.room where id = any (${[...new Set(months.map(({ room }) => room))]}::uuid[])`)
      ).map(({ id, areaM2 }) => [id, areaM2]),
    );
    const zones = [...Map.groupBy(months, ({ room }) => room)].map(([room, some]) => ({
      room,
      state: some[0]!.state,
      mean: some.reduce((sum, { kwh }) => sum + kwh, 0) / some.length / areas.get(room)!,
    }));
    const means = (state: string, without: Id) =>
      zones.filter((zone) => zone.state === state && zone.room !== without).map(({ mean }) => mean);
    return vacant.map((room) => {
      const own = months.filter(
        (each) => each.room === room.id && (room.since === null || `${each.month}-01` >= room.since),
      );
      const inputs: VacantUseInputs = {
        areaM2: room.areaM2,
        meters: room.meters,
        months: own.map(({ month, kwh }): MonthOfUse => ({ month, kwhPerM2: kwh / room.areaM2 })),
        usedZones: means('in-use', room.id),
        vacantZones: means('vacant', room.id),
      };
      return roomCase(room, period, inputs);
    });
  },
};
