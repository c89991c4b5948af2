import { z } from 'zod';

const id = z.uuid();
const moment = z.iso.datetime();
const words = z.strictObject({ zh: z.string(), en: z.string() });
const trip = z.strictObject({
  trip: id,
  number: z.string(),
  unitName: z.string(),
  to: z.string(),
  people: z.int(),
  startsAt: moment,
  endsAt: moment,
});

/** A proposal for all that waits on a day; nothing is decided by it. */
export const DayPlanAnswer = z.strictObject({
  plan: id,
  day: z.iso.date(),
  madeAt: moment,
  lines: z.array(
    z.strictObject({
      /** The first is dispatched, the others ride with it. */
      trips: z.array(trip),
      vehicle: id,
      plate: z.string(),
      model: z.string(),
      seats: z.int(),
      driver: id,
      driverName: z.string(),
      startsAt: moment,
      endsAt: moment,
      reasons: z.array(words),
      otherVehicles: z.array(z.strictObject({ vehicle: id, plate: z.string(), model: z.string(), seats: z.int() })),
      otherDrivers: z.array(z.strictObject({ driver: id, name: z.string() })),
    }),
  ),
  unassigned: z.array(trip.extend({ why: words })),
  vehiclesUsed: z.int(),
  /** Kilometres that sharing saves. */
  savedKm: z.int(),
  /** Share by which the best plan could still be better; 0: proved to be the best; null: not known. */
  gap: z.number().nullable(),
  cutShort: z.boolean(),
  /** What the search took. */
  seconds: z.number(),
});
export type DayPlanAnswer = z.infer<typeof DayPlanAnswer>;
