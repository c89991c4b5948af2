import { type Context, refuse, type Refusal } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { Vehicle } from '../fleet/vehicle.ts';
import type { Trip } from './trip.ts';

type Known = Pick<Context, 'calendar' | 'standards' | 'organisation'>;

/**
 * Holidays of a trip on which this vehicle is sealed and stands still: the statutory ones of the calendar, where the rule on use asks for it.
 * Vehicles kept for emergencies are not sealed.
 */
export function sealedDays(
  { unit, plan }: Pick<Trip, 'unit' | 'plan'>,
  { category }: Pick<Vehicle, 'category'>,
  { calendar, standards, organisation }: Known,
): string[] {
  if (category === 'emergency-support') return [];
  const found: string[] = [];
  const last = dayOf(new Date(new Date(plan.endsAt).getTime() - 1));
  for (let day = dayOf(new Date(plan.startsAt)); day <= last; day = addDays(day, 1)) {
    if (calendar.kindOf(day).kind !== 'holiday') continue;
    const rule = standards.valueOn('vehicles.use-rules', day, organisation.place(unit), { item: 'holiday-sealing' });
    if (rule.found && rule.value === true) found.push(day);
  }
  return found;
}

/** Sealed on those days, unless it is said for which duty it goes: that stays on the Record with the dispatch. */
export function sealedRefusal(
  trip: Pick<Trip, 'unit' | 'plan'>,
  vehicle: Pick<Vehicle, 'category' | 'plate'>,
  duty: string | undefined,
  known: Known,
): Refusal | undefined {
  const days = sealedDays(trip, vehicle, known);
  if (days.length === 0 || duty !== undefined) return undefined;
  return refuse(
    'sealed-on-holiday',
    { plate: vehicle.plate, days },
    { possible: ['vehicles.dispatch-trip', 'vehicles.proposals'] },
  );
}
