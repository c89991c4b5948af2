import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

const said = z.string().trim().min(2).max(2_000);
const settings = z.record(z.string().max(60), z.number());

/** 调整灵敏度: a kit's own numbers, inside the range it declares, by a person with a reason; every change is a fact and can be undone by another (RE-15). */
export const TuneKit = z.strictObject({ kit: z.string().max(120), settings, reason: said });

const weighed = z.strictObject({
  threshold: z.number(),
  reviewed: z.int(),
  precision: z.strictObject({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  alerts: z.int(),
  gainFen: z.number(),
});
/** Why a level: a condition of the standard, or a graver signal that was seen before; a later, fainter one does not take it back. */
export const levelReasons = [
  'shadow-or-data',
  'documentary-with-impact',
  'limit-broken',
  'expected-loss',
  'probability-and-loss',
  'breach-ahead',
  'below-all',
  'earlier-signal',
] as const;

export const thresholdReasons = [
  'gains-more',
  'precision-below-floor',
  'too-many-alerts',
  'best-already',
  'loss-not-told',
  'held',
  'frozen',
  'nothing-known-below',
] as const;

/** What a proposed threshold rests on: verdicts, precision, alerts and gain, as it stands and as it would. */
export const ThresholdEvidence = z.strictObject({
  setting: z.string(),
  reason: z.enum(thresholdReasons),
  now: weighed,
  proposed: weighed,
});

/** 采纳建议: a person signs what the method proposes from verdicts; what it rests on is worked out again then and there, and kept with the move. */
export const TakeProposal = z.strictObject({ kit: z.string().max(120), to: z.number(), reason: said });
/** 撤回调整: the newest move of a kit that still stands is taken back. */
export const UndoTuning = z.strictObject({ kit: z.string().max(120), reason: said });
export const KitTuned = factType('risk-centre.KitTuned', {
  title: { zh: '调整规则灵敏度', en: 'Kit settings changed' },
  body: TuneKit.extend({
    before: settings,
    /** Null where a person moved it for reasons of their own. */
    evidence: ThresholdEvidence.nullable().default(null),
    /** The move that this one takes back. */
    undoes: z.uuid().nullable().default(null),
  }),
});
