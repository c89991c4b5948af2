import { nearestHolders, newId, refuse, type Refusal, TaskRaised, verb } from '@opengoa/kernel';
import { AskToHandBack, HandBackAsked } from './contract.ts';
import { handBackOf, type HeldRoom, lockHeldRooms, lotOf, namesOf } from './hand-back.ts';

/** 申请退还房间: a unit says which of its rooms it no longer needs. Nobody sits there any more; whoever keeps the premises finds it on the desk. */
export const askToHandBack = verb('space.ask-to-hand-back', {
  title: { zh: '退还房间', en: 'Hand rooms back' },
  about: {
    zh: '选本单位不再需要的房间，由机关事务部门交接',
    en: 'Choose rooms the unit no longer needs; the keeper takes them over',
  },
  input: AskToHandBack,
  who: ['clerk', 'head', 'leader', 'space-clerk'],
  facts: [HandBackAsked, TaskRaised],
  refusals: ['unit-not-an-institution', 'asker-unknown', 'room-not-held', 'room-back-asked', 'people-to-move'],
  load: async (tx, { rooms }) => ({ id: newId(), held: await lockHeldRooms(tx, rooms) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, held }, { unit, rooms, day, why }, { actor, organisation }) {
    const kind = organisation.unit(unit)?.kind;
    if (kind === undefined || kind === 'division') return refuse('unit-not-an-institution');
    if (actor.person === null) return refuse('asker-unknown');
    const unheld = notHeld(held, rooms, unit);
    if (unheld) return unheld;
    const asked = held.filter((room) => room.asked !== null);
    if (asked.length > 0) return refuse('room-back-asked', { rooms: namesOf(asked) }, { status: 409 });
    const sat = peopleToMove(held);
    if (sat) return sat;
    const holders = nearestHolders(organisation, 'space-clerk', unit);
    return [
      HandBackAsked.of({
        object: handBackOf({ id }),
        unit,
        body: { rooms: held.map(lotOf), day, why, asker: actor.person, askerName: actor.name },
        why,
      }),
      ...(holders.length === 0
        ? []
        : [
            TaskRaised.of({
              object: handBackOf({ id }),
              unit,
              body: {
                task: {
                  id: newId(),
                  step: null,
                  title: { zh: '交接退还的房间', en: 'Take over rooms that are handed back' },
                  holders: [...holders],
                  copied: [actor.person],
                  due: new Date(`${day}T17:00:00+08:00`).toISOString(),
                },
                kind: 'space.hand-back',
                asker: actor.person,
                summary: `${organisation.unit(unit)!.name} 退还 ${held.length} 间：${namesOf(held)}`.slice(0, 500),
                opens: `/space/hand-backs?f.state=asked&f.unit_id=${unit}`,
                verbs: ['space.take-hand-back', 'space.decline-hand-back'],
              },
            }),
          ]),
    ];
  },
});

/** Every room asked about is the unit's now. */
export function notHeld(held: readonly HeldRoom[], asked: readonly string[], unit: string): Refusal | undefined {
  return held.length === new Set(asked).size && held.every(({ institution }) => institution === unit)
    ? undefined
    : refuse('room-not-held', {}, { status: 409 });
}

/** A room is handed over empty: who still sits there is said with their count. */
export function peopleToMove(held: readonly HeldRoom[]): Refusal | undefined {
  const sat = held.filter(({ people }) => people > 0);
  return sat.length === 0
    ? undefined
    : refuse('people-to-move', { rooms: namesOf(sat), people: sat.reduce((sum, { people }) => sum + people, 0) });
}
