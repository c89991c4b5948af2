import { fillWords, inScope, read, sql, type Words } from '@opengoa/kernel';
import { dayOf, instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { Proposals } from '../answers.ts';
import { vehiclesWhere } from '../fleet/vehicle-store.ts';
import { passengerSeats, servesUnit, type Vehicle } from '../fleet/vehicle.ts';
import { whyNot } from '../words.zh.ts';
import { takenRefusal, vehicleRefusal } from './fit-to-go.ts';
import { freeDrivers, freeVehicles } from './free-fleet.ts';
import { sealedDays } from './holiday-sealing.ts';
import { rankProposals } from './rank-proposals.ts';
import { bookingsAcross, findTrip, type Booking } from './trip-store.ts';
import { offersFor, type Trip } from './trip.ts';

const who = ['dispatcher'] as const;

/** 派车建议: for one trip, vehicle and driver together, each with its reasons, best first; and why the others cannot go. */
export const proposals = read('vehicles.proposals', {
  title: { zh: '派车建议', en: 'Proposals' },
  query: z.strictObject({ trip: z.uuid() }),
  answer: Proposals,
  who,
  async fetch(tx, query, context) {
    const trip = await findTrip(tx, query.trip);
    const { startsAt, endsAt, people, to, distanceKm } = trip.plan;
    const mine = inScope(context, who);
    const fleet = await vehiclesWhere(tx, sql`state <> 'retired' and ${mine}`);
    const vehicles = await freeVehicles(tx, trip, context, mine);
    const drivers = await freeDrivers(tx, trip, mine);
    const day = dayOf(new Date(startsAt));
    const driving = await bookingsAcross(tx, ids(drivers), instantAt(day, 0), instantAt(day, 24 * 60));
    const booked = await bookingsAcross(tx, ids(fleet), startsAt, endsAt, trip.id);
    const ranked = rankProposals(
      trip,
      vehicles,
      drivers.map((driver) => ({ ...driver, hours: hoursOf(driver.id, driving) })),
    );
    const going = await tx.rows<{ trip: string; number: string; plate: string; seatsLeft: number; startsAt: Date }>(sql`
      select t.id as trip, t.number, t.plate, v.seats - 1 - t.people as "seatsLeft", t.starts_at as "startsAt"
        from vehicles.trip t join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
       where ${inScope(context, who, 't.unit_id')} and t.state = 'dispatched' and t.to_place = ${to} and t.starts_at < ${endsAt} and t.ends_at > ${startsAt}
         and v.seats - 1 - t.people >= ${people} and t.id <> ${trip.id}
       order by t.starts_at limit 5`);
    return {
      trip: trip.id,
      unit: trip.unit,
      number: trip.number,
      state: trip.state,
      plan: trip.plan,
      proposals: ranked.map(({ vehicle, driver, reasons }) => ({
        vehicle: vehicle.id,
        plate: vehicle.plate,
        model: `${vehicle.make} ${vehicle.model}`,
        seats: passengerSeats(vehicle),
        driver: driver.id,
        driverName: driver.name,
        reasons: [...reasons],
        sealed: sealedDays(trip, vehicle, context),
      })),
      others: fleet
        .filter(({ id }) => !ranked.some(({ vehicle }) => vehicle.id === id))
        .map((vehicle) => ({
          vehicle: vehicle.id,
          why: whyNotThis(trip, vehicle, servesUnit(vehicle, trip.unit, context.organisation), booked),
        })),
      sameWay: going.map(({ startsAt: at, ...other }) => ({
        ...other,
        startsAt: at.toISOString(),
        savesKm: distanceKm,
      })),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ trip, unit, state }) =>
    offersFor({ id: trip, unit, state, asker: null, driverPerson: null, stars: null, booked: false }),
});

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

const hoursOf = (id: string, bookings: readonly Booking[]): number =>
  bookings
    .filter(({ thing }) => thing === id)
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 3_600_000, 0);

/** Short enough for a row of the board. A vehicle with nothing against it lacks only a driver. */
function whyNotThis(trip: Trip, vehicle: Vehicle, serves: boolean, booked: readonly Booking[]): Words {
  const against =
    vehicleRefusal(trip, vehicle, serves, []) ?? takenRefusal('vehicle-already-booked', {}, vehicle, booked, []);
  return fillWords(whyNot[against?.code ?? 'no-driver'] ?? whyNot['no-driver']!, against?.data);
}
