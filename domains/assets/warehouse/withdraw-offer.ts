import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { OfferWithdrawn, WithdrawOffer } from './contract.ts';
import { offerMoves, offerOf } from './offer.ts';
import { heldFor, lockOffer } from './warehouse-store.ts';

/** 出仓退回: the owner takes the thing back; it is idle in its ledger again. Not while others count on it. */
export const withdrawOffer = verb('assets.withdraw-offer', {
  title: { zh: '出仓退回', en: 'Withdraw' },
  input: WithdrawOffer,
  who: ['assets-clerk'],
  on: 'assets.offer',
  facts: [OfferWithdrawn],
  refusals: ['not-now', 'stale-version', 'still-claimed'],
  async load(tx, { offer: id }, { today }) {
    const offer = await lockOffer(tx, id, today);
    const cards = await tx.rows<{ state: string }>(
      sql`select state from assets.card where id = ${offer.card} for update`,
    );
    // What the owner's own plan has taken out of the store goes to the owner by this very act.
    return { offer, own: await heldFor(tx, id, offer.unit), pooled: cards[0]?.state === 'pooled' };
  },
  at: ({ offer }) => ({ unit: offer.unit }),
  decide({ offer, own, pooled }, { version, why }) {
    const closed = offerMoves.refusal(offer.state, 'assets.withdraw-offer');
    if (closed) return closed;
    if (version !== offer.version) return stale({ version: offer.version });
    const held = offer.quantity - offer.free - own;
    if (held > 0) return refuse('still-claimed', { held, measure: offer.measure }, { status: 409 });
    return [
      OfferWithdrawn.of({
        object: offerOf(offer.id),
        unit: offer.unit,
        facets: { asset: { kind: 'assets.card', id: offer.card, state: pooled ? 'idle' : 'in-use' } },
        body: { card: offer.card, whole: pooled, why },
      }),
    ];
  },
});
