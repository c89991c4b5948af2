import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Carrier, id, moment, note, oneOf } from '../contract.ts';
import { excessFactWords, excessStates } from './words.zh.ts';

/** 说明超定额情况: why a unit's year lies above its budget or quota, and what is done about it. */

export const ExplainExcess = z.strictObject({ excess: id, reason: note, measures: note });

export const ExcessRaised = factType('energy.ExcessRaised', {
  title: excessFactWords['energy.ExcessRaised'],
  body: z.strictObject({ year: z.int(), carrier: Carrier, says: z.string().max(300) }),
});
export const ExcessExplained = factType('energy.ExcessExplained', {
  title: excessFactWords['energy.ExcessExplained'],
  body: z.strictObject({ reason: z.string(), measures: z.string() }),
});
export const ExcessGone = factType('energy.ExcessGone', {
  title: excessFactWords['energy.ExcessGone'],
  body: z.strictObject({ year: z.int(), carrier: Carrier }),
});

export const ExcessAnswer = z.strictObject({
  id,
  state: oneOf(excessStates),
  says: z.string(),
  reason: z.string().nullable(),
  measures: z.string().nullable(),
  answeredName: z.string().nullable(),
  answeredAt: moment.nullable(),
});
