import { part } from '@opengoa/kernel';
import { cancelUpkeep } from './cancel-upkeep.ts';
import { endUpkeep } from './end-upkeep.ts';
import { finishUpkeep } from './finish-upkeep.ts';
import { orderUpkeep } from './order-upkeep.ts';
import { planUpkeep } from './plan-upkeep.ts';
import { upkeepOrders, upkeepPlans } from './upkeep-lists.ts';
import { orderReminder, planReminder } from './upkeep-reminders.ts';
import { upkeepSaves } from './upkeep-store.ts';
import { upkeepRefusals } from './words.zh.ts';

export const upkeep = part({
  verbs: [planUpkeep, endUpkeep, orderUpkeep, finishUpkeep, cancelUpkeep],
  reads: [upkeepPlans, upkeepOrders],
  saves: upkeepSaves,
  reminders: [planReminder, orderReminder],
  refusals: upkeepRefusals,
});
