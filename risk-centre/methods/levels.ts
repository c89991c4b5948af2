/**
 * RE-12, levels and escalation: how loud a finding is, who must answer by when, and where it goes if nobody does.
 * Amounts and probabilities are standards and are handed in; times are as the methods note has them.
 */
import type { EvidenceClass } from '@opengoa/kernel/risk-kit';

export const levels = ['red', 'orange', 'yellow', 'blue'] as const;
export type Level = (typeof levels)[number];

export interface LevelLimits {
  /** Expected loss from which a finding is red, orange and yellow (L₃, L₂, L₁), in fen. */
  readonly lossFen: { readonly red: number; readonly orange: number; readonly yellow: number };
  /** Probability from which, together with the loss, it is orange and yellow. */
  readonly probability: { readonly orange: number; readonly yellow: number };
  /** Probability that a limit is broken before the period ends. */
  readonly breach: { readonly orange: number; readonly yellow: number };
}

export interface LevelInputs {
  readonly evidenceClass: EvidenceClass;
  readonly impact: 'none' | 'safety' | 'integrity' | 'secrecy';
  readonly probability: number;
  readonly lossFen: number;
  /** P(breach before the period ends); null where no limit is running. */
  readonly breachProbability: number | null;
  readonly limitBroken: boolean;
  /** A kit in shadow, or a finding about data, stays with its owner. */
  readonly shadowOrData: boolean;
}

export type LevelReason =
  | 'shadow-or-data'
  | 'documentary-with-impact'
  | 'limit-broken'
  | 'expected-loss'
  | 'probability-and-loss'
  | 'breach-ahead'
  | 'below-all';

/** The first level any of whose conditions holds, and which condition it was. */
export function levelOf(inputs: LevelInputs, limits: LevelLimits): { level: Level; reason: LevelReason } {
  const { probability, lossFen, breachProbability } = inputs;
  if (inputs.shadowOrData) return { level: 'blue', reason: 'shadow-or-data' };
  if (inputs.limitBroken) return { level: 'red', reason: 'limit-broken' };
  if (inputs.evidenceClass === 'D' && inputs.impact !== 'none')
    return { level: 'red', reason: 'documentary-with-impact' };
  if (probability * lossFen >= limits.lossFen.red) return { level: 'red', reason: 'expected-loss' };
  for (const level of ['orange', 'yellow'] as const) {
    if (probability >= limits.probability[level] && lossFen >= limits.lossFen[level])
      return { level, reason: 'probability-and-loss' };
    if (breachProbability !== null && breachProbability >= limits.breach[level])
      return { level, reason: 'breach-ahead' };
  }
  return { level: 'blue', reason: 'below-all' };
}

export interface Escalation {
  /** First answer: within hours, or by the end of so many working days; null for the owner alone. */
  readonly answerWithin: { readonly hours: number } | { readonly workdays: number } | null;
  /** After the first answer is due: so much later it goes up one level, and again. */
  readonly risesEvery: { readonly hours: number } | { readonly days: number } | null;
  /** Goes to the head of the unit and the supervising level at once. */
  readonly atOnceUpward: boolean;
  readonly digest: boolean;
}

export const escalation: Readonly<Record<Level, Escalation>> = {
  red: { answerWithin: { hours: 24 }, risesEvery: { hours: 24 }, atOnceUpward: true, digest: false },
  orange: { answerWithin: { workdays: 3 }, risesEvery: { days: 3 }, atOnceUpward: false, digest: false },
  yellow: { answerWithin: { workdays: 10 }, risesEvery: null, atOnceUpward: false, digest: true },
  blue: { answerWithin: null, risesEvery: null, atOnceUpward: false, digest: false },
};

/** A finding that falls from one level to a lower one needs a reason and a second person. */
export const isDowngrade = (from: Level, to: Level): boolean => levels.indexOf(to) > levels.indexOf(from);
