import { caseRefusals, type Id, isRefusal, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { CardMoved } from '../cards/contract.ts';
import { PaperMade } from '../papers/contract.ts';
import { cardsRefusal, paperFacts, paperRefusalCodes, paperToCome, unitsOf } from '../papers/make-paper.ts';
import { paperOf } from '../papers/paper.ts';
import { consentNotices, consentsOf } from '../rights/consent.ts';
import { lastRights } from '../rights/right-store.ts';
import { ProposeDisposal } from './contract.ts';
import { judgeDisposal } from './judge-disposal.ts';
import { manners } from './words.zh.ts';

/** 申请处置: which things, in which manner and on which ground; from now on they wait, and an approver decides. */
export const proposeDisposal = verb('assets.propose-disposal', {
  title: { zh: '申请处置', en: 'Propose a disposal' },
  input: ProposeDisposal,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: [
    ...paperRefusalCodes,
    'appraisal-wanted',
    'recipient-wanted',
    'ground-wanted',
    'age-alone',
    'under-age',
    'certificate-wanted',
    'not-your-right',
    ...caseRefusals,
  ],
  result: z.strictObject({ paper: z.uuid(), number: z.string() }),
  async load(tx, { cards }, context) {
    const known = await paperToCome(tx, 'dispose', { cards }, context);
    const items = await tx.rows<{ id: Id; item: string }>(sql`
      select id, assets.equipment_of(item, class) as item from assets.card
       where id = any (${cards}::uuid[]) and assets.equipment_of(item, class) is not null`);
    const rights = await lastRights(tx, 'disposal', cards);
    return { ...known, rights, equipment: new Map(items.map(({ id, item }) => [id, item])) };
  },
  at: unitsOf,
  decide(known, input, context) {
    const { id, number, cards, equipment, rights } = known;
    const closed = cardsRefusal(cards, 'assets.propose-disposal');
    if (closed) return closed;
    const warnings = judgeDisposal(cards, equipment, input, context);
    if ('refused' in warnings) return warnings;
    const asker = context.actor.person;
    // A machine proposes nothing that people decide on.
    if (asker === null) return refuse('not-your-right', {}, { status: 403 });
    const { manner, grounds, why, certificate, appraisal, appraisalFen, recipient, note } = input;
    const { unit } = cards[0]!;
    const consents = consentsOf(cards, rights, context);
    const valueFen = cards.reduce((sum, card) => sum + card.valueFen, 0);
    const about = {
      note,
      manner,
      grounds,
      why,
      certificate,
      appraisal,
      appraisalFen,
      recipient,
      ...(consents.length === 0 ? {} : { consents: [...consents] }),
      warnings: [...consentNotices(consents), ...warnings],
    };
    const opened = context.cases.open({
      definition: 'assets.disposal-approval',
      object: paperOf({ id }),
      unit,
      asker,
      attributes: { valueFen },
      title: { zh: '资产处置审批', en: 'Approve a disposal' },
      summary: `${number} ${manners[manner].zh} ${cards.length} 项，原值 ${(valueFen / 100).toFixed(2)} 元`,
      opens: `/assets/papers/${id}`,
      verbs: ['assets.approve-disposal', 'assets.refuse-disposal'],
    });
    if (isRefusal(opened)) return opened;
    const facts = paperFacts(
      known,
      { kind: 'dispose', state: 'proposed', day: undefined, about },
      () => ({ state: 'awaiting-disposal', handed: { to: null, unit: null, paper: id } }),
      context,
    );
    return { facts: [...facts, ...opened], result: { paper: id, number } };
  },
});
