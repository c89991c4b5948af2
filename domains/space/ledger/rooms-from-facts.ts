/** How rooms stood, told by facts alone: the same moves that the saves make of rows. Pure. Areas in square metres. */
import type { Id } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { BuildingFollowed, RoomFollowed } from '../changes/contract.ts';
import { bodyOf, type PastFact } from '../facts-before.ts';
import { HomeRegistered, HomeStateSet } from '../housing/contract.ts';
import { LeaseApproved, LeaseEnded } from '../leases/contract.ts';
import { RenovationAccepted, RenovationBegun, RenovationCancelled } from '../renovation/contract.ts';
import {
  BuildingChanged,
  BuildingDisposed,
  BuildingRegistered,
  RoomAllotted,
  RoomChanged,
  RoomRegistered,
  RoomsMerged,
  RoomSplit,
  type RoomState,
  type TenureKind,
} from './contract.ts';

export interface PastRoom {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly number: string;
  readonly use: string;
  readonly areaM2: number;
  readonly bound: boolean;
  readonly state: RoomState;
  /** Of its open period; null where nobody wrote down whose it was. */
  readonly held: TenureKind | null;
  /** First day of that period. */
  readonly heldFrom: string | null;
  /** What it was before the works that are under way in it. */
  readonly beforeWorks: RoomState | null;
}
export interface PastPremises {
  readonly rooms: ReadonlyMap<Id, PastRoom>;
  /** Names of buildings. */
  readonly buildings: ReadonlyMap<Id, string>;
}

/** What says anything of a room's number, use, area, unit or state, or of its building's name. */
export const kindsOfPremises = [
  BuildingRegistered,
  BuildingChanged,
  BuildingFollowed,
  BuildingDisposed,
  RoomRegistered,
  RoomChanged,
  RoomAllotted,
  RoomFollowed,
  RoomSplit,
  RoomsMerged,
  LeaseApproved,
  LeaseEnded,
  RenovationBegun,
  RenovationAccepted,
  RenovationCancelled,
  HomeRegistered,
  HomeStateSet,
] as const;

/** Every use that these facts name: how a room of it stands idle is asked of the database. */
export const usesNamed = (facts: readonly PastFact[]): string[] => [
  ...new Set(
    facts.flatMap((fact) => {
      const split = bodyOf(RoomSplit, fact);
      const room = bodyOf(RoomRegistered, fact) ?? bodyOf(RoomChanged, fact);
      return split ? [split.use, ...split.into.map(({ use }) => use)] : room ? [room.use] : [];
    }),
  ),
];

/**
 * Rooms and buildings as these facts leave them.
 * @param facts the oldest first, and all of them from the first on
 * @param idle how a room of a use stands while nobody was given it
 */
export function roomsFrom(facts: readonly PastFact[], idle: (use: string) => RoomState): PastPremises {
  const rooms = new Map<Id, PastRoom>();
  const buildings = new Map<Id, string>();
  const change = (ids: readonly Id[], to: (room: PastRoom) => Partial<PastRoom>) => {
    for (const id of ids) {
      const room = rooms.get(id);
      if (room) rooms.set(id, { ...room, ...to(room) });
    }
  };
  const stateAs = ({ state, use, held }: PastRoom, next: string): RoomState =>
    state === 'vacant' || (state === idle(use) && (held === null || held === 'kept')) ? idle(next) : state;
  for (const fact of facts) {
    const own = [fact.object];
    const building =
      bodyOf(BuildingRegistered, fact) ?? bodyOf(BuildingChanged, fact) ?? bodyOf(BuildingFollowed, fact);
    if (building) buildings.set(fact.object, building.name);
    if (bodyOf(BuildingDisposed, fact))
      change(
        [...rooms.values()].flatMap((room) => (room.building === fact.object ? [room.id] : [])),
        () => ({ state: 'disposed', held: null, heldFrom: null }),
      );
    const registered = bodyOf(RoomRegistered, fact);
    if (registered) {
      const { building: where, number, use, areaM2, bound } = registered;
      const room = { id: fact.object, unit: fact.unit, building: where, number, use, areaM2, bound };
      rooms.set(fact.object, { ...room, state: idle(use), held: null, heldFrom: null, beforeWorks: null });
    }
    const changed = bodyOf(RoomChanged, fact);
    if (changed) {
      const { number, use, areaM2, bound, state } = changed;
      change(own, () => ({ number, use, areaM2, bound, state }));
    }
    const allotted = bodyOf(RoomAllotted, fact);
    if (allotted) {
      const { kind, from } = allotted;
      change(own, ({ state, use }) => ({
        unit: fact.unit,
        held: kind,
        heldFrom: from,
        state: state === 'under-repair' || state === 'disposed' ? state : kind === 'kept' ? idle(use) : 'in-use',
      }));
    }
    const followed = bodyOf(RoomFollowed, fact);
    if (followed) change(own, () => ({ unit: fact.unit, held: followed.kind, heldFrom: followed.from }));
    const split = bodyOf(RoomSplit, fact);
    const whole = split && rooms.get(fact.object);
    if (whole) {
      // A part is whose the whole was, from the day of the split on.
      const heldFrom = whole.heldFrom && [whole.heldFrom, dayOf(fact.happenedAt)].toSorted().at(-1)!;
      for (const { id, number, areaM2, use } of split.into)
        rooms.set(id, { ...whole, id, number, areaM2, use, heldFrom, state: stateAs(whole, use), beforeWorks: null });
      const { number, areaM2, use } = split;
      change(own, (room) => ({ number, areaM2, use, state: stateAs(room, use) }));
    }
    const merged = bodyOf(RoomsMerged, fact);
    if (merged) {
      change(own, () => ({ areaM2: merged.areaM2 }));
      change(merged.others, () => ({ state: 'disposed', held: null, heldFrom: null }));
    }
    const let_ = bodyOf(LeaseApproved, fact);
    if (let_) change(let_.rooms, () => ({ state: let_.kind === 'lent-out' ? 'lent' : 'rented-out' }));
    const begun = bodyOf(RenovationBegun, fact);
    if (begun) change(begun.rooms, ({ state }) => ({ state: 'under-repair', beforeWorks: state }));
    const over = bodyOf(RenovationAccepted, fact) ?? bodyOf(RenovationCancelled, fact);
    if (over) change(over.rooms, (room) => givenBack(room, idle));
    const home = bodyOf(HomeRegistered, fact)?.room;
    if (home) change([home], () => ({ state: 'in-use' }));
    const left = bodyOf(HomeStateSet, fact);
    const freed = bodyOf(LeaseEnded, fact)?.rooms ?? (left?.state === 'withdrawn' && left.room ? [left.room] : []);
    change(freed, ({ use }) => ({ state: idle(use) }));
  }
  return { rooms, buildings };
}

/** Again what it was before the works; one that was given to somebody meanwhile is in use. */
function givenBack({ state, held, use, beforeWorks }: PastRoom, idle: (use: string) => RoomState): Partial<PastRoom> {
  if (state !== 'under-repair' || beforeWorks === null) return {};
  if (held !== null) return { state: held === 'kept' ? idle(use) : 'in-use' };
  return { state: beforeWorks === 'vacant' ? idle(use) : beforeWorks };
}
