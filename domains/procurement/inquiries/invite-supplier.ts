import { refuse, verb } from '@opengoa/kernel';
import { isCreditCode } from '@opengoa/kernel/exchange';
import { InviteSupplier, SupplierInvited } from '../contract.ts';
import { isInvited } from './inquiry-store.ts';
import { inquiryMoves, inquiryOf, lockInquiry, onInquiry } from './inquiry.ts';

/** 邀请供应商: by name and credit code, as long as quotes may come in time. */
export const inviteSupplier = verb('procurement.invite-supplier', {
  ...onInquiry,
  title: { zh: '邀请供应商', en: 'Invite a supplier' },
  input: InviteSupplier,
  who: ['clerk'],
  facts: [SupplierInvited],
  refusals: ['not-now', 'credit-code-wrong', 'invited-after-deadline', 'already-invited'],
  load: async (tx, { inquiry, code }) => ({
    inquiry: await lockInquiry(tx, inquiry),
    invited: await isInvited(tx, inquiry, code),
  }),
  decide({ inquiry, invited }, { supplier, code }, { now }) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.invite-supplier');
    if (closed) return closed;
    if (!isCreditCode(code)) return refuse('credit-code-wrong', { code });
    if (now > inquiry.deadline) return refuse('invited-after-deadline');
    if (invited) return refuse('already-invited', { supplier }, { status: 409 });
    return [SupplierInvited.of({ object: inquiryOf(inquiry), unit: inquiry.unit, body: { supplier, code } })];
  },
});
