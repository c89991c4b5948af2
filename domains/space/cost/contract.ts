import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text } from '../contract.ts';
import { costBearers, costFactWords, costParts, expenseKinds } from './words.zh.ts';

/** 用房成本: what was paid for a building, and what a square metre and a seat of it cost. Money in whole fen. */

export const ExpenseKind = oneOf(expenseKinds);
export type ExpenseKind = z.infer<typeof ExpenseKind>;
const Stretch = { kind: ExpenseKind, from: day, /** The last day. */ to: day };
export const RecordExpense = z.strictObject({
  building: id,
  ...Stretch,
  amountFen: z.int().min(1).max(100_000_000_000),
  payee: maybe(100),
  receipt: text(60),
  note: maybe(300),
});
export const StrikeExpense = z.strictObject({ expense: id, why: text(300) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof costFactWords, shape: Shape) =>
  factType(name, { title: costFactWords[name], body: z.strictObject(shape) });
export const ExpenseRecorded = fact('space.ExpenseRecorded', {
  building: id,
  ...Stretch,
  amountFen: z.int(),
  payee: z.string(),
  receipt: z.string(),
  note: z.string(),
});
export const ExpenseStruck = fact('space.ExpenseStruck', { amountFen: z.int(), why: z.string() });

export const CostPart = oneOf(costParts);
export type CostPart = z.infer<typeof CostPart>;
export const CostBearer = oneOf(costBearers);
/** Null: nothing known of it. */
const parts = z.record(CostPart, z.int().nullable());
const Each = {
  /** 使用面积: like the seats a mean over the days reckoned. */
  areaM2: z.number(),
  seats: z.number(),
  /** Of the parts that are known; null where none is. */
  totalFen: z.int().nullable(),
  /** Null where there is no area, or nobody sits. */
  perM2Fen: z.int().nullable(),
  perSeatFen: z.int().nullable(),
};
const Building = z.strictObject({
  id,
  name: z.string(),
  unitName: z.string(),
  ...Each,
  parts,
  vacantM2: z.number(),
  /** What its vacant rooms cost of the whole. */
  vacantFen: z.int().nullable(),
  /** What serves the house: plant, guards. */
  houseM2: z.number(),
  houseFen: z.int().nullable(),
  valueFen: z.int().nullable(),
  /** Why there is no depreciation in it; null where there is, or where it is written off. */
  lacks: z.enum(['value', 'structure']).nullable(),
  years: z.int().nullable(),
  energyBuilding: id.nullable(),
  /** Months of meters that were read and have no price. */
  unpricedMonths: z.int(),
});
export const CostAnswer = z.strictObject({
  year: z.int(),
  from: day,
  /** The last day counted. */
  to: day,
  months: z.int(),
  days: z.int(),
  totalFen: z.int().nullable(),
  vacantM2: z.number(),
  vacantFen: z.int().nullable(),
  houseM2: z.number(),
  houseFen: z.int().nullable(),
  areaM2: z.number(),
  seats: z.number(),
  perM2Fen: z.int().nullable(),
  perSeatFen: z.int().nullable(),
  parts,
  buildings: z.array(Building),
  /** By the area of the rooms and the days each had them; vacant rooms and those of the house are told apart. */
  units: z.array(z.strictObject({ unit: id, name: z.string(), ...Each })),
  /** What a unit's, a building's or the vacant rooms' figure is made of, where it was asked for. */
  rows: z
    .array(
      z.strictObject({
        room: id,
        building: id,
        name: z.string(),
        unit: id,
        unitName: z.string(),
        bearer: CostBearer,
        from: day,
        to: day,
        days: z.int(),
        areaM2: z.number(),
        seatDays: z.int(),
        costFen: z.int().nullable(),
      }),
    )
    .nullable(),
});
export type CostAnswer = z.infer<typeof CostAnswer>;
