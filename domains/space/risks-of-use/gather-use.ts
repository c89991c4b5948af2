import { type Context, type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { owed } from '../leases/instalments.ts';
import { graceDays } from '../leases/lease-reads.ts';
import { leasesWhere, paidFor, roomsOfLease, unitsOfRegion } from '../leases/lease-store.ts';
import { monthsBefore } from '../plans/rooms-on-plan.ts';
import type { DeclaredEmptyInputs } from '../risks/in-use-but-declared-empty/risk.ts';
import type { LettingInputs } from '../risks/leased-without-income/risk.ts';
import type { RentedInInputs } from '../risks/rented-in-beside-vacant/risk.ts';
import type { MonthOfUse, VacantUseInputs } from '../risks/vacant-but-using-energy/risk.ts';

type Period = readonly [from: string, toExclusive: string];

interface RoomRow {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly areaM2: number;
}

const roomRow = sql`r.id, r.unit_id as unit, concat_ws(' ', r.building, r.number) as name, r.area_m2::float8 as "areaM2"`;

const roomCase = ({ id, unit, name }: RoomRow, period: Period, inputs: unknown): RiskCase => ({
  subject: { kind: 'space.room', id, name },
  unit,
  period,
  opens: `/space/rooms/${id}`,
  inputs,
});

/** Leases by which rooms are or were let for rent, what is owed beyond their end too, and rooms that stand as let in none. */
export const leasedWithoutIncome: RiskSource = {
  kit: 'leased-without-income',
  async gather(tx: Tx, period: Period, context: Context): Promise<RiskCase[]> {
    const day = context.today < period[1] ? context.today : period[1];
    const leases = await leasesWhere(
      tx,
      sql`kind = 'rented-out' and state in ('in-force', 'ended') and from_day < ${period[1]}`,
    );
    const paid = await paidFor(
      tx,
      leases.map(({ id }) => id),
      day,
    );
    const cases: RiskCase[] = [];
    for (const lease of leases) {
      const { dueFen, paidFen, overdueFen, overdueSince } = owed(
        lease,
        paid.get(lease.id) ?? 0,
        day,
        graceDays(lease.unit, context),
      );
      const rooms = (await roomsOfLease(tx, lease.id)).map(({ name }) => name).join('、');
      const lateDays = overdueSince === null ? 0 : daysBetween(overdueSince, day);
      const inputs: LettingInputs = {
        lease: { id: lease.id, dueFen, paidFen, overdueFen, lateDays },
        areaM2: lease.areaM2,
      };
      cases.push({
        subject: { kind: 'space.lease', id: lease.id, name: `${lease.party}（${rooms}）` },
        unit: lease.unit,
        period,
        opens: `/space/leases/${lease.id}`,
        inputs,
      });
    }
    const loose = await tx.rows<RoomRow>(sql`
      select ${roomRow} from space_read.room_v1 r
       where r.state in ('rented-out', 'lent')
         and not exists (select from space.lease_room x join space.lease l on (l.node_id, l.id) = (x.node_id, x.lease_id)
                          where x.room_id = r.id and l.state = 'in-force')
       order by r.id limit 5000`);
    return [
      ...cases,
      ...loose.map((room) => roomCase(room, period, { lease: null, areaM2: room.areaM2 } satisfies LettingInputs)),
    ];
  },
};

/** Rooms declared vacant, with what seats and cards say of them. */
export const inUseButDeclaredEmpty: RiskSource = {
  kit: 'in-use-but-declared-empty',
  async gather(tx: Tx, period: Period): Promise<RiskCase[]> {
    const rows = await tx.rows<RoomRow & { people: number; assetsInUse: number }>(sql`
      select ${roomRow}, r.people,
             (select count(*)::int from assets_read.card_v1 c where c.room_id = r.id and c.state = 'in-use') as "assetsInUse"
        from space_read.room_v1 r where r.state = 'vacant' order by r.id limit 20000`);
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

/** Rooms declared vacant, with the months of their own meters and the means of every other metered room by its state. */
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

const periodsOfYear = { month: 12, quarter: 4, 'half-year': 2, year: 1, once: 0 } as const;

/** Premises rented in, beside the rooms of the same region that are declared vacant. */
export const rentedInBesideVacant: RiskSource = {
  kit: 'rented-in-beside-vacant',
  async gather(tx: Tx, period: Period, context: Context): Promise<RiskCase[]> {
    const leases = await leasesWhere(
      tx,
      sql`kind = 'rented-in' and state = 'in-force' and from_day < ${period[1]} and to_day >= ${period[0]}`,
    );
    const cases: RiskCase[] = [];
    for (const lease of leases) {
      const { area, rooms } = await tx.one<{ area: number; rooms: number }>(sql`
        select coalesce(sum(area_m2), 0)::float8 as area, count(*)::int as rooms from space_read.vacancy_v1
         where unit_id = any (${[...unitsOfRegion(lease.unit, context)]}::uuid[])`);
      const inputs: RentedInInputs = {
        lease: lease.id,
        areaM2: lease.areaM2,
        yearlyRentFen: lease.rentFen * periodsOfYear[lease.every],
        vacantM2: area,
        vacantRooms: rooms,
      };
      cases.push({
        subject: { kind: 'space.lease', id: lease.id, name: lease.premises },
        unit: lease.unit,
        period,
        opens: `/space/leases/${lease.id}`,
        inputs,
      });
    }
    return cases;
  },
};
