import { refuse, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperMade, TakeBackCards } from './contract.ts';
import {
  cardsRefusal,
  dayRefusal,
  paperFacts,
  paperRefusalCodes,
  paperToCome,
  placeOf,
  unitsOf,
} from './make-paper.ts';

/** 退库: back into the stock, out of everybody's hands. */
export const takeBackCards = verb('assets.take-back-cards', {
  title: { zh: '退库', en: 'Take back' },
  input: TakeBackCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: [...paperRefusalCodes, 'room-unknown'],
  load: (tx, input, context) => paperToCome(tx, 'take-back', input, context),
  at: unitsOf,
  decide(known, { room, place, day, note, condition }, context) {
    const closed = cardsRefusal(known.cards, 'assets.take-back-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    if (room !== null && known.roomName === null) return refuse('room-unknown', {}, { status: 404 });
    const put = placeOf({ place, roomName: known.roomName });
    const [first] = known.cards;
    const personName = first?.user ? context.organisation.personName(first.user) : undefined;
    return paperFacts(
      known,
      { kind: 'take-back', day, about: { note, room, place: put, ...(personName ? { personName } : {}) } },
      (card) => ({
        state: 'in-stock',
        user: null,
        department: null,
        room,
        place: put || card.place,
        ...(condition === undefined ? {} : { condition }),
      }),
      context,
    );
  },
});
