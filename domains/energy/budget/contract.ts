import { day, factType, id, oneOf } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Carrier, Measure } from '../contract.ts';
import { ExcessAnswer } from '../excess/contract.ts';
import { budgetFactWords, budgetStates, climates, projections, valueLevels } from './words.zh.ts';

/** Names, inputs, facts and answers of yearly energy budgets. */

const year = z.int().min(2015).max(2100);
const amount = z.number().min(0.001).max(1_000_000_000);

export const BudgetState = oneOf(budgetStates);
export const Projection = oneOf(projections);
export const Climate = oneOf(climates);
export const ValueLevel = oneOf(valueLevels);
export type BudgetState = z.infer<typeof BudgetState>;
export type Projection = z.infer<typeof Projection>;

/** In the carrier's usual measure. Without months the year is broken down by the shape of the year before, or by its days. */
export const SetBudget = z.strictObject({
  unit: id,
  year,
  carrier: Carrier.default('electricity'),
  amount,
  months: z.array(z.number().min(0).max(1_000_000_000)).length(12).optional(),
  document: z.string().trim().min(1).max(200),
});
/** One target for a unit and the institutions below it, in the carrier's usual measure. */
export const BreakDownBudget = z.strictObject({
  unit: id,
  year,
  carrier: Carrier.default('electricity'),
  amount,
  document: z.string().trim().min(1).max(200),
});
export const BudgetSet = factType('energy.BudgetSet', {
  title: budgetFactWords['energy.BudgetSet'],
  body: z.strictObject({
    year,
    carrier: Carrier,
    amount: z.number(),
    months: z.array(z.number()).length(12),
    /** By their share of the year before; empty where nothing was read. */
    buildings: z.array(z.strictObject({ building: id, amount: z.number() })).max(2_000),
    document: z.string(),
  }),
});

const Standing = {
  budget: z.number().nullable(),
  used: z.number(),
  /** The whole year as it is going; null while too little is read. */
  projected: z.number().nullable(),
  state: BudgetState,
};
export const BudgetAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  year,
  carrier: Carrier,
  measure: Measure,
  document: z.string().nullable(),
  /** Last day that counts. */
  until: day.nullable(),
  ...Standing,
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** How likely the year ends above the budget; by correlated and by independent months. Null without a spread. */
  exceeds: z.strictObject({ correlated: z.number(), independent: z.number() }).nullable(),
  by: Projection.nullable(),
  /** By a baseline: how far it is off from hour to hour, CV(RMSE) in percent. */
  errorPercent: z.number().nullable(),
  /** What the unit was asked because of this year, and what it said. */
  excess: ExcessAnswer.nullable(),
  /** Of what is still to come, as asked: what if so much of it were saved. */
  saving: z.number(),
  /** At which share of the budget somebody is reminded. */
  warnShare: z.number(),
  months: z.array(
    z.strictObject({
      month: z.int().min(1).max(12),
      planned: z.number().nullable(),
      used: z.number().nullable(),
      lastYear: z.number().nullable(),
      /** What is still expected of the month. */
      expected: z.number().nullable(),
    }),
  ),
  buildings: z.array(z.strictObject({ id, name: z.string(), ...Standing })),
  /** 定额: per m² of the year, against the values of the standard where a climate was chosen. Null without an area. */
  perM2: z.number().nullable(),
  quotas: z.array(
    z.strictObject({
      level: ValueLevel,
      value: z.number(),
      unit: z.string(),
      document: z.string(),
      confidence: z.string(),
      /** The year as it is going lies above. */
      above: z.boolean(),
    }),
  ),
});
export type BudgetAnswer = z.infer<typeof BudgetAnswer>;
