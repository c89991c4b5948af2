import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { BeforeRequest } from '../answers.ts';
import { type TripPlan, Use } from '../contract.ts';
import { countFree } from './free-fleet.ts';
import { tripsWhere } from './trip-store.ts';
import { attributesOf } from './trip.ts';

const count = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);

/**
 * What the form knows before anything is asked: own last trips, vehicles free, the usual cost and the way of approval.
 * Pools are counted from what they offer, so that asking needs no right on the ledger; costs are those of the own unit.
 */
export const beforeRequest = read('vehicles.before-request', {
  title: { zh: '申请前', en: 'Before asking' },
  query: z.strictObject({
    startsAt: z.iso.datetime({ offset: true }).optional(),
    endsAt: z.iso.datetime({ offset: true }).optional(),
    people: count.default(1),
    distanceKm: count.default(0),
    crossCity: z.enum(['true', 'false']).default('false'),
    use: Use.default('general-affairs'),
    for: z.uuid().optional(),
  }),
  answer: BeforeRequest,
  who: ['staff'],
  async fetch(
    tx,
    { startsAt, endsAt, people, distanceKm, crossCity, use, for: colleague },
    { actor, organisation, cases },
  ) {
    const unit = actor.unit ?? '';
    const asker = actor.person ?? '';
    const own = await tripsWhere(tx, sql`asker_id = ${asker} order by requested_at desc limit 30`);
    const last = [...new Map(own.toReversed().map(({ plan }) => [plan.to, plan])).values()].toReversed().slice(0, 5);
    const history = await tx.one<{ fenPerKm: number | null; trips: number; minutes: number | null }>(sql`
      select percentile_cont(0.5) within group (order by cost_fen::float8 / driven_km) filter (where state = 'settled' and driven_km > 0) as "fenPerKm",
             count(*) filter (where state = 'settled' and driven_km > 0)::int as trips,
             percentile_cont(0.5) within group (order by extract(epoch from approved_at - requested_at) / 60) as minutes
        from (select * from vehicles.trip where unit_id = ${unit} and booked_at is null order by requested_at desc limit 200) recent`);
    const serving = organisation.chain(unit).map(({ id }) => id);
    const attributes = attributesOf({ people, distanceKm, crossCity: crossCity === 'true', use } as TripPlan);
    return {
      last,
      from: last[0]?.from ?? null,
      vehicles: startsAt && endsAt ? await countFree(tx, serving, people, startsAt, endsAt) : null,
      costFen: history.fenPerKm === null || distanceKm === 0 ? null : Math.round(history.fenPerKm * distanceKm),
      costFrom: history.trips,
      steps: cases
        .path({ definition: 'vehicles.trip-approval', unit, asker: colleague ?? asker, attributes })
        .map(({ title, holders, will }) => ({ title, will, holders: holders.map(({ name }) => name) })),
      usualMinutes: history.minutes === null ? null : Math.round(history.minutes),
    };
  },
});
