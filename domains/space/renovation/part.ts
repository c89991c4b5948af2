import { part } from '@opengoa/kernel';
import { acceptRenovation } from './accept-renovation.ts';
import { approveRenovation } from './approve-renovation.ts';
import { beginRenovation } from './begin-renovation.ts';
import { cancelRenovation } from './cancel-renovation.ts';
import { proposeRenovation } from './propose-renovation.ts';
import { raiseBudget } from './raise-budget.ts';
import { recordSpending } from './record-spending.ts';
import { refuseRenovation } from './refuse-renovation.ts';
import { renovationPoint } from './renovation-point.ts';
import { oneRenovation, renovationList, spendingList } from './renovation-reads.ts';
import { renovationSaves } from './renovation-store.ts';
import { strikeSpending } from './strike-spending.ts';
import { renovationRefusals } from './words.zh.ts';

export const renovation = part({
  verbs: [
    proposeRenovation,
    approveRenovation,
    refuseRenovation,
    raiseBudget,
    beginRenovation,
    recordSpending,
    strikeSpending,
    acceptRenovation,
    cancelRenovation,
  ],
  reads: [renovationList, spendingList, oneRenovation],
  saves: renovationSaves,
  uploads: [renovationPoint],
  refusals: renovationRefusals,
});
