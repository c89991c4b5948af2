import type { Context } from '@opengoa/kernel';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import type { z } from 'zod';
import type { KeptVerdict, Level } from '../contract.ts';
import type { levelReasons } from './contract.ts';
import { levelOf, levels, type LevelLimits } from '../methods/levels.ts';

type Kept = z.infer<typeof KeptVerdict>;
type Standards = Pick<Context, 'standards' | 'today'>;

/** Red, orange, yellow or blue, by the limits of the standard at the place (RE-12). Loss that is not money counts as none. */
export function levelFor(
  kit: Pick<RiskKit, 'impact'>,
  verdict: Kept,
  { probability, shadow }: { probability: number; shadow: boolean },
  standards: Standards,
): Level {
  const loss = verdict['loss'] as { mid: number; unit: string } | null | undefined;
  return judged(
    {
      impact: kit.impact,
      evidenceClass: verdict.evidenceClass,
      probability,
      lossFen: loss?.unit === 'fen' ? loss.mid : 0,
      shadow,
    },
    levelLimits(standards),
  ).level;
}

interface Judged {
  readonly impact: RiskKit['impact'];
  readonly evidenceClass: Kept['evidenceClass'];
  readonly probability: number;
  readonly lossFen: number;
  readonly shadow: boolean;
}

const judged = ({ shadow, ...each }: Judged, limits: LevelLimits) =>
  levelOf({ ...each, breachProbability: null, limitBroken: false, shadowOrData: shadow }, limits);

export function levelLimits({ standards, today }: Standards): LevelLimits {
  const limit = (item: string, level: string) =>
    standards.numberOn('risk-centre.finding-levels', today, [], { item, level });
  return {
    lossFen: {
      red: limit('loss-fen', 'red'),
      orange: limit('loss-fen', 'orange'),
      yellow: limit('loss-fen', 'yellow'),
    },
    probability: { orange: limit('probability', 'orange'), yellow: limit('probability', 'yellow') },
    breach: { orange: limit('breach', 'orange'), yellow: limit('breach', 'yellow') },
  };
}

export type WhyLevel = (typeof levelReasons)[number];

/** Which condition a finding has its level by, from what its kits said and what it is now. */
export function whyLevel(
  finding: { readonly level: Level; readonly probability: number; readonly lossFen: number; readonly shadow: boolean },
  spoke: readonly Pick<Judged, 'impact' | 'evidenceClass'>[],
  limits: LevelLimits,
): WhyLevel {
  const found = spoke
    .map((each) => judged({ ...each, ...finding }, limits))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))[0];
  return found?.level === finding.level ? found.reason : 'earlier-signal';
}
