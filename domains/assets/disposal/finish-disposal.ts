import { stale, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { dayRefusal, movedBy } from '../papers/make-paper.ts';
import { paperOf } from '../papers/paper.ts';
import { DisposalFinished, FinishDisposal } from './contract.ts';
import { disposalRefusal, onDisposal } from './on-disposal.ts';

/** 完成处置: the things are gone, by the paper of whoever took them; they leave the ledger, and what came of it is owed to the treasury. */
export const finishDisposal = verb('assets.finish-disposal', {
  ...onDisposal,
  title: { zh: '完成处置', en: 'Finish' },
  input: FinishDisposal,
  who: ['assets-clerk'],
  facts: [DisposalFinished, CardMoved],
  refusals: ['not-now', 'stale-version', 'day-ahead'],
  decide({ paper, cards }, { version, day: asked, document, proceedsFen }, context) {
    const closed = disposalRefusal(paper, 'assets.finish-disposal') ?? dayRefusal(asked, context.today);
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    const { standards, organisation, calendar, today } = context;
    const day = asked ?? today;
    const within = standards.numberOn('assets.income-due', day, organisation.place(paper.unit));
    const payBy = proceedsFen === 0 ? null : calendar.addWorkdays(day, within);
    return [
      DisposalFinished.of({
        object: paperOf(paper),
        unit: paper.unit,
        body: { number: paper.number, day, document, proceedsFen, payBy },
      }),
      ...cards.map((card) => movedBy(paper, card, { state: 'disposed', disposedOn: day })),
    ];
  },
});
