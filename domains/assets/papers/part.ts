import { part } from '@opengoa/kernel';
import { endRepair } from './end-repair.ts';
import { handOverCards } from './hand-over-cards.ts';
import { issueCards } from './issue-cards.ts';
import { lendCards } from './lend-cards.ts';
import { loanReminder } from './loan-reminder.ts';
import { moveCards } from './move-cards.ts';
import { paperList } from './paper-lists.ts';
import { onePaper } from './paper-reads.ts';
import { paperSaves } from './paper-store.ts';
import { refuseTransfer } from './refuse-transfer.ts';
import { returnCards } from './return-cards.ts';
import { sendToRepair } from './send-to-repair.ts';
import { signHandOver } from './sign-hand-over.ts';
import { takeBackCards } from './take-back-cards.ts';
import { takeTransfer } from './take-transfer.ts';
import { transferCards } from './transfer-cards.ts';
import { withdrawPaper } from './withdraw-paper.ts';
import { paperRefusals } from './words.zh.ts';

export const papers = part({
  verbs: [
    issueCards,
    takeBackCards,
    lendCards,
    returnCards,
    moveCards,
    sendToRepair,
    endRepair,
    handOverCards,
    signHandOver,
    transferCards,
    takeTransfer,
    refuseTransfer,
    withdrawPaper,
  ],
  reads: [paperList, onePaper],
  saves: paperSaves,
  reminders: [loanReminder],
  refusals: paperRefusals,
});
