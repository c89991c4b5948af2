import { part } from '@opengoa/kernel';
import { approveDisposal } from './approve-disposal.ts';
import { disposalList } from './disposal-lists.ts';
import { disposalSaves } from './disposal-store.ts';
import { finishDisposal } from './finish-disposal.ts';
import { incomeReminder } from './income-reminder.ts';
import { proposeDisposal } from './propose-disposal.ts';
import { recordIncome } from './record-income.ts';
import { refuseDisposal } from './refuse-disposal.ts';
import { withdrawDisposal } from './withdraw-disposal.ts';
import { disposalRefusals } from './words.zh.ts';

export const disposal = part({
  verbs: [proposeDisposal, approveDisposal, refuseDisposal, withdrawDisposal, finishDisposal, recordIncome],
  reads: [disposalList],
  saves: disposalSaves,
  reminders: [incomeReminder],
  refusals: disposalRefusals,
});
