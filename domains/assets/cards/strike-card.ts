import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { cardOf, cardRefusal } from './card.ts';
import { lockCard } from './card-store.ts';
import { CardStruck, StrikeCard } from './contract.ts';

/** 撤销资产卡片: an entry that should never have been. The row goes, the Record keeps what it was; what has papers is disposed of instead. */
export const strikeCard = verb('assets.strike-card', {
  title: { zh: '撤销', en: 'Strike' },
  input: StrikeCard,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [CardStruck],
  refusals: ['card-by-facet', 'card-on-the-way', 'not-now', 'stale-version', 'card-has-papers'],
  async load(tx, { card: id }) {
    const card = await lockCard(tx, id);
    const papers = await tx.rows(sql`select 1 from assets.paper_line where card_id = ${id} limit 1`);
    return { card, used: papers.length > 0 };
  },
  at: ({ card }) => ({ unit: card.unit }),
  decide({ card, used }, { version, why }) {
    const closed = cardRefusal(card, 'assets.strike-card');
    if (closed) return closed;
    if (version !== undefined && version !== card.version) return stale({ version: card.version });
    if (used) return refuse('card-has-papers', {}, { status: 409 });
    const { number, name } = card;
    return [CardStruck.of({ object: cardOf(card), unit: card.unit, body: { number, name, why } })];
  },
});
