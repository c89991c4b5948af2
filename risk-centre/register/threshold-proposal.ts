import { inScope, read, sql, type Context, type Tx } from '@opengoa/kernel';
import type { RiskKit, Settings } from '@opengoa/kernel/risk-kit';
import { z } from 'zod';
import { chainReaders } from '../chain/collect-reads.ts';
import { ofTrial } from '../chain/of-trial.ts';
import type { Outcome } from '../contract.ts';
import {
  proposeThreshold,
  type ReviewedCase,
  type ThresholdProposal,
} from '../methods/thresholds/propose-threshold.ts';
import { insufficient, type MethodResult } from '../methods/method-result.ts';
import { ThresholdEvidence, thresholdReasons } from './contract.ts';
import { ownSettings } from './kit-settings.ts';
import { movesOf, tunedSettings } from './kit-store.ts';

interface Decided {
  readonly value: number;
  readonly threshold: number;
  readonly settings: Settings | null;
  readonly outcome: Outcome;
  readonly lossFen: number | null;
  readonly decidedAt: Date;
}

export type SettingProposal = ThresholdProposal & { readonly setting: string };

const cameOf: Readonly<Partial<Record<Outcome, number>>> = {
  confirmed: 1,
  'partly-confirmed': 0.5,
  explained: 0,
  'data-problem': 0,
};

/**
 * The setting that every decided case was held against, found in the cases themselves; a kit whose limit is a standard has none, and a limit of a rule
 * is not moved by a method.
 */
export function thresholdSetting(
  kit: Pick<RiskKit, 'settings'>,
  decided: readonly Pick<Decided, 'threshold' | 'settings'>[],
): string | undefined {
  const names = Object.keys(kit.settings).filter((name) => !name.startsWith('llr'));
  return decided.length === 0
    ? undefined
    : names.find((name) => decided.every(({ threshold, settings }) => settings?.[name] === threshold));
}

/** What the verdicts that the asker may see propose for one kit. */
export async function proposalFor(tx: Tx, kit: RiskKit, context: Context): Promise<MethodResult<SettingProposal>> {
  const mine = sql`${inScope(context, chainReaders)} and ${ofTrial(context)}`;
  const decided = await tx.rows<Decided>(sql`
    select (verdict->>'value')::float8 as value, (verdict->>'threshold')::float8 as threshold, verdict->'settings' as settings, outcome,
           case when loss_unit = 'fen' then loss_mid end as "lossFen", decided_at as "decidedAt"
      from risk_centre.finding
     where kit = ${kit.id} and outcome is not null and outcome <> 'not-verifiable' and verdict->>'value' is not null and verdict->>'threshold' is not null
       and ${mine} order by decided_at desc limit 5000`);
  const setting = thresholdSetting(kit, decided);
  if (setting === undefined)
    return insufficient({
      zh: '没有核实结论，或该规则的界限来自标准，不由方法调整',
      en: 'no verdicts, or the limit is a standard, which no method moves',
      needed: 1,
      found: 0,
    });
  const { values } = await tx.one<{ values: number[] }>(sql`
    select coalesce(array_agg((verdict->>'value')::float8), '{}') as values from risk_centre.signal
     where kit = ${kit.id} and verdict->>'value' is not null and at > ${context.now}::timestamptz - interval '7 days' and ${inScope(context, chainReaders)}`);
  const tuned = (await tunedSettings(tx)).get(kit.id);
  const moves = (await movesOf(tx, kit.id)).flatMap(({ at, before, settings }) => {
    const [from, to] = [before[setting], settings[setting]];
    return from === undefined || to === undefined || from === to
      ? []
      : [{ at, on: context.calendar.dayOf(at), from, to }];
  });
  const last = moves.at(-1)?.at;
  const { range } = kit.settings[setting]!;
  const standard = (item: string) =>
    context.standards.numberOn('risk-centre.threshold-moves', context.today, [], { item });
  const found = proposeThreshold(
    {
      reviewed: decided.map(({ value, outcome, lossFen }): ReviewedCase => ({
        value,
        came: cameOf[outcome] ?? 0,
        lossFen: lossFen ?? 0,
        hours: kit.checkHours,
      })),
      volume: values,
      present: { ...ownSettings(kit), ...tuned }[setting]!,
      range,
      step: (range[1] - range[0]) * standard('step'),
      moves,
      sinceLastMove: last === undefined ? decided.length : decided.filter(({ decidedAt }) => decidedAt > last).length,
      today: context.today,
    },
    {
      everyReviews: standard('reviews'),
      holdDays: standard('hold'),
      precisionFloor: standard('precision-floor'),
      alerts: context.standards.numberOn('risk-centre.feedback', context.today, [], { item: 'alerts-a-week' }),
      hourFen: standard('hour-fen'),
    },
  );
  return found.status === 'ok' ? { ...found, setting } : found;
}

export const evidenceOf = ({ setting, reason, now, proposed }: SettingProposal): z.infer<typeof ThresholdEvidence> => ({
  setting,
  reason,
  now,
  proposed,
});

/** 阈值建议: what verdicts propose for one kit's threshold, with the numbers; nothing moves before a person signs. */
export const thresholdProposal = read('risk-centre.threshold-proposal', {
  title: { zh: '阈值建议', en: 'Proposed threshold' },
  query: z.strictObject({ kit: z.string().max(120) }),
  answer: z.strictObject({
    kit: z.string(),
    /** Null where too little is known; `why` says what is missing. */
    to: z.number().nullable(),
    reason: z.enum(thresholdReasons).nullable(),
    evidence: ThresholdEvidence.nullable(),
    why: z.array(z.strictObject({ zh: z.string(), en: z.string(), needed: z.number(), found: z.number() })),
    moves: z.array(z.strictObject({ at: z.iso.datetime(), undone: z.boolean(), undoes: z.boolean() })),
  }),
  who: chainReaders,
  async fetch(tx, { kit: id }, context) {
    const kit = context.kits.get(id)?.kit;
    const moves = await movesOf(tx, id);
    const told = moves.map((move) => ({
      at: move.at.toISOString(),
      undone: moves.some(({ undoes }) => undoes === move.id),
      undoes: move.undoes !== null,
    }));
    if (!kit) return { kit: id, to: null, reason: null, evidence: null, why: [], moves: told };
    const found = await proposalFor(tx, kit, context);
    return found.status === 'ok'
      ? { kit: id, to: found.to, reason: found.reason, evidence: evidenceOf(found), why: [], moves: told }
      : { kit: id, to: null, reason: null, evidence: null, why: [...found.reasons], moves: told };
  },
});
