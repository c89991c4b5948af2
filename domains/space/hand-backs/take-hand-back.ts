import { endTasksOf, refuse, verb } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { RoomAllotted } from '../ledger/contract.ts';
import { RoomsTakenBack } from '../requests/contract.ts';
import { licenceOf } from '../requests/licence.ts';
import { notHeld, peopleToMove } from './ask-to-hand-back.ts';
import { HandBackTaken, TakeHandBack } from './contract.ts';
import { handBackMoves, handBackOf, type HeldRoom, lockHandBack, lockHeldRooms, lotOf } from './hand-back.ts';

/** 确认交接: the rooms stand vacant with whoever keeps the building, and leave the licence they were used by. */
export const takeHandBack = verb('space.take-hand-back', {
  title: { zh: '确认交接', en: 'Take over' },
  input: TakeHandBack,
  who: ['space-clerk'],
  on: 'space.hand-back',
  facts: [HandBackTaken, RoomsTakenBack, RoomAllotted],
  refusals: ['not-now', 'room-not-held', 'people-to-move', 'back-before-start'],
  object: ({ handBack }) => handBack,
  async load(tx, { handBack: id }) {
    const handBack = await lockHandBack(tx, id);
    const rooms = handBack.rooms.map(({ room }) => room);
    return { handBack, held: await lockHeldRooms(tx, rooms), tasks: await openTasksOf(tx, id) };
  },
  at: ({ handBack, held }) =>
    [...new Set([handBack.unit, ...held.map(({ keeper }) => keeper)])].map((unit) => ({ unit })),
  decide({ handBack, held, tasks }, { day, note }, context) {
    const closed = handBackMoves.refusal(handBack.state, 'space.take-hand-back');
    if (closed) return closed;
    const asked = handBack.rooms.map(({ room }) => room);
    const unfit = notHeld(held, asked, handBack.unit) ?? peopleToMove(held);
    if (unfit) return unfit;
    const latest = held
      .flatMap(({ since }) => since ?? [])
      .toSorted()
      .at(-1);
    if (day > context.today || (latest !== undefined && day < latest))
      return refuse('back-before-start', { day: latest ?? context.today });
    const object = handBackOf(handBack);
    return [
      HandBackTaken.of({ object, unit: handBack.unit, body: { rooms: held.map(lotOf), day, note } }),
      ...offTheirLicences(held, day, note),
      ...held.map(({ room, keeper, unit, number }) =>
        RoomAllotted.of({
          object: { kind: 'space.room', id: room },
          unit: keeper,
          body: { was: unit, from: day, kind: 'kept', paper: '单位退还' },
          facets: { place: { kind: 'room', id: room, name: number } },
        }),
      ),
      ...endTasksOf({ object, unit: handBack.unit }, tasks, context),
    ];
  },
});

/** Each licence without the rooms that were on it; a room that was given without a licence leaves none. */
const offTheirLicences = (held: readonly HeldRoom[], day: string, note: string) =>
  [
    ...Map.groupBy(
      held.filter(({ licence }) => licence !== null),
      ({ licence }) => licence!,
    ),
  ].map(([id, rooms]) =>
    RoomsTakenBack.of({
      object: licenceOf({ id }),
      unit: rooms[0]!.licenceUnit!,
      body: { rooms: rooms.map(lotOf), day, note },
    }),
  );
