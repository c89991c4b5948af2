import type { Category } from '../contract.ts';
import type { Conditions } from './conditions.ts';
import type { Crossing, Fence } from './fence.ts';

/** Does the fence look at this vehicle at all? One named by itself is looked at whatever its category. */
export const looksAt = (
  { categories, vehicles }: Pick<Conditions, 'categories' | 'vehicles'>,
  vehicle: { readonly id: string; readonly category: Category | undefined },
): boolean =>
  (categories.length === 0 && vehicles.length === 0) ||
  vehicles.includes(vehicle.id) ||
  (vehicle.category !== undefined && categories.includes(vehicle.category));

/** A coming or going that the fence tells of. */
export const tellsOf = ({ fence: { tells }, way }: Crossing): boolean => tells === 'both' || tells === way;

/** Inside a fence that tells of stays. */
export interface Visit {
  readonly fence: string;
  readonly since: number;
  readonly told: boolean;
}

export interface Stay {
  readonly fence: Fence;
  /** When the minutes were full. */
  readonly at: number;
  readonly minutes: number;
}

/**
 * Who stayed longer than a fence allows: told once a visit, whether it is still inside or left since.
 * @param crossings all of the vehicle's comings and goings in the order of time
 * @param until its last counted fix
 */
export function staysOf(
  fences: readonly Fence[],
  before: readonly Visit[],
  crossings: readonly Crossing[],
  until: number,
): { readonly stays: readonly Stay[]; readonly visits: readonly Visit[] } {
  const stays: Stay[] = [];
  const visits: Visit[] = [];
  for (const fence of fences) {
    if (fence.stayMinutes === null) continue;
    const minutes = fence.stayMinutes;
    let visit = before.find((one) => one.fence === fence.id);
    const judge = (last: number) => {
      if (!visit || visit.told) return;
      const full = visit.since + minutes * 60_000;
      if (last < full) return;
      stays.push({ fence, at: full, minutes });
      visit = { ...visit, told: true };
    };
    for (const { way, at } of crossings.filter((crossing) => crossing.fence.id === fence.id)) {
      if (way === 'entered') visit = { fence: fence.id, since: at, told: false };
      else {
        judge(at);
        visit = undefined;
      }
    }
    judge(until);
    if (visit) visits.push(visit);
  }
  return { stays, visits };
}
