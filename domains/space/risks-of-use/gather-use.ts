import { empty, type Id, type RiskCase, type RiskSource, type Sql, sql, type Tx } from '@opengoa/kernel';
import { roomsAsKnown } from '../ledger/rooms-as-known.ts';
import { monthsBefore } from '../plans/rooms-on-plan.ts';
import { placesAsKnown } from '../plans/places-as-known.ts';
import { askedOn, metersKnown, vacantKnown } from '../risks/as-known.ts';
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

/** What the meter of a room came to in a month. kWh */
interface ZoneMonth {
  readonly room: Id;
  readonly month: string;
  readonly kwh: number;
}
/** A room as it was declared, with the meters that stand in it and the day from which nobody has it. */
interface MeteredRoom extends RoomRow {
  readonly state: string;
  readonly meters: readonly string[];
  readonly since: string | null;
}
interface Metered {
  readonly rooms: readonly MeteredRoom[];
  readonly months: readonly ZoneMonth[];
}

/**
 * What the electricity meters at these places (of the columns of `space.meter_place`) came to in the six months that are over before a day, each
 * whole while the meter stood there; of a past instant only those that have not changed since.
 */
const zoneMonths = (tx: Tx, places: Sql, day: string, knownBefore?: Date) =>
  tx.rows<ZoneMonth>(sql`
    select p.room_id as room, to_char(t.month, 'YYYY-MM') as month, sum(t.amount)::float8 as kwh
      from ${places} p join energy_read.month_v1 t on t.meter_id = p.meter_id
     where p.room_id is not null and t.carrier = 'electricity' and t.measure = 'kWh' and t.count > 0
       and t.month >= ${monthsBefore(day, 6)} and t.month < ${monthsBefore(day, 0)}
       and t.month >= p.from_day and (p.to_day is null or t.month + interval '1 month' <= p.to_day)
       ${knownBefore ? sql`and t.changed_at < ${knownBefore}` : empty}
     group by 1, 2 order by 1, 2 limit 200000`);

/** Rooms with meters or declared vacant, and the months of the electricity meters in them, each whole while the meter stood there. */
async function meteredStanding(tx: Tx, day: string): Promise<Metered> {
  const rooms = await tx.rows<MeteredRoom>(sql`
      select ${roomRow}, r.state, coalesce((select array_agg(p.meter_id::text order by p.meter_id) from space.meter_place p where p.room_id = r.id and p.to_day is null), '{}') as meters,
             (select max(t.from_day)::text from space.tenure t where t.room_id = r.id and t.to_day is null and t.kind = 'kept') as since
        from space_read.room_v1 r
       where r.state = 'vacant' or exists (select from space.meter_place p where p.room_id = r.id) order by r.id limit 20000`);
  return { rooms, months: await zoneMonths(tx, sql`space.meter_place`, day) };
}

/** The same as the Record had told of them before an instant; a month that has changed since is not told, for what it was then is gone. */
async function meteredKnown(tx: Tx, day: string, knownBefore: Date): Promise<Metered> {
  const premises = await roomsAsKnown(tx, knownBefore);
  const places = (await placesAsKnown(tx, knownBefore)).filter(({ room }) => room !== null);
  const standing = Map.groupBy(
    places.filter(({ toExclusive }) => toExclusive === null),
    ({ room }) => room,
  );
  const metered = new Set(places.map(({ room }) => room));
  const rooms = [...premises.rooms.values()]
    .filter(({ id, state }) => state === 'vacant' || metered.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((room) => ({
      ...rowOf(premises, room),
      state: room.state,
      meters: (standing.get(room.id) ?? []).map(({ meter }) => meter).toSorted(),
      since: room.held === 'kept' ? room.heldFrom : null,
    }));
  const known = sql`(
    select * from unnest(${places.map(({ room }) => room)}::uuid[], ${places.map(({ meter }) => meter)}::uuid[], ${places.map(({ from }) => from)}::date[],
                         ${places.map(({ toExclusive }) => toExclusive)}::date[]) as u (room_id, meter_id, from_day, to_day))`;
  return { rooms, months: await zoneMonths(tx, known, day, knownBefore) };
}

/** Rooms declared vacant, with the months of their own meters and the means of every other metered room by its state. */
export const vacantButUsingEnergy: RiskSource = {
  kit: 'vacant-but-using-energy',
  asKnown: metersKnown,
  async gather(tx: Tx, period: Period, context, _only, knownBefore): Promise<RiskCase[]> {
    const day = [period[1], askedOn(context, knownBefore)].toSorted()[0]!;
    const { rooms, months } = knownBefore ? await meteredKnown(tx, day, knownBefore) : await meteredStanding(tx, day);
    const byRoom = Map.groupBy(months, ({ room }) => room);
    const zones = rooms.flatMap(({ id, state, areaM2 }) => {
      const own = byRoom.get(id);
      return own ? [{ id, state, mean: own.reduce((sum, { kwh }) => sum + kwh, 0) / own.length / areaM2 }] : [];
    });
    const means = (state: string, without: Id) =>
      zones.filter((zone) => zone.state === state && zone.id !== without).map(({ mean }) => mean);
    return rooms
      .filter(({ state }) => state === 'vacant')
      .map((room) => {
        const own = (byRoom.get(room.id) ?? []).filter(
          ({ month }) => room.since === null || `${month}-01` >= room.since,
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
