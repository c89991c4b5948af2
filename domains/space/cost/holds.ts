import { daysBetween } from '@opengoa/kernel/calendar';

/** Who bears a room's share: a unit, nobody (闲置), or the whole house (plant, guards). */
export type Bearer = 'unit' | 'vacant' | 'house';

/** A room over days on which one bears it; the last day counts. Areas are m² of usable area. */
export interface Hold {
  readonly room: string;
  readonly bearer: Bearer;
  /** Who has it; of a room that nobody has, who keeps it. */
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly areaM2: number;
}

export interface HeldRoom {
  readonly id: string;
  readonly unit: string;
  /** Of the unit that keeps the building. */
  readonly keeper: string;
  readonly areaM2: number;
  readonly state: string;
  /** How it stands while nobody was given it. */
  readonly idle: 'in-use' | 'vacant';
}
export interface TenureDays {
  readonly unit: string;
  readonly kind: 'allotted' | 'lent' | 'kept';
  readonly from: string;
  readonly toExclusive: string | null;
}

/** Days of `[from, to]`; the last counts. */
export const daysOf = (from: string, to: string): number => daysBetween(from, to) + 1;

/**
 * Who had a room on which days of a stretch, from its periods, the oldest first. What no period covers was its keeper's. Of days gone by a kept room was
 * idle; how it stands today tells the open period, and a room without any.
 */
export function holdsOf(
  room: HeldRoom,
  tenures: readonly TenureDays[],
  [from, to]: readonly [string, string],
): readonly Hold[] {
  const idle: Bearer = room.idle === 'vacant' ? 'vacant' : 'house';
  const today: Bearer = room.state === room.idle ? idle : room.state === 'vacant' ? 'vacant' : 'unit';
  const holds: Hold[] = [];
  const hold = (bearer: Bearer, unit: string, start: string, endExclusive: string | null) => {
    const first = start > from ? start : from;
    const days = endExclusive !== null && endExclusive <= to ? daysBetween(first, endExclusive) : daysOf(first, to);
    if (days <= 0) return;
    const last = endExclusive !== null && endExclusive <= to ? dayBefore(endExclusive) : to;
    holds.push({ room: room.id, bearer, unit, from: first, to: last, days, areaM2: room.areaM2 });
  };
  if (tenures.length === 0) hold(today, room.unit, from, null);
  let next = from;
  for (const { unit, kind, from: start, toExclusive } of tenures) {
    if (start > next) hold(idle, room.keeper, next, start);
    hold(kind !== 'kept' ? 'unit' : toExclusive === null ? today : idle, unit, start, toExclusive);
    next = toExclusive ?? '9999-12-31';
  }
  if (tenures.length > 0 && next <= to) hold(idle, room.keeper, next, null);
  return holds;
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
