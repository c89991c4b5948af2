import { refuse, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { IssueCards, PaperMade } from './contract.ts';
import {
  cardsRefusal,
  dayRefusal,
  paperFacts,
  paperRefusalCodes,
  paperToCome,
  placeOf,
  unitsOf,
} from './make-paper.ts';

/** 领用: out of the stock into somebody's hands, who stands here and takes them. Where a signature is wanted, hand them over. */
export const issueCards = verb('assets.issue-cards', {
  title: { zh: '领用', en: 'Issue' },
  input: IssueCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: [...paperRefusalCodes, 'receiver-unknown', 'room-unknown'],
  load: (tx, input, context) => paperToCome(tx, 'issue', input, context),
  at: unitsOf,
  decide(known, { to, department, room, place, day, note }, context) {
    const closed = cardsRefusal(known.cards, 'assets.issue-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    const personName = context.organisation.personName(to);
    if (personName === undefined) return refuse('receiver-unknown', {}, { status: 404 });
    if (room !== null && known.roomName === null) return refuse('room-unknown', {}, { status: 404 });
    const put = placeOf({ place, roomName: known.roomName });
    const about = { note, personName, department, room, place: put };
    return paperFacts(
      known,
      { kind: 'issue', day, about, person: to },
      (card) => ({
        state: 'in-use',
        user: to,
        ...(department === null ? {} : { department }),
        ...(room === null ? {} : { room }),
        place: put || card.place,
      }),
      context,
    );
  },
});
