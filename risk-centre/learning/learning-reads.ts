import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { chainReaders } from '../chain/collect-reads.ts';
import { ofTrial } from '../chain/of-trial.ts';
import type { ComparedShares } from '../methods/compare-shares.ts';
import type { MethodResult } from '../methods/method-result.ts';
import { thresholdReasons } from '../register/contract.ts';
import { ownSettings } from '../register/kit-settings.ts';
import { tunedSettings } from '../register/kit-store.ts';
import { fewestVerdicts } from '../register/measured-kits.ts';
import { proposalFor } from '../register/threshold-proposal.ts';
import { answerKinds, driftOfKit } from './drift-of-kit.ts';
import { countedBy, precisionBy } from './precision-by.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const missing = z.array(z.strictObject({ zh: z.string(), en: z.string(), needed: z.number(), found: z.number() }));
const precision = z
  .strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() })
  .nullable();
const driftState = z.enum(['stable', 'watch', 'act']);

const drift = z.strictObject({
  /** Null where too little is known; `why` says what is missing. */
  state: driftState.nullable(),
  psi: z.number().nullable(),
  before: z.number(),
  now: z.number(),
  bins: z.array(z.strictObject({ from: z.number().nullable(), before: z.number(), now: z.number() })),
  why: missing,
});

const toldDrift = (found: MethodResult<ComparedShares>): z.infer<typeof drift> =>
  found.status === 'ok'
    ? { state: found.state, psi: found.psi, before: found.before, now: found.now, bins: [...found.bins], why: [] }
    : { state: null, psi: null, before: 0, now: 0, bins: [], why: [...found.reasons] };

/** 阈值与命中率: each kit with what its verdicts say of it, whether a threshold is proposed, and whether what it is fed has changed. */
export const learning = read('risk-centre.learning', {
  title: { zh: '阈值与命中率', en: 'Thresholds and precision' },
  query: z.strictObject({}),
  answer: z.strictObject({
    fewest: z.number(),
    kits: z.array(
      z.strictObject({
        id: z.string(),
        title: words,
        verdicts: z.number(),
        precision,
        setting: z.string().nullable(),
        now: z.number().nullable(),
        to: z.number().nullable(),
        reason: z.enum(thresholdReasons).nullable(),
        why: missing,
        drift: driftState.nullable(),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const [fewest, tuned] = [fewestVerdicts(context), await tunedSettings(tx)];
    const mine = sql`${inScope(context, chainReaders)} and ${ofTrial(context)}`;
    const kits = [];
    for (const { kit } of context.kits.values()) {
      const all = precisionBy(await countedBy(tx, kit.id, mine), fewest).find(({ by }) => by === 'all');
      const found = await proposalFor(tx, kit, context);
      const { answers, figures } = await driftOfKit(tx, kit.id, context);
      const states = [answers, figures].flatMap((each) => (each.status === 'ok' ? each.state : []));
      kits.push({
        id: kit.id,
        title: kit.title,
        verdicts: all?.verdicts ?? 0,
        precision: all?.precision ?? null,
        ...(found.status === 'ok'
          ? {
              setting: found.setting,
              now: { ...ownSettings(kit), ...tuned.get(kit.id) }[found.setting]!,
              to: found.to,
              reason: found.reason,
              why: [],
            }
          : { setting: null, now: null, to: null, reason: null, why: [...found.reasons] }),
        drift: (['act', 'watch', 'stable'] as const).find((state) => states.includes(state)) ?? null,
      });
    }
    return { fewest, kits };
  },
});

/** 一条规则的学习: precision by kind of unit and by setting, and what it is fed lately against the year before. */
export const kitLearning = read('risk-centre.kit-learning', {
  title: { zh: '规则的学习', en: 'What a kit has learned' },
  query: z.strictObject({ kit: z.string().max(120) }),
  answer: z.strictObject({
    kit: z.string(),
    fewest: z.number(),
    precision: z.array(
      z.strictObject({
        by: z.enum(['all', 'kind', 'setting']),
        key: z.string(),
        verdicts: z.number(),
        outcomes: z.record(z.string(), z.number()),
        precision,
      }),
    ),
    since: z.iso.date(),
    /** Kinds of answers, in the order of the bins. */
    answerKinds: z.array(z.enum(answerKinds)),
    answers: drift,
    figures: drift,
  }),
  who: chainReaders,
  async fetch(tx, { kit }, context) {
    const mine = sql`${inScope(context, chainReaders)} and ${ofTrial(context)}`;
    const fewest = fewestVerdicts(context);
    const { since, answers, figures } = await driftOfKit(tx, kit, context);
    return {
      kit,
      fewest,
      precision: precisionBy(await countedBy(tx, kit, mine), fewest).map((each) => ({
        ...each,
        outcomes: { ...each.outcomes },
      })),
      since,
      answerKinds: [...answerKinds],
      answers: toldDrift(answers),
      figures: toldDrift(figures),
    };
  },
});
