import { type Context, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { type Allocation, type AllocationRoom, offersFor, plannedOf, questionOf } from './allocation.ts';
import { findAllocation, roomsOfAllocation } from './allocation-store.ts';
import { AllocationAnswer } from './contract.ts';
import { gapTo, judgePlacing, type UnitPlace } from './judge-placing.ts';
import { proposeSeats } from './propose-seats.ts';
import { todayOf } from './question.ts';

/** 统筹配置方案: today beside the plan, judged anew each time, so that a change by hand is told at once. */
export const oneAllocation = read('space.allocation', {
  title: { zh: '统筹配置方案', en: 'An allocation' },
  query: z.strictObject({ id: z.uuid() }),
  answer: AllocationAnswer,
  who: readers,
  async fetch(tx, { id }, context) {
    const allocation = await findAllocation(tx, id);
    const rooms = await roomsOfAllocation(tx, id);
    return answerOf(allocation, rooms, await reseatOf(tx, allocation, rooms, context), context);
  },
  at: ({ unit }) => ({ unit }),
  moves: (it) => offersFor(it),
});

function answerOf(
  it: Allocation,
  rooms: readonly AllocationRoom[],
  reseat: AllocationAnswer['reseat'],
  { organisation }: Context,
): AllocationAnswer {
  const question = questionOf(it, rooms);
  const today = judgePlacing(question, todayOf(question));
  const plan = it.result === null ? null : judgePlacing(question, plannedOf(rooms));
  const names = new Map(it.question.units.map(({ id, name }) => [id, name]));
  const placeOf = ({ unit: _unit, needM2: _need, ...place }: UnitPlace) => place;
  const inFloor = Map.groupBy(rooms, ({ floor }) => floor);
  return {
    id: it.id,
    unit: it.unit,
    unitName: organisation.unit(it.unit)?.name ?? '',
    title: it.title,
    state: it.state,
    surplusCap: it.surplusCap,
    seconds: it.seconds,
    turns: it.turns,
    askedAt: it.askedAt.toISOString(),
    madeName: it.madeName,
    paper: it.paper,
    from: it.from,
    why: it.why,
    version: it.version,
    // Rooms given by hand are judged beside the same bound.
    found: it.result && { ...it.result, gap: gapTo(it.result.bound, plan?.cost.sum ?? it.result.cost) },
    today: today.cost,
    plan: plan?.cost ?? null,
    units: it.question.units.map((unit, i) => ({
      ...unit,
      near: unit.near.map((other) => names.get(other) ?? organisation.unit(other)?.name ?? ''),
      today: placeOf(today.units[i]!),
      plan: plan ? placeOf(plan.units[i]!) : null,
    })),
    floors: it.question.floors.map(({ id, buildingName, name }) => ({
      id,
      building: buildingName,
      name,
      rooms: (inFloor.get(id) ?? []).map(({ room, number, areaM2, zone, today: had, plan: gets, fixed, byHand }) => ({
        id: room,
        number,
        areaM2,
        zone,
        today: had,
        plan: gets,
        fixed,
        byHand,
      })),
    })),
    broken: [...(plan ?? today).broken],
    emptied: [...(plan ?? today).emptyFloors],
    apart: (plan ?? today).apart.map(([unit, other]) => ({ unit: names.get(unit)!, other: names.get(other)! })),
    reseat,
  };
}

/** Who sits in rooms that go to another unit, with a room of their own unit for each. */
async function reseatOf(
  tx: Tx,
  { question, result, unit }: Allocation,
  rooms: readonly AllocationRoom[],
  { organisation }: Context,
): Promise<AllocationAnswer['reseat']> {
  if (result === null) return [];
  const sitting = await tx.rows<{ person: string; room: string }>(sql`
    select person_id as person, room_id as room from space.seating
     where to_day is null and room_id = any (${rooms.map(({ room }) => room)}::uuid[]) and unit_id = any (${organisation.unitsBelow(unit)}::uuid[])
     order by room_id, from_day, id limit 20000`);
  const known = new Map(rooms.map((room) => [room.room, room]));
  const needs = new Map(question.units.map((each) => [each.id, each.needM2 / Math.max(1, each.people)]));
  const leaving = sitting.flatMap(({ person, room: id }) => {
    const room = known.get(id)!;
    return room.today !== null && room.plan !== room.today ? [{ person, room, unit: room.today }] : [];
  });
  const stay = Map.groupBy(
    sitting.filter(({ room }) => known.get(room)!.plan === known.get(room)!.today),
    ({ room }) => room,
  );
  const caps = await tx.rows<{ room: string; capM2: number }>(sql`
    select room_id as room, cap_m2::float8 as "capM2" from space.room_standard where cap_m2 is not null and room_id = any (${[...stay.keys()]}::uuid[])`);
  const keptIn = new Map(caps.map(({ room, capM2 }) => [room, capM2]));
  const seats = proposeSeats(
    leaving.map(({ person, room, unit: of }) => ({ person, unit: of, floor: room.floor, needM2: needs.get(of) ?? 0 })),
    rooms.flatMap(({ room, plan, floor, areaM2 }) =>
      plan === null
        ? []
        : [{ room, unit: plan, floor, areaM2, sitting: stay.get(room)?.length ?? 0, keptM2: keptIn.get(room) ?? null }],
    ),
  );
  return leaving.map(({ person, room, unit: of }) => {
    const to = seats.get(person);
    return {
      person,
      name: organisation.personName(person) ?? '',
      unitName: organisation.unit(of)?.name ?? '',
      room: room.number,
      to: to === undefined ? null : known.get(to)!.number,
      toRoom: to ?? null,
    };
  });
}
