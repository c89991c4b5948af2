import { part } from '@opengoa/kernel';
import { endRight } from './end-right.ts';
import { openDispute } from './open-dispute.ts';
import { recordRight } from './record-right.ts';
import { certificateReminder, disputeReminder } from './remind-titles.ts';
import { disputeList, rightList } from './right-lists.ts';
import { rightSaves } from './right-store.ts';
import { settleDispute } from './settle-dispute.ts';
import { rightRefusals } from './words.zh.ts';

/** 权属: registered to, given to, used by and disposed of, each with its days, and disputes about it. */
export const rights = part({
  verbs: [recordRight, endRight, openDispute, settleDispute],
  reads: [rightList, disputeList],
  saves: rightSaves,
  reminders: [disputeReminder, certificateReminder],
  refusals: rightRefusals,
});
