import { refuse, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { MoveCards, PaperMade } from './contract.ts';
import {
  cardsRefusal,
  dayRefusal,
  paperFacts,
  paperRefusalCodes,
  paperToCome,
  placeOf,
  unitsOf,
} from './make-paper.ts';

/** 移动: to another room, place or department; who has it stays. */
export const moveCards = verb('assets.move-cards', {
  title: { zh: '移动', en: 'Move' },
  input: MoveCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: [...paperRefusalCodes, 'nothing-moves', 'room-unknown', 'department-elsewhere'],
  load: (tx, input, context) => paperToCome(tx, 'move', input, context),
  at: unitsOf,
  decide(known, { department, room, place, day, note }, context) {
    const closed = cardsRefusal(known.cards, 'assets.move-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    if (department === null && room === null && place === '') return refuse('nothing-moves');
    if (room !== null && known.roomName === null) return refuse('room-unknown', {}, { status: 404 });
    const [first] = known.cards;
    if (department !== null && !context.organisation.covers(first!.unit, department, true))
      return refuse('department-elsewhere');
    const put = placeOf({ place, roomName: known.roomName });
    const departmentName = department === null ? '' : (context.organisation.unit(department)?.name ?? '');
    return paperFacts(
      known,
      { kind: 'move', day, about: { note, department, departmentName, room, place: put } },
      () => ({
        ...(department === null ? {} : { department }),
        // A place in words alone says that it left its room.
        ...(put === '' ? {} : { place: put, room }),
      }),
      context,
    );
  },
});
