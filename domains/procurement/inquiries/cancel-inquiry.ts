import { verb } from '@opengoa/kernel';
import { CancelInquiry, InquiryCancelled } from '../contract.ts';
import { awardTask, endAwardTask, inquiryMoves, inquiryOf, lockInquiry, onInquiry } from './inquiry.ts';

/** 取消询价: before somebody has won. What was quoted stays in the ledger, and stays sealed if it was. */
export const cancelInquiry = verb('procurement.cancel-inquiry', {
  ...onInquiry,
  title: { zh: '取消询价', en: 'Cancel an inquiry' },
  input: CancelInquiry,
  who: ['clerk', 'head'],
  facts: [InquiryCancelled],
  refusals: ['not-now'],
  load: async (tx, { inquiry }) => ({ inquiry: await lockInquiry(tx, inquiry), task: await awardTask(tx, inquiry) }),
  decide({ inquiry, task }, { why }, context) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.cancel-inquiry');
    if (closed) return closed;
    return [
      InquiryCancelled.of({ object: inquiryOf(inquiry), unit: inquiry.unit, body: { why } }),
      ...endAwardTask(inquiry, task, 'withdrawn', context),
    ];
  },
});
