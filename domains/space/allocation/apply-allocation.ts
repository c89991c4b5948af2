import { refuse, sql, stale, type Tx, verb } from '@opengoa/kernel';
import { RoomAllotted } from '../ledger/contract.ts';
import { placeOf, roomOf } from '../ledger/premises.ts';
import { type AllocationRoom, allocationMoves, allocationOf } from './allocation.ts';
import { lockAllocation, roomsOfAllocation } from './allocation-store.ts';
import { AllocationApplied, ApplyAllocation } from './contract.ts';

/** Rooms as they stand now, with who keeps their building. */
interface Standing {
  readonly id: string;
  readonly number: string;
  readonly areaM2: number;
  readonly state: string;
  readonly unit: string;
  readonly keeper: string;
  readonly held: boolean;
  readonly lastFrom: string | null;
}

/**
 * 实施方案: by a paper, from a day on, each room that changes hands is allotted; those nobody is given fall back to the keeper of the building. Who
 * sits in them stays in the ledger until seated anew, and is listed with the draft.
 */
export const applyAllocation = verb('space.apply-allocation', {
  title: { zh: '实施方案', en: 'Apply the plan' },
  input: ApplyAllocation,
  who: ['space-clerk'],
  on: 'space.allocation',
  facts: [AllocationApplied, RoomAllotted],
  refusals: ['not-now', 'stale-version', 'time-not-yet', 'nothing-changes', 'rooms-changed', 'allot-before-last'],
  async load(tx, { allocation: id }) {
    const allocation = await lockAllocation(tx, id);
    const rooms = await roomsOfAllocation(tx, id);
    const changing = rooms.filter(({ plan, today }) => plan !== today);
    return { allocation, changing, standing: await standingOf(tx, changing) };
  },
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide({ allocation, changing, standing }, { version, paper, from }, { organisation, today: day }) {
    const closed = allocationMoves.refusal(allocation.state, 'space.apply-allocation');
    if (closed) return closed;
    if (version !== allocation.version) return stale({ version: allocation.version });
    if (from > day) return refuse('time-not-yet');
    if (changing.length === 0) return refuse('nothing-changes');
    const institution = (unit: string) => organisation.institutionOf(unit)?.id ?? unit;
    const known = new Map(standing.map((room) => [room.id, room]));
    const changed = changing.filter(({ room: id, today, areaM2 }) => {
      const now = known.get(id);
      if (!now || Math.abs(now.areaM2 - areaM2) > 0.005 || !['in-use', 'vacant'].includes(now.state)) return true;
      return (now.held ? institution(now.unit) : null) !== today;
    });
    if (changed.length > 0) return refuse('rooms-changed', { rooms: changed.length, number: changed[0]!.number });
    const later = standing.find(({ lastFrom }) => lastFrom !== null && lastFrom > from);
    if (later) return refuse('allot-before-last', { day: later.lastFrom! });
    return [
      AllocationApplied.of({
        object: allocationOf(allocation),
        unit: allocation.unit,
        body: { paper, from, rooms: changing.length },
      }),
      ...changing.map(({ room: id, plan }) => {
        const room = known.get(id)!;
        return RoomAllotted.of({
          object: roomOf(room),
          unit: plan ?? room.keeper,
          body: { was: room.unit, from, kind: plan === null ? 'kept' : 'allotted', paper },
          facets: placeOf(room),
        });
      }),
    ];
  },
});

/** Locked, so that nobody gives a room to somebody else meanwhile. */
const standingOf = (tx: Tx, rooms: readonly AllocationRoom[]) =>
  tx.rows<Standing>(sql`
    select r.id, r.number, r.area_m2::float8 as "areaM2", r.state, r.unit_id as unit, b.unit_id as keeper,
           r.state = 'in-use' and coalesce(t.kind, 'allotted') <> 'kept' as held, t.from_day::text as "lastFrom"
      from space.room r
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
     where r.id = any (${rooms.map(({ room }) => room)}::uuid[]) order by r.id for update of r`);
