import { type Context, type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { roomsAsKnown } from '../ledger/rooms-as-known.ts';
import { owed } from '../leases/instalments.ts';
import type { Lease } from '../leases/lease.ts';
import { graceDays } from '../leases/lease-reads.ts';
import { leasesWhere, paidFor, roomsOfLease, unitsOfRegion } from '../leases/lease-store.ts';
import { leasesAsKnown } from '../leases/leases-as-known.ts';
import { askedOn, leasesKnown } from '../risks/as-known.ts';
import type { LettingInputs } from '../risks/leased-without-income/risk.ts';
import type { RentedInInputs } from '../risks/rented-in-beside-vacant/risk.ts';
import { nameOf, type Period, roomCase, roomRow, type RoomRow, roomsIn, rowOf } from './room-cases.ts';

/** A lease with what was paid for it up to a day, and its rooms in words. */
type Let = Pick<Lease, 'id' | 'unit' | 'party' | 'areaM2' | 'from' | 'to' | 'every' | 'rentFen' | 'endedOn'> & {
  readonly paidFen: number;
  readonly rooms: string;
};

/** Rooms let for rent that have begun before a day, with what was paid up to another. */
async function letsStanding(tx: Tx, before: string, day: string): Promise<Let[]> {
  const leases = await leasesWhere(
    tx,
    sql`kind = 'rented-out' and state in ('in-force', 'ended') and from_day < ${before}`,
  );
  const paid = await paidFor(
    tx,
    leases.map(({ id }) => id),
    day,
  );
  const lets: Let[] = [];
  for (const lease of leases) {
    const rooms = (await roomsOfLease(tx, lease.id)).map(({ name }) => name).join('、');
    lets.push({ ...lease, paidFen: paid.get(lease.id) ?? 0, rooms });
  }
  return lets;
}

const looseStanding = (tx: Tx) =>
  tx.rows<RoomRow>(sql`
      select ${roomRow} from space_read.room_v1 r
       where r.state in ('rented-out', 'lent')
         and not exists (select from space.lease_room x join space.lease l on (l.node_id, l.id) = (x.node_id, x.lease_id)
                          where x.room_id = r.id and l.state = 'in-force')
       order by r.id limit 5000`);

/** The two of them as the Record had told of them before an instant. */
async function lettingsKnown(tx: Tx, before: string, day: string, knownBefore: Date): Promise<[Let[], RoomRow[]]> {
  const [leases, premises] = [await leasesAsKnown(tx, knownBefore), await roomsAsKnown(tx, knownBefore)];
  const lets = leases
    .filter(
      ({ kind, state, from }) => kind === 'rented-out' && (state === 'in-force' || state === 'ended') && from < before,
    )
    .map((lease) => ({
      ...lease,
      paidFen: lease.paid.reduce((sum, paid) => (paid.day <= day ? sum + paid.amountFen : sum), 0),
      rooms: lease.rooms
        .flatMap((id) => premises.rooms.get(id) ?? [])
        .map((room) => nameOf(premises, room))
        .toSorted()
        .join('、'),
    }));
  const inForce = new Set(leases.flatMap(({ state, rooms }) => (state === 'in-force' ? rooms : [])));
  const loose = roomsIn(premises, ['rented-out', 'lent']).filter(({ id }) => !inForce.has(id));
  return [lets, loose.map((room) => rowOf(premises, room))];
}

/** Leases by which rooms are or were let for rent, what is owed beyond their end too, and rooms that stand as let in none. */
export const leasedWithoutIncome: RiskSource = {
  kit: 'leased-without-income',
  asKnown: leasesKnown,
  async gather(tx: Tx, period: Period, context: Context, _only, knownBefore): Promise<RiskCase[]> {
    const today = askedOn(context, knownBefore);
    const day = today < period[1] ? today : period[1];
    const [lets, loose] = knownBefore
      ? await lettingsKnown(tx, period[1], day, knownBefore)
      : [await letsStanding(tx, period[1], day), await looseStanding(tx)];
    const cases = lets.map((lease): RiskCase => {
      const { dueFen, paidFen, overdueFen, overdueSince } = owed(
        lease,
        lease.paidFen,
        day,
        graceDays(lease.unit, { ...context, today }),
      );
      const lateDays = overdueSince === null ? 0 : daysBetween(overdueSince, day);
      const inputs: LettingInputs = {
        lease: { id: lease.id, dueFen, paidFen, overdueFen, lateDays },
        areaM2: lease.areaM2,
      };
      return {
        subject: { kind: 'space.lease', id: lease.id, name: `${lease.party}（${lease.rooms}）` },
        unit: lease.unit,
        period,
        opens: `/space/leases/${lease.id}`,
        inputs,
      };
    });
    return [
      ...cases,
      ...loose.map((room) => roomCase(room, period, { lease: null, areaM2: room.areaM2 } satisfies LettingInputs)),
    ];
  },
};

const periodsOfYear = { month: 12, quarter: 4, 'half-year': 2, year: 1, once: 0 } as const;

/** Rooms that stand vacant, with whose they are. */
const vacancyOf = async (tx: Tx, units: readonly Id[]) =>
  tx.one<{ area: number; rooms: number }>(sql`
        select coalesce(sum(area_m2), 0)::float8 as area, count(*)::int as rooms from space_read.vacancy_v1
         where unit_id = any (${[...units]}::uuid[])`);

/** The same as the Record had told of them before an instant. m² */
async function vacancyKnown(
  tx: Tx,
  knownBefore: Date,
): Promise<(units: readonly Id[]) => { area: number; rooms: number }> {
  const vacant = roomsIn(await roomsAsKnown(tx, knownBefore), ['vacant']);
  return (units) => {
    const own = new Set(units);
    const rooms = vacant.filter(({ unit }) => own.has(unit));
    return { area: rooms.reduce((sum, { areaM2 }) => sum + areaM2 * 100, 0) / 100, rooms: rooms.length };
  };
}

const rentedInStanding = (tx: Tx, [from, to]: Period) =>
  leasesWhere(tx, sql`kind = 'rented-in' and state = 'in-force' and from_day < ${to} and to_day >= ${from}`);
const rentedInKnown = async (tx: Tx, [from, to]: Period, knownBefore: Date) =>
  (await leasesAsKnown(tx, knownBefore)).filter(
    (lease) => lease.kind === 'rented-in' && lease.state === 'in-force' && lease.from < to && lease.to >= from,
  );

/** Premises rented in, beside the rooms of the same region that are declared vacant. */
export const rentedInBesideVacant: RiskSource = {
  kit: 'rented-in-beside-vacant',
  asKnown: leasesKnown,
  async gather(tx: Tx, period: Period, context: Context, _only, knownBefore): Promise<RiskCase[]> {
    const leases = knownBefore ? await rentedInKnown(tx, period, knownBefore) : await rentedInStanding(tx, period);
    const known = knownBefore && (await vacancyKnown(tx, knownBefore));
    const cases: RiskCase[] = [];
    for (const lease of leases) {
      const region = unitsOfRegion(lease.unit, context);
      const { area, rooms } = known?.(region) ?? (await vacancyOf(tx, region));
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
