import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';

const words = z.strictObject({ zh: z.string().max(400), en: z.string().max(400) });
const probability = z.number().min(0).max(1);
const whole = z.int().min(0);

export const Why = z.array(z.strictObject({ zh: z.string(), en: z.string(), needed: z.number(), found: z.number() }));

export const Bins = z.array(
  z.strictObject({
    from: z.number(),
    to: z.number(),
    cases: z.number(),
    stated: z.number(),
    actual: z.number(),
    lower: z.number(),
    upper: z.number(),
  }),
);

/** How well it was foretold on months that were over. */
export const Tried = z.strictObject({
  foretold: whole,
  happened: whole,
  bins: Bins,
  brier: z.number(),
  calibrationError: z.number(),
  skill: z.number(),
  auc: z.number().nullable(),
  baselines: z.record(z.string(), z.number()),
});

export const Because = z.array(z.strictObject({ feature: z.string().max(120), logOdds: z.number() })).max(3);

export const MonthRow = z.strictObject({
  unit: id,
  kind: z.string().max(60),
  subject: id,
  name: z.string().max(200),
  probability: probability.nullable(),
  months: whole,
  times: whole,
  because: Because,
});

/** 预测下月: one outcome of all subjects below one root. */
export const ForetellMonth = z.strictObject({
  root: id,
  outcome: z.string().max(60),
  title: words,
  month: z.iso.date(),
  status: z.enum(['model', 'base-rate']),
  months: whole,
  times: whole,
  tried: Tried.nullable(),
  why: Why,
  rows: z.array(MonthRow).max(20_000),
  /** What became of rows foretold before. */
  came: z.array(z.strictObject({ row: id, happened: z.literal([0, 1]) })).max(50_000),
});

export const MonthForetold = factType('risk-centre.MonthForetold', {
  title: { zh: '预测下月', en: 'Next month foretold' },
  body: ForetellMonth.omit({ root: true }),
});

export const NextMonthAsked = factType('risk-centre.NextMonthAsked', {
  title: { zh: '要求重新预测', en: 'Forecast asked for' },
  body: z.strictObject({}),
});
