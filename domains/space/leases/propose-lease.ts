import { newId, refuse, type Refusal, verb } from '@opengoa/kernel';
import type { z } from 'zod';
import { taskToDecide } from '../decision-task.ts';
import { LeaseProposed, ProposeLease } from './contract.ts';
import { leaseOf } from './lease.ts';
import { leaseKinds } from './words.zh.ts';
import { type LeasedRoom, roomsToLet, vacantInRegion } from './lease-store.ts';

/** What terms lack; nothing where they are whole. */
export function termsRefusal(
  { kind, from, to, rentFen, premises, areaM2, rooms: asked }: z.output<typeof ProposeLease>,
  rooms: readonly LeasedRoom[],
): Refusal | undefined {
  if (to <= from) return refuse('lease-backwards');
  if (kind === 'rented-in') {
    if (premises === '' || areaM2 === null || asked.length > 0) return refuse('lease-premises-needed');
  } else if (rooms.length === 0 || rooms.length !== new Set(asked).size) return refuse('lease-rooms-needed');
  if (kind === 'lent-out' ? rentFen > 0 : rentFen === 0)
    return refuse(kind === 'lent-out' ? 'lent-without-rent' : 'rent-needed');
  const numbers = (some: readonly LeasedRoom[]) => some.map((room) => room.name).join('、');
  const taken = rooms.filter((room) => room.taken);
  if (taken.length > 0) return refuse('room-let-already', { rooms: numbers(taken) }, { status: 409 });
  const used = rooms.filter(({ state }) => state !== 'vacant');
  return used.length > 0 ? refuse('rooms-not-vacant', { rooms: numbers(used) }, { status: 409 }) : undefined;
}

/** 提出租借: who gets what from when till when, at which rent and by which paper. What is let stands vacant; what is rented in is told beside one's own vacant rooms. */
export const proposeLease = verb('space.propose-lease', {
  title: { zh: '登记租借', en: 'Propose a lease' },
  input: ProposeLease,
  who: ['space-clerk'],
  facts: [LeaseProposed],
  refusals: [
    'lease-backwards',
    'lease-premises-needed',
    'lease-rooms-needed',
    'lent-without-rent',
    'rent-needed',
    'room-let-already',
    'rooms-not-vacant',
  ],
  async load(tx, { unit, kind, rooms }, context) {
    return {
      id: newId(),
      rooms: await roomsToLet(tx, rooms),
      vacantM2: kind === 'rented-in' ? await vacantInRegion(tx, unit, context) : null,
    };
  },
  at: ({ rooms }, { unit }) => [...new Set([unit, ...rooms.map((room) => room.unit)])].map((each) => ({ unit: each })),
  decide({ id, rooms, vacantM2 }, input, context) {
    const lacking = termsRefusal(input, rooms);
    if (lacking) return lacking;
    const { unit, rooms: _asked, areaM2, ...terms } = input;
    const body = {
      ...terms,
      rooms: rooms.map((room) => room.id),
      areaM2: terms.kind === 'rented-in' ? areaM2! : rooms.reduce((sum, room) => sum + room.areaM2, 0),
      vacantM2,
    };
    const object = leaseOf({ id });
    return [
      LeaseProposed.of({ object, unit, body }),
      ...taskToDecide(
        {
          object,
          unit,
          kind: 'space.decide-lease',
          title: { zh: '审批租借', en: 'Decide on a lease' },
          summary: `${leaseKinds[terms.kind].zh}：${terms.party}，${terms.purpose}`,
          opens: `/space/leases/${id}`,
          verbs: ['space.approve-lease', 'space.refuse-lease'],
        },
        context,
      ),
    ];
  },
});
