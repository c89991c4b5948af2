import { refuse, stale, TaskEnded, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperSigned, SignHandOver } from './contract.ts';
import { movedBy } from './make-paper.ts';
import { onPaper } from './on-paper.ts';
import { paperOf, signatureRefusal } from './paper.ts';
import { endOnDesk } from './paper-task.ts';

/** 签收: one signature for everything on the paper, but for the lines that are refused with a reason. */
export const signHandOver = verb('assets.sign-hand-over', {
  ...onPaper,
  title: { zh: '签收', en: 'Sign' },
  input: SignHandOver,
  who: ['self'],
  facts: [PaperSigned, CardMoved, TaskEnded],
  refusals: ['not-now', 'stale-version', 'not-on-the-paper'],
  object: ({ paper }) => paper,
  at: ({ paper }) => ({ unit: paper.unit, person: paper.kind === 'hand-over' ? paper.person : null, object: paper.id }),
  decide({ paper, cards, task }, { version, refused }, context) {
    const closed = signatureRefusal(paper, 'assets.sign-hand-over');
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    const why = new Map(refused.map((line) => [line.card, line.why]));
    if ([...why.keys()].some((card) => !cards.some(({ id }) => id === card))) return refuse('not-on-the-paper');
    const taken = cards.length - why.size;
    const { department, room, place } = paper.about;
    const state = why.size === 0 ? 'signed' : taken === 0 ? 'refused' : 'partly-signed';
    const lines = cards.flatMap(({ id, number }) => (why.has(id) ? [{ card: id, number, why: why.get(id)! }] : []));
    return [
      PaperSigned.of({
        object: paperOf(paper),
        unit: paper.unit,
        body: { number: paper.number, state, signed: taken, refused: lines },
      }),
      ...cards.map((card) =>
        why.has(card.id)
          ? movedBy(paper, card, { handed: { to: paper.person, unit: null, paper: paper.id, refused: true } })
          : movedBy(paper, card, {
              state: 'in-use',
              user: paper.person,
              ...(department ? { department } : {}),
              ...(room ? { room } : {}),
              ...(place ? { place } : {}),
            }),
      ),
      ...endOnDesk(paper, task, 'done', context),
    ];
  },
});
