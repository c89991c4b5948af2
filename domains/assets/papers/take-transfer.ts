import { refuse, stale, TaskEnded, verb } from '@opengoa/kernel';
import { numbersTaken } from '../cards/card-store.ts';
import { CardMoved } from '../cards/contract.ts';
import { ComponentsWentAlong } from '../supplies/contract.ts';
import { fittedIn, leaving, wentAlong } from '../supplies/fitted.ts';
import { PaperSigned, TakeTransfer } from './contract.ts';
import { movedBy, nameOfRoom, placeOf } from './make-paper.ts';
import { onPaper } from './on-paper.ts';
import { paperOf, signatureRefusal } from './paper.ts';
import { endOnDesk } from './paper-task.ts';

/** 调入: the other side takes them; from this day they stand in its ledger. */
export const takeTransfer = verb('assets.take-transfer', {
  ...onPaper,
  title: { zh: '接收', en: 'Take in' },
  input: TakeTransfer,
  who: ['assets-clerk'],
  facts: [PaperSigned, ComponentsWentAlong, CardMoved, TaskEnded],
  refusals: ['not-now', 'stale-version', 'card-number-taken', 'room-unknown'],
  async load(tx, input) {
    const known = await onPaper.load(tx, input);
    const unit = known.paper.otherUnit;
    const taken =
      unit === null
        ? new Set<string>()
        : await numbersTaken(
            tx,
            known.cards.map(({ number }) => ({ unit, number })),
          );
    const fitted = await fittedIn(
      tx,
      known.cards.map(({ id }) => id),
    );
    return { ...known, fitted, taken, roomName: input.room === null ? null : await nameOfRoom(tx, input.room) };
  },
  at: ({ paper }) => ({ unit: paper.otherUnit ?? '' }),
  decide({ paper, cards, task, taken, fitted, roomName }, { version, department, room, place }, context) {
    const closed = signatureRefusal(paper, 'assets.take-transfer');
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    const unit = paper.otherUnit!;
    const doubled = cards.find(({ number }) => taken.has(`${unit} ${number}`));
    if (doubled) return refuse('card-number-taken', { number: doubled.number }, { status: 409 });
    if (room !== null && roomName === null) return refuse('room-unknown', {}, { status: 404 });
    const along = leaving(fitted, unit, context);
    return [
      PaperSigned.of({
        object: paperOf(paper),
        unit: paper.unit,
        body: { number: paper.number, state: 'signed', signed: cards.length, refused: [] },
      }),
      ...wentAlong(paperOf(paper), { unit, number: paper.number, along }),
      ...cards.map((card) =>
        movedBy(paper, card, {
          unit,
          state: 'in-stock',
          user: null,
          keeper: null,
          department,
          room,
          place: placeOf({ place, roomName }),
        }),
      ),
      ...endOnDesk(paper, task, 'done', context),
    ];
  },
});
