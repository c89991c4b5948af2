import { type FactDraft, stale, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { EndRepair, RepairEnded } from './contract.ts';
import { dayRefusal, movedBy } from './make-paper.ts';
import { onPaper } from './on-paper.ts';
import { paperOf, repairMoves } from './paper.ts';

/** 维修完成: back where it was, with what it cost; or it is beyond repair, and may be proposed for disposal. */
export const endRepair = verb('assets.end-repair', {
  ...onPaper,
  title: { zh: '维修完成', en: 'End the repair' },
  input: EndRepair,
  who: ['assets-clerk'],
  facts: [RepairEnded, CardMoved],
  refusals: ['not-now', 'stale-version', 'day-ahead'],
  decide({ paper, cards }, { version, day: asked, result, costFen, invoice }, { today }) {
    const state = paper.state === 'open' && paper.kind === 'repair' ? 'open' : 'done';
    const closed = repairMoves.refusal(state, 'assets.end-repair') ?? dayRefusal(asked, today);
    if (closed) return closed;
    if (version !== paper.version) return stale({ version: paper.version });
    const { number, unit } = paper;
    const day = asked ?? today;
    const facts: FactDraft[] = [
      RepairEnded.of({
        object: paperOf(paper),
        unit,
        body: { number, day, result, costFen, invoice },
        ...(costFen === 0 ? {} : { facets: { cost: [{ amountFen: costFen, unit, day, item: 'repair' }] } }),
      }),
      ...cards.map((card) =>
        movedBy(paper, card, {
          state: card.user === null ? 'in-stock' : 'in-use',
          condition: result === 'repaired' ? 'good' : 'unusable',
        }),
      ),
    ];
    return facts;
  },
});
