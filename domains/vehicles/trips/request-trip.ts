import { type Context, type Id, isRefusal, newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { RequestTrip, type TripPlan, TripRequested } from '../contract.ts';
import { nextNumber } from './trip-store.ts';
import { attributesOf, summaryOf, tripNumber, tripOf } from './trip.ts';

/**
 * 申请用车: somebody of a unit asks, or a colleague of the same unit fills it in for them (帮办代办); the steps of approval begin at once. What is filled in
 * for another is theirs from the first moment: they are told, follow it, mend it and take it back.
 */
export const requestTrip = verb('vehicles.request-trip', {
  title: { zh: '申请用车', en: 'Ask for a vehicle' },
  about: {
    zh: '填写事由、时间、地点和人数，由所在处室审批后派车',
    en: 'Purpose, time, place and people; approved by your unit, then dispatched',
  },
  input: RequestTrip,
  who: ['staff'],
  facts: [TripRequested],
  refusals: ['trip-ends-before-it-begins', 'trip-already-over', 'bad-attributes', 'no-holder', 'not-a-colleague'],
  /** `for`: the colleague it was filled in for. */
  result: z.strictObject({ trip: z.uuid(), number: z.string(), for: z.string().optional() }),
  async load(tx, plan, { actor, today }) {
    const year = Number(today.slice(0, 4));
    return {
      trip: newId(),
      unit: actor.unit ?? '',
      asker: plan.for ?? actor.person ?? '',
      number: tripNumber(year, await nextNumber(tx, year)),
    };
  },
  at: ({ unit, asker }) => ({ unit, person: asker }),
  decide({ trip, unit, asker, number }, { for: colleague, ...plan }, { now, cases, actor, organisation }) {
    const filledIn = colleague !== undefined && colleague !== actor.person;
    if (filledIn && !worksAt(organisation, colleague, unit)) return refuse('not-a-colleague', {}, { status: 422 });
    const unfit = unfitTimes(plan, now);
    if (unfit) return unfit;
    const object = tripOf({ id: trip });
    const whose: { asker?: { person: Id; name: string } } = filledIn
      ? { asker: { person: asker, name: organisation.personName(asker) ?? '' } }
      : {};
    const requested = TripRequested.of({ object, unit, body: { ...plan, number, ...whose } });
    const opened = cases.open({
      definition: 'vehicles.trip-approval',
      object,
      unit,
      asker,
      attributes: attributesOf(plan),
      title: { zh: '用车审批', en: 'Approve a trip' },
      summary: `${number} ${summaryOf(plan)}`,
      opens: `/vehicles/trips/${trip}`,
      verbs: [
        'vehicles.approve-trip',
        'vehicles.refuse-trip',
        'vehicles.send-trip-back',
        'vehicles.add-trip-signer',
        'vehicles.hand-trip-over',
      ],
    });
    if (isRefusal(opened)) return opened;
    return {
      facts: [requested, ...opened],
      result: { trip, number, ...(whose.asker && { for: whose.asker.name }) },
    };
  },
});

/** Holds a post of this very unit today. */
export const worksAt = (organisation: Context['organisation'], person: Id, unit: Id): boolean =>
  organisation.holdings.some((held) => held.person === person && organisation.post(held.post)?.unit === unit);

/** A trip has a length and is not over yet. One that has begun may still be asked for: somebody in a hurry fills in the form last. */
export function unfitTimes({ startsAt, endsAt }: TripPlan, now: Date) {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) return refuse('trip-ends-before-it-begins', { startsAt, endsAt });
  if (Date.parse(endsAt) <= now.getTime()) return refuse('trip-already-over', { endsAt });
  return undefined;
}
