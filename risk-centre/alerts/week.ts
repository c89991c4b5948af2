import type { Context, Id } from '@opengoa/kernel';

type Organisation = Context['organisation'];

/** The Monday that a day's week begins with: the alert budget is counted from it. */
export function mondayOf(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** The desk that a unit's findings are verified at: the unit itself or the nearest above that has risk officers. */
export const deskOf = (organisation: Pick<Organisation, 'chain' | 'holdersOfRole'>, unit: Id): Id | null =>
  organisation.chain(unit).find(({ id }) => organisation.holdersOfRole('risk-officer', id).length > 0)?.id ?? null;

/** `energy` of `energy/use-over-baseline`. */
export const officeOf = (kit: string): string => kit.split('/', 1)[0]!;
