import { refuse, TaskRaised, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { CardMoved } from '../cards/contract.ts';
import { HandOverCards, PaperMade } from './contract.ts';
import {
  cardsRefusal,
  dayRefusal,
  paperFacts,
  paperRefusalCodes,
  paperToCome,
  placeOf,
  unitsOf,
} from './make-paper.ts';
import { raiseOnDesk } from './paper-task.ts';

/** 移交: one paper over many things, signed once by who receives them; until then they are the giver's. */
export const handOverCards = verb('assets.hand-over-cards', {
  title: { zh: '移交', en: 'Hand over' },
  input: HandOverCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved, TaskRaised],
  refusals: [...paperRefusalCodes, 'receiver-unknown', 'receiver-holds-it', 'room-unknown'],
  result: z.strictObject({ paper: z.uuid() }),
  load: (tx, input, context) => paperToCome(tx, 'hand-over', input, context),
  at: unitsOf,
  decide(known, { to, department, room, place, day, note }, context) {
    const { id, number, cards } = known;
    const closed = cardsRefusal(cards, 'assets.hand-over-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    const personName = context.organisation.personName(to);
    if (personName === undefined) return refuse('receiver-unknown', {}, { status: 404 });
    const held = cards.find(({ user }) => user === to);
    if (held) return refuse('receiver-holds-it', { number: held.number });
    if (room !== null && known.roomName === null) return refuse('room-unknown', {}, { status: 404 });
    const about = { note, personName, department, room, place: placeOf({ place, roomName: known.roomName }) };
    const { unit } = cards[0]!;
    const facts = [
      ...paperFacts(
        known,
        { kind: 'hand-over', state: 'awaiting-signature', day, about, person: to },
        () => ({ handed: { to, unit: null, paper: id } }),
        context,
      ),
      ...raiseOnDesk(
        {
          id,
          unit,
          title: { zh: '签收移交的资产', en: 'Sign for assets' },
          holders: [to],
          summary: `${number} 共 ${cards.length} 项：${cards
            .slice(0, 3)
            .map(({ name }) => name)
            .join('、')}${cards.length > 3 ? ' 等' : ''}`,
          verbs: ['assets.sign-hand-over'],
        },
        context,
      ),
    ];
    return { facts, result: { paper: id } };
  },
});
