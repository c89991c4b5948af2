import { findCase, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { TripAnswer } from '../answers.ts';
import { findTrip, instant } from './trip-store.ts';
import { offersFor } from './trip.ts';

/** One trip, complete: what was asked, who holds it, what was driven and paid. */
export const oneTrip = read('vehicles.trip', {
  title: { zh: '用车单', en: 'A trip' },
  query: z.strictObject({ id: z.uuid() }),
  answer: TripAnswer.extend({ driverPerson: z.uuid().nullable() }),
  who: ['self', 'holder', 'head', 'leader', 'dispatcher', 'fleet-clerk'],
  object: ({ id }) => id,
  async fetch(tx, { id }, { organisation, cases }) {
    const { driver: _driver, requestedAt, departedAt, returnedAt, booked: _booked, ...trip } = await findTrip(tx, id);
    const { booked, ...rest } = await tx.one<
      Pick<
        TripAnswer,
        | 'odometerInKm'
        | 'drivenKm'
        | 'why'
        | 'fuelFen'
        | 'tollFen'
        | 'parkingFen'
        | 'costFen'
        | 'ratingWords'
        | 'booked'
      >
    >(sql`
      select odometer_in_km as "odometerInKm", driven_km as "drivenKm", why, fuel_fen as "fuelFen", toll_fen as "tollFen",
             parking_fen as "parkingFen", cost_fen as "costFen", rating_words as "ratingWords",
             case when booked_at is not null then jsonb_build_object(
               'at', ${instant(sql`booked_at`)}, 'by', booked_name, 'source', source, 'paper', paper, 'approval', approval, 'approvedName', approved_name,
               'approvedAt', ${instant(sql`approved_at`)}) end as booked
        from vehicles.trip where id = ${id}`);
    const row = await findCase(tx, id);
    const acts = row ? cases.may(row) : [];
    return {
      ...trip,
      ...rest,
      booked,
      unitName: organisation.unit(trip.unit)?.name ?? '',
      requestedAt: requestedAt.toISOString(),
      departedAt: departedAt?.toISOString() ?? null,
      returnedAt: returnedAt?.toISOString() ?? null,
      acts: acts.map(({ kind }) => kind),
      returnTo: acts.flatMap(({ to }) => to ?? []),
      waiting: await waitingOn(tx, id),
    };
  },
  at: ({ id, unit, asker }) => ({ unit, person: asker, object: id }),
  moves: (trip) => offersFor({ ...trip, booked: trip.booked !== null }, trip.acts),
});

async function waitingOn(tx: Tx, trip: string): Promise<TripAnswer['waiting']> {
  const tasks = await tx.rows<{ title: { zh: string; en: string }; holders: string[]; due: Date | null }>(sql`
    select t.title, t.due_at as due, array_agg(p.name order by p.name) as holders
      from kernel.task t
      join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id) and h.part = 'holder'
      join kernel.person p on (p.node_id, p.id) = (h.node_id, h.person_id)
     where t.object_id = ${trip} and t.state = 'open' group by t.id, t.title, t.due_at, t.raised_at order by t.raised_at`);
  return tasks.map(({ due, ...task }) => ({ ...task, due: due?.toISOString() ?? null }));
}
