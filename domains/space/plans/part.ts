import { part } from '@opengoa/kernel';
import { placeMeter } from './place-meter.ts';
import { floorPlans, meterPlaces } from './plan-lists.ts';
import { planPoint } from './plan-point.ts';
import { floorPlan, roomOnPlan } from './plan-reads.ts';
import { planSaves } from './plan-store.ts';
import { takePlan } from './take-plan.ts';
import { unplaceMeter } from './unplace-meter.ts';
import { planRefusals } from './words.zh.ts';

export const plans = part({
  verbs: [takePlan, placeMeter, unplaceMeter],
  reads: [floorPlans, meterPlaces, floorPlan, roomOnPlan],
  saves: planSaves,
  uploads: [planPoint],
  refusals: planRefusals,
});
