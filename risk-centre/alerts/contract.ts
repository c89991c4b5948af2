import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { levelReasons } from '../register/contract.ts';

const colour = z.enum(['red', 'orange', 'yellow']);
export const standings = ['sent', 'too-uncertain', 'no-capacity'] as const;
export type Standing = (typeof standings)[number];

/** 发出本周提示: of one desk of risk officers, for the week that begins on this Monday. */
export const DrawAlerts = z.strictObject({ desk: id, week: z.iso.date() });

export const Alert = z.strictObject({
  finding: id,
  unit: id,
  office: z.string(),
  standing: z.enum(standings),
  colour,
  /** What its stakes asked for. */
  asked: colour,
  reason: z.enum(levelReasons),
  /** As the kits state it, and as corrected by what cases became. */
  stated: z.number(),
  probability: z.number(),
  lossFen: z.number(),
  /** No money is told: counted by the floor of what it touches. */
  floored: z.boolean(),
  hours: z.number(),
});

export const Budget = z.strictObject({
  falseShare: z.strictObject({ red: z.number(), orange: z.number(), yellow: z.number() }),
  officeAlerts: z.number(),
  alerts: z.number(),
  hours: z.number(),
});

export const Corrected = z.strictObject({
  way: z.enum(['as-stated', 'line', 'order']),
  cases: z.int(),
  /** How many there are of the rarer outcome, true or not, and how many are needed. */
  rarer: z.number(),
  needed: z.int(),
});

export const AlertsDrawn = factType('risk-centre.AlertsDrawn', {
  title: { zh: '发出本周提示', en: 'Alerts of the week drawn up' },
  body: z.strictObject({
    week: z.iso.date(),
    persons: z.int(),
    budget: Budget,
    carried: z.strictObject({ alerts: z.int(), hours: z.number() }),
    faint: z.int(),
    correction: Corrected,
    /** Sent now; what was sent earlier in the week stands. */
    sent: z.array(Alert),
    /** Held back, the worthiest first; the rest is a number. */
    held: z.array(Alert),
    heldBeyond: z.int(),
  }),
});
