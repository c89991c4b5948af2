import { part } from '@opengoa/kernel';
import { clearanceReminder, selfCheckReminder } from './check-reminders.ts';
import {
  clearances,
  differences,
  ledgerSums,
  myHoldings,
  oneClearance,
  selfCheckLines,
  selfChecks,
} from './check-reads.ts';
import { checkSaves } from './check-store.ts';
import { clearPost } from './clear-post.ts';
import { closeSelfCheck } from './close-self-check.ts';
import { confirmHoldings } from './confirm-holdings.ts';
import { disputeHolding } from './dispute-holding.ts';
import { endDifference } from './end-difference.ts';
import { enterLedgerSum } from './enter-ledger-sum.ts';
import { followLeavers } from './follow-leavers.ts';
import { ledgerSumSheet } from './ledger-sum-sheet.ts';
import { openClearance } from './open-clearance.ts';
import { openSelfCheck } from './open-self-check.ts';
import { reconcile } from './reconcile.ts';
import { settleDispute } from './settle-dispute.ts';
import { checkRefusals } from './words.zh.ts';

export const checks = part({
  verbs: [
    openSelfCheck,
    confirmHoldings,
    disputeHolding,
    settleDispute,
    closeSelfCheck,
    openClearance,
    clearPost,
    enterLedgerSum,
    reconcile,
    endDifference,
  ],
  reads: [selfChecks, selfCheckLines, myHoldings, clearances, oneClearance, ledgerSums, differences],
  saves: checkSaves,
  followers: [followLeavers],
  reminders: [selfCheckReminder, clearanceReminder],
  sheets: [ledgerSumSheet],
  refusals: checkRefusals,
});
