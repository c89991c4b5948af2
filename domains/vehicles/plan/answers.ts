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
      /** Kilometres with nobody on board; null where a place has no coordinates. No `afterKm` while another trip follows. */
      empty: z.strictObject({
        beforeKm: z.int().nullable(),
        from: z.enum(['parking', 'trip']),
        afterKm: z.int().nullable().optional(),
      }),
      reasons: z.array(words),
      otherVehicles: z.array(z.strictObject({ vehicle: id, plate: z.string(), model: z.string(), seats: z.int() })),
      otherDrivers: z.array(z.strictObject({ driver: id, name: z.string() })),
    }),
  ),
  unassigned: z.array(trip.extend({ why: words })),
  vehiclesUsed: z.int(),
  /** Kilometres that sharing saves. */
  savedKm: z.int(),
  /** Empty kilometres as far as they are known, and how many ways are not. */
  emptyKm: z.int(),
  emptyUnknown: z.int(),
  /** Share by which the best plan could still be better; 0: proved to be the best; null: not known. */
  gap: z.number().nullable(),
  cutShort: z.boolean(),
  /** What the search took. */
  seconds: z.number(),
});
export type DayPlanAnswer = z.infer<typeof DayPlanAnswer>;
