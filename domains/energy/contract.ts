import { factType, oneOf, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import {
  buildingUses,
  carriers,
  changeKinds,
  dayKinds,
  doubtRules,
  doubtStates,
  type FactName,
  factWords,
  measures,
  meterKinds,
  meterUses,
  meterReads,
  qualities,
} from './words.zh.ts';

export { day, id, instant, oneOf, text, version } from '@opengoa/kernel/contract';

/**
 * The codes of the energy room and the fields its shapes are made of; no behaviour. What a noun takes, says and answers stands beside it:
 * `buildings/contract.ts`, `meters/contract.ts`, …
 */

export const note = text(500);
/** What a meter says: to a thousandth of its unit of measure (Wh, litres, MJ). */
export const reading = z.number().min(-1_000_000_000).max(1_000_000_000);
export const register = z.number().min(0).max(1_000_000_000);
export const hourOfDay = z.int().min(0).max(24);
export const key = text(80);

export const Carrier = oneOf(carriers);
export const BuildingUse = oneOf(buildingUses);
export const MeterKind = oneOf(meterKinds);
export const MeterUse = oneOf(meterUses);
export const MeterReads = oneOf(meterReads);
export const Measure = oneOf(measures);
export const ChangeKind = oneOf(changeKinds);
export const DoubtRule = oneOf(doubtRules);
export const DoubtState = oneOf(doubtStates);
export const Quality = oneOf(qualities);
export const KindOfDay = oneOf(dayKinds);
export type Carrier = z.infer<typeof Carrier>;
export type BuildingUse = z.infer<typeof BuildingUse>;
export type MeterKind = z.infer<typeof MeterKind>;
export type MeterUse = z.infer<typeof MeterUse>;
export type MeterReads = z.infer<typeof MeterReads>;
export type Measure = z.infer<typeof Measure>;
export type ChangeKind = z.infer<typeof ChangeKind>;
export type DoubtRule = z.infer<typeof DoubtRule>;
export type DoubtState = z.infer<typeof DoubtState>;
export type Quality = z.infer<typeof Quality>;

export const fact = <Shape extends z.ZodRawShape>(name: FactName, shape: Shape) =>
  factType(`energy.${name}`, { title: factWords[`energy.${name}`], body: z.strictObject(shape) });

/** A moment as an answer says it. */
export const moment = z.iso.datetime();
/** A batch holds at most so many readings, of meters or of the weather. */
export const readingsAtOnce = 10_000;
