import { type Id, refuse, sql, verb } from '@opengoa/kernel';
import { InquiryLinked, LinkInquiry } from './contract.ts';
import { lockPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

interface Inquiry {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: string;
  readonly supplier: string | null;
  readonly amountFen: number | null;
}

/** 关联询价: the inquiry by which it is bought, by its number; who got it and for how much is taken from there. */
export const linkInquiry = verb('assets.link-inquiry', {
  title: { zh: '关联询价', en: 'Link the inquiry' },
  input: LinkInquiry,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.purchase',
  facts: [InquiryLinked],
  refusals: ['not-now', 'inquiry-unknown', 'inquiry-of-another'],
  object: ({ purchase }) => purchase,
  load: async (tx, { purchase, number }) => ({
    purchase: await lockPurchase(tx, purchase),
    inquiry: await tx.maybe<Inquiry>(sql`
      select id, unit_id as unit, number, state, supplier, amount_fen as "amountFen" from procurement_read.inquiry_v1 where number = ${number}`),
  }),
  at: ({ purchase }) => ({ unit: purchase.unit, object: purchase.id }),
  decide({ purchase, inquiry }, { number }, { organisation }) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.link-inquiry');
    if (closed) return closed;
    if (!inquiry || inquiry.state === 'cancelled') return refuse('inquiry-unknown', { number });
    const same = organisation.institutionOf(inquiry.unit)?.id === organisation.institutionOf(purchase.unit)?.id;
    if (!same) return refuse('inquiry-of-another', { number, unit: organisation.unit(inquiry.unit)?.name ?? '' });
    const body = {
      inquiry: inquiry.id,
      number: inquiry.number,
      supplier: inquiry.supplier ?? '',
      agreedFen: inquiry.amountFen,
    };
    return [InquiryLinked.of({ object: purchaseOf(purchase), unit: purchase.unit, body })];
  },
});
