import { stale, TaskEnded, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperWithdrawn, WithdrawPaper } from './contract.ts';
import { movedBy } from './make-paper.ts';
import { onPaper } from './on-paper.ts';
import { paperOf, signatureRefusal } from './paper.ts';
import { endOnDesk } from './paper-task.ts';

/** 撤回: a hand-over or transfer that nobody has signed yet. */
export const withdrawPaper = verb('assets.withdraw-paper', {
  ...onPaper,
  title: { zh: '撤回', en: 'Withdraw' },
  input: WithdrawPaper,
  who: ['assets-clerk'],
  facts: [PaperWithdrawn, CardMoved, TaskEnded],
  refusals: ['not-now', 'stale-version'],
  decide({ paper, cards, task }, { version, why }, context) {
    const closed = signatureRefusal(paper, 'assets.withdraw-paper');
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    return [
      PaperWithdrawn.of({ object: paperOf(paper), unit: paper.unit, body: { number: paper.number, why } }),
      ...cards.map((card) => movedBy(paper, card, {})),
      ...endOnDesk(paper, task, 'withdrawn', context),
    ];
  },
});
