import { inScope, read, sql } from '@opengoa/kernel';
import { instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { Board } from '../answers.ts';
import { vehiclesWhere } from '../fleet/vehicle-store.ts';
import { bookingsAcross, tripsWhere } from './trip-store.ts';

const who = ['dispatcher'] as const;

/** 派车板: a day of every vehicle in the dispatcher's scope, and what waits for one. */
export const board = read('vehicles.board', {
  title: { zh: '派车板', en: 'Dispatch board' },
  query: z.strictObject({ day: z.iso.date() }),
  answer: Board,
  who,
  async fetch(tx, { day }, context) {
    const { organisation } = context;
    const mine = inScope(context, who);
    const [from, to] = [instantAt(day, 0), instantAt(day, 24 * 60)];
    const vehicles = await vehiclesWhere(tx, sql`state <> 'retired' and ${mine}`);
    const bookings = await bookingsAcross(
      tx,
      vehicles.map(({ id }) => id),
      from,
      to,
    );
    const trips = new Map(
      (
        await tripsWhere(
          tx,
          sql`id = any (${bookings.flatMap((each) => [each.trip, ...each.riders])}::uuid[]) and ${mine}`,
        )
      ).map((trip) => [trip.id, trip]),
    );
    const due = Map.groupBy(
      await tx.rows<{ vehicle: string; item: string }>(sql`
        select vehicle_id as vehicle, item from vehicles_read.service_v1 where ${mine} and (km_left <= 0 or due_day <= ${day}) order by item`),
      ({ vehicle }) => vehicle,
    );
    const waiting = await tripsWhere(tx, sql`state = 'approved' and ${mine} order by starts_at, id limit 200`);
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
        services: (due.get(id) ?? []).map(({ item }) => item),
        bars: bookings
          .filter(({ thing }) => thing === id)
          .map(({ trip: tripId, riders, startsAt, endsAt }) => {
            const trip = trips.get(tripId);
            return {
              trip: trip?.id ?? null,
              number: trip?.number ?? null,
              state: trip?.state ?? null,
              to: trip?.plan.to ?? null,
              people: trip?.plan.people ?? null,
              driverName: trip?.driverName ?? null,
              riders: riders.flatMap((rider) => trips.get(rider)?.number ?? []),
              riderCount: riders.length,
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
