import { part } from '@opengoa/kernel';
import { arriveTransfer } from './arrive-transfer.ts';
import { cancelTransfer } from './cancel-transfer.ts';
import { drawTransfer } from './draw-transfer.ts';
import { packTransfer } from './pack-transfer.ts';
import { receiveTransfer } from './receive-transfer.ts';
import { drawReminder, followTransfers, transferReminders } from './remind-transfers.ts';
import { sendTransfer } from './send-transfer.ts';
import { settleShortfall } from './settle-shortfall.ts';
import { signTransfer } from './sign-transfer.ts';
import { oneTransfer, transferLabel, transfers } from './transfer-lists.ts';
import { transferSaves } from './transfer-store.ts';
import { transferRefusals } from './words.zh.ts';

export const delivery = part({
  verbs: [
    drawTransfer,
    signTransfer,
    packTransfer,
    sendTransfer,
    arriveTransfer,
    receiveTransfer,
    settleShortfall,
    cancelTransfer,
  ],
  reads: [transfers, oneTransfer],
  saves: transferSaves,
  followers: [followTransfers],
  reminders: [drawReminder, ...transferReminders],
  labelled: [transferLabel],
  refusals: transferRefusals,
});
