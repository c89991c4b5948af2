import type { Context } from '@opengoa/kernel';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import type { z } from 'zod';
import type { KeptVerdict, Level } from '../contract.ts';
import { levelOf } from '../methods/levels.ts';

type Kept = z.infer<typeof KeptVerdict>;

/** Red, orange, yellow or blue, by the limits of the standard at the place (RE-12). Loss that is not money counts as none. */
export function levelFor(
  kit: Pick<RiskKit, 'impact'>,
  verdict: Kept,
  { probability, shadow }: { probability: number; shadow: boolean },
  { standards, today }: Context,
): Level {
  const limit = (item: string, level: string) =>
    standards.numberOn('risk-centre.finding-levels', today, [], { item, level });
  const loss = verdict['loss'] as { mid: number; unit: string } | null | undefined;
  return levelOf(
    {
      evidenceClass: verdict.evidenceClass,
      impact: kit.impact,
      probability,
      lossFen: loss?.unit === 'fen' ? loss.mid : 0,
      breachProbability: null,
      limitBroken: false,
      shadowOrData: shadow,
    },
    {
      lossFen: {
        red: limit('loss-fen', 'red'),
        orange: limit('loss-fen', 'orange'),
        yellow: limit('loss-fen', 'yellow'),
      },
      probability: { orange: limit('probability', 'orange'), yellow: limit('probability', 'yellow') },
      breach: { orange: limit('breach', 'orange'), yellow: limit('breach', 'yellow') },
    },
  ).level;
}
