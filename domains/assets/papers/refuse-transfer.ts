import { stale, TaskEnded, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperRefused, RefuseTransfer } from './contract.ts';
import { movedBy } from './make-paper.ts';
import { onPaper } from './on-paper.ts';
import { paperOf, signatureRefusal } from './paper.ts';
import { endOnDesk } from './paper-task.ts';

/** 拒收: the other side does not take them, and says why; they stay where they are. */
export const refuseTransfer = verb('assets.refuse-transfer', {
  ...onPaper,
  title: { zh: '拒收', en: 'Refuse' },
  input: RefuseTransfer,
  who: ['assets-clerk'],
  facts: [PaperRefused, CardMoved, TaskEnded],
  refusals: ['not-now', 'stale-version'],
  at: ({ paper }) => ({ unit: paper.otherUnit ?? '' }),
  decide({ paper, cards, task }, { version, why }, context) {
    const closed = signatureRefusal(paper, 'assets.refuse-transfer');
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    return [
      PaperRefused.of({ object: paperOf(paper), unit: paper.unit, body: { number: paper.number, why } }),
      ...cards.map((card) =>
        movedBy(paper, card, { handed: { to: null, unit: paper.otherUnit, paper: paper.id, refused: true } }),
      ),
      ...endOnDesk(paper, task, 'done', context),
    ];
  },
});
