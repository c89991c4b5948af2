import type { Words } from '@opengoa/kernel/contract';
import type { z } from 'zod';
import { precisionOf } from '../methods/indicator-precision.ts';
import { insufficient, ok, type MethodResult } from '../methods/method-result.ts';
import { allHold, type Condition, type Features, keyOf, told } from '../methods/patterns/condition.ts';
import { liftInterval } from '../methods/patterns/lift-interval.ts';
import { type ClosedCase, minePatterns } from '../methods/patterns/mine-patterns.ts';
import { rareTogether } from '../methods/patterns/rare-together.ts';
import { none } from '../register/measured-kits.ts';
import type { RuleDrafted } from './contract.ts';
import { featureTitle, kitsThatMet, valueTitle, withoutKitsThatMet, type MinedCase } from './features.ts';

export type Proposal = Omit<z.infer<(typeof RuleDrafted)['body']>, 'askedBy' | 'foundUntil'>;

export interface MiningStandards {
  readonly support: number;
  readonly lift: number;
  readonly q: number;
  readonly seen: number;
  readonly share: number;
}

/** So many of each way at most are drafted in one pass: people read them. */
const mostDrafted = 10;

/** 属实案件的共同条件: conditions of cases found true against those found not to be. */
export function fromVerdicts(
  cases: readonly MinedCase[],
  { support, lift, q }: MiningStandards,
  titleOf: (kit: string) => Words,
): MethodResult<{ readonly proposals: readonly Proposal[] }> {
  const closed = cases.flatMap((each): (ClosedCase & { readonly id: string })[] =>
    each.came === null
      ? []
      : [{ id: each.id, subject: each.subject, came: each.came, features: withoutKitsThatMet(each.features) }],
  );
  const found = minePatterns(closed, { support, lift, q });
  if (found.status !== 'ok') return insufficient(found.reasons[0]!);
  const base = closed.filter(({ came }) => came === 1).length / closed.length;
  return ok({
    proposals: found.patterns.slice(0, mostDrafted).flatMap((pattern): Proposal[] => {
      const share = precisionOf({
        ...none,
        confirmed: pattern.wereTrue,
        explained: pattern.cases - pattern.wereTrue,
      });
      if (share.status !== 'ok') return [];
      return [
        {
          way: 'verdicts',
          key: keyOf(pattern.conditions),
          conditions: [...pattern.conditions],
          told: inWords(pattern.conditions, titleOf),
          evidence: {
            cases: pattern.cases,
            wereTrue: pattern.wereTrue,
            expected: null,
            lift: pattern.lift,
            liftLower: share.lower / base,
            liftUpper: share.upper / base,
            adjustedP: pattern.adjustedP,
            share: { mean: share.mean, lower: share.lower, upper: share.upper },
            tried: found.tried,
            tested: found.tested,
          },
          rows: closed.filter(({ features }) => allHold(pattern.conditions, features)).map(({ id }) => id),
        },
      ];
    }),
  });
}

/** 少见共现: kits that hardly ever speak of one subject, and did. */
export function fromKitsThatMet(
  cases: readonly MinedCase[],
  { seen, share, q }: MiningStandards,
  titleOf: (kit: string) => Words,
): Proposal[] {
  const bySubject = [...Map.groupBy(cases, ({ subject }) => subject)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const subjects: Features[] = bySubject.map(([, own]) => kitsThatMet(own.at(-1)!.features));
  return rareTogether(subjects, { seen, share, q })
    .slice(0, mostDrafted)
    .map((pair) => {
      const interval = liftInterval(pair.seen, pair.expected);
      return {
        way: 'together',
        key: keyOf(pair.conditions),
        conditions: [...pair.conditions],
        told: inWords(pair.conditions, titleOf),
        evidence: {
          cases: pair.seen,
          wereTrue: null,
          expected: pair.expected,
          lift: pair.seen / pair.expected,
          liftLower: interval.lower,
          liftUpper: interval.upper,
          adjustedP: pair.adjustedP,
          share: null,
          tried: subjects.length,
          tested: subjects.length,
        },
        rows: pair.at.flatMap((place) => bySubject[place]![1].map(({ id }) => id)),
      };
    });
}

function inWords(conditions: readonly Condition[], titleOf: (kit: string) => Words): Words {
  const titles = Object.fromEntries(conditions.map(({ feature }) => [feature, featureTitle(feature, titleOf)]));
  const named = (language: 'zh' | 'en') =>
    conditions.map((each) =>
      each.is === 'equal' && typeof each.value === 'string'
        ? { ...each, value: valueTitle(each.feature, each.value, titleOf)[language] }
        : each,
    );
  return { zh: told(named('zh'), titles).zh, en: told(named('en'), titles).en };
}
