import { part } from '@opengoa/kernel';
import { callReminder } from './call-reminder.ts';
import { callStock } from './call-stock.ts';
import { cancelCall } from './cancel-call.ts';
import { declareEmergency } from './declare-emergency.ts';
import { callable, callRights, emergencies, emergencyCalls } from './emergency-lists.ts';
import { emergencySaves } from './emergency-store.ts';
import { endCallRight } from './end-call-right.ts';
import { endEmergency } from './end-emergency.ts';
import { handOutCall } from './hand-out-call.ts';
import { keepCallRight } from './keep-call-right.ts';
import { emergencyRefusals } from './words.zh.ts';

export const emergency = part({
  verbs: [keepCallRight, endCallRight, declareEmergency, endEmergency, callStock, handOutCall, cancelCall],
  reads: [emergencies, callRights, callable, emergencyCalls],
  saves: emergencySaves,
  reminders: [callReminder],
  refusals: emergencyRefusals,
});
