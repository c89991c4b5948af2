import { read, sql } from '@opengoa/kernel';
import { dayOf, instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { Board, Proposals, type TripState } from '../contract.ts';
import { passengerSeats } from '../fleet/vehicle.ts';
import { vehiclesWhere } from '../fleet/vehicle-store.ts';
import { freeDrivers, freeVehicles } from './free-fleet.ts';
import { rankProposals } from './proposals.ts';
import { bookingsAcross, findTrip, tripsWhere } from './trip-store.ts';
import { offersFor } from './trip.ts';

/** 派车板: a day of every vehicle in the dispatcher's scope, and what waits for one. */
export const board = read('vehicles.board', {
  title: { zh: '派车板', en: 'Dispatch board' },
  query: z.strictObject({ day: z.iso.date() }),
  answer: Board,
  who: ['dispatcher'],
  async fetch(tx, { day }, { organisation }) {
    const [from, to] = [instantAt(day, 0), instantAt(day, 24 * 60)];
    const vehicles = await vehiclesWhere(tx, sql`state <> 'retired'`);
    const bookings = await bookingsAcross(
      tx,
      vehicles.map(({ id }) => id),
      from,
      to,
    );
    const trips = new Map(
      (await tripsWhere(tx, sql`id = any (${bookings.map(({ trip }) => trip)}::uuid[])`)).map((trip) => [
        trip.id,
        trip,
      ]),
    );
    const waiting = await tripsWhere(
      tx,
      sql`state = 'approved' and starts_at < ${to} order by starts_at, id limit 200`,
    );
    return {
      day,
      rows: vehicles.map(({ id, plate, make, model, category, state, seats, serves }) => ({
        vehicle: id,
        plate,
        model: `${make} ${model}`,
        category,
        state,
        seats,
        serves,
        bars: bookings
          .filter(({ thing }) => thing === id)
          .map(({ trip: tripId, startsAt, endsAt }) => {
            const trip = trips.get(tripId);
            return {
              trip: trip?.id ?? null,
              number: trip?.number ?? null,
              state: trip?.state ?? null,
              to: trip?.plan.to ?? null,
              people: trip?.plan.people ?? null,
              driverName: trip?.driverName ?? null,
              startsAt: startsAt.toISOString(),
              endsAt: endsAt.toISOString(),
            };
          }),
      })),
      tray: waiting.map(({ id, number, unit, askerName, plan }) => ({
        trip: id,
        number,
        unit,
        unitName: organisation.unit(unit)?.name ?? '',
        askerName,
        plan,
      })),
    };
  },
});

/** 派车建议: for one trip, vehicle and driver together, each with its reasons, best first. */
export const proposals = read('vehicles.proposals', {
  title: { zh: '派车建议', en: 'Proposals' },
  query: z.strictObject({ trip: z.uuid() }),
  answer: Proposals.extend({ state: z.string() }),
  who: ['dispatcher'],
  async fetch(tx, query, context) {
    const trip = await findTrip(tx, query.trip);
    const { startsAt, endsAt, people, to, distanceKm } = trip.plan;
    const vehicles = await freeVehicles(tx, trip, context);
    const drivers = await freeDrivers(tx, trip);
    const busy = await bookingsAcross(
      tx,
      drivers.map(({ id }) => id),
      startOfDay(startsAt),
      endOfDay(startsAt),
    );
    const hours = (id: string) =>
      busy
        .filter(({ thing }) => thing === id)
        .reduce((sum, { startsAt: from, endsAt: until }) => sum + (until.getTime() - from.getTime()) / 3_600_000, 0);
    const ranked = rankProposals(
      trip,
      vehicles,
      drivers.map((driver) => ({ ...driver, hours: hours(driver.id) })),
    );
    const going = await tx.rows<{ trip: string; number: string; plate: string; seatsLeft: number; startsAt: Date }>(sql`
      select t.id as trip, t.number, t.plate, v.seats - 1 - t.people as "seatsLeft", t.starts_at as "startsAt"
        from vehicles.trip t join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
       where t.state = 'dispatched' and t.to_place = ${to} and t.starts_at < ${endsAt} and t.ends_at > ${startsAt} and v.seats - 1 - t.people >= ${people} and t.id <> ${trip.id}
       order by t.starts_at limit 5`);
    return {
      trip: trip.id,
      unit: trip.unit,
      state: trip.state,
      proposals: ranked.slice(0, 20).map(({ vehicle, driver, reasons }) => ({
        vehicle: vehicle.id,
        plate: vehicle.plate,
        model: `${vehicle.make} ${vehicle.model}`,
        seats: passengerSeats(vehicle),
        driver: driver.id,
        driverName: driver.name,
        reasons: [...reasons],
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
    offersFor({ id: trip, unit, state: state as TripState, asker: null, driverPerson: null, stars: null }),
});

const startOfDay = (at: string) => instantAt(dayOf(new Date(at)), 0);
const endOfDay = (at: string) => instantAt(dayOf(new Date(at)), 24 * 60);
