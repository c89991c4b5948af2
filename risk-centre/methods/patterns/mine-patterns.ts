/**
 * RE-15, conditions that cases found true have in common and others have not: up to three, readable, each pattern a draft that a person signs or throws away.
 *
 * Searched on one half of the cases, tested on the other, so that the search itself proves nothing (Benjamini & Hochberg over what is tested). A longer pattern has to say more than each shorter one
 * in it. A pattern must not rest on a field that only a found case has; such features are not to be handed in.
 */
import { discoveries } from '../false-discovery.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { holds, type Condition, conditionsOf, type Features, keyOf } from './condition.ts';
import { drawnAtLeast } from './tails.ts';

export interface ClosedCase {
  /** Cases of one subject stay together: a subject that comes back is not two proofs. */
  readonly subject: string;
  readonly features: Features;
  /** 1 true, 0 not. */
  readonly came: 0 | 1;
}

export interface Pattern {
  readonly conditions: readonly Condition[];
  /** In the half it was tested on: cases it holds for, how many of them true, how many times the share of all. */
  readonly cases: number;
  readonly wereTrue: number;
  readonly lift: number;
  /** Smallest false discovery rate at which it is one. */
  readonly adjustedP: number;
}

export interface MiningLimits {
  /** True cases in each half at least, and lift above: standards (5 and 3). */
  readonly support: number;
  readonly lift: number;
  readonly q?: number;
  readonly longest?: number;
}

/** How many of the best of one length are grown into longer ones, and how many are tested. */
const beam = 40;
const mostTested = 60;

/** @returns patterns with the surest first; `insufficient_data` below four times the support of true cases */
export function minePatterns(
  cases: readonly ClosedCase[],
  { support, lift, q = 0.1, longest = 3 }: MiningLimits,
): MethodResult<{ readonly patterns: readonly Pattern[]; readonly tried: number; readonly tested: number }> {
  const wereTrue = cases.filter(({ came }) => came === 1).length;
  if (wereTrue < 4 * support)
    return insufficient({
      zh: `属实案件${wereTrue}件，至少需要${4 * support}件`,
      en: `${wereTrue} cases found true; ${4 * support} are needed`,
      needed: 4 * support,
      found: wereTrue,
    });
  const [search, proof] = halves(cases).map(halfOf) as [Half, Half];
  const single = conditionsOf(
    search.cases.map(({ features }) => features),
    support,
  ).map((condition) => [condition]);
  const kept: Counted[] = [];
  let [candidates, tried]: [Condition[][], number] = [single, 0];
  for (let length = 1; length <= longest && candidates.length > 0; length++) {
    tried += candidates.length;
    const good = candidates
      .map((conditions) => count(conditions, search))
      .filter((each) => each.wereTrue >= support && each.lift > 1)
      .toSorted(better);
    kept.push(...good.filter((each) => each.lift > lift));
    candidates = grown(
      good.slice(0, beam).map(({ conditions }) => conditions),
      single.flat(),
    );
  }
  const tested = kept
    .toSorted(better)
    .slice(0, mostTested)
    .map(({ conditions }) => count(conditions, proof));
  const { adjusted } = discoveries(
    tested.map(({ p }) => p),
    q,
    'any',
  );
  const proven = tested.flatMap((each, i): Pattern[] =>
    adjusted[i]! <= q && each.wereTrue >= support && each.lift > lift
      ? [
          {
            conditions: each.conditions,
            cases: each.cases,
            wereTrue: each.wereTrue,
            lift: each.lift,
            adjustedP: adjusted[i]!,
          },
        ]
      : [],
  );
  return ok({ patterns: withoutEmbroidery(proven), tried, tested: tested.length });
}

interface Counted extends Omit<Pattern, 'adjustedP'> {
  readonly p: number;
}

/** A half of the cases, with the rows that each condition holds for, once worked out. */
interface Half {
  readonly cases: readonly ClosedCase[];
  readonly wereTrue: number;
  readonly heldBy: (condition: Condition) => Uint8Array;
}

function halfOf(cases: readonly ClosedCase[]): Half {
  const known = new Map<string, Uint8Array>();
  const heldBy = (condition: Condition): Uint8Array => {
    const key = keyOf([condition]);
    const rows = known.get(key) ?? Uint8Array.from(cases, ({ features }) => Number(holds(condition, features)));
    known.set(key, rows);
    return rows;
  };
  return { cases, wereTrue: cases.filter(({ came }) => came === 1).length, heldBy };
}

function count(conditions: readonly Condition[], { cases, wereTrue: all, heldBy }: Half): Counted {
  const masks = conditions.map(heldBy);
  let [held, wereTrue] = [0, 0];
  for (let i = 0; i < cases.length; i++)
    if (masks.every((mask) => mask[i] === 1)) {
      held += 1;
      wereTrue += cases[i]!.came;
    }
  return {
    conditions,
    cases: held,
    wereTrue,
    lift: held > 0 && all > 0 ? wereTrue / held / (all / cases.length) : 0,
    p: drawnAtLeast(wereTrue, held, all, cases.length),
  };
}

const better = (a: Counted, b: Counted): number =>
  a.p - b.p || a.conditions.length - b.conditions.length || (keyOf(a.conditions) < keyOf(b.conditions) ? -1 : 1);

/** Subjects in turn to one half and the other, by their names. */
function halves(cases: readonly ClosedCase[]): [ClosedCase[], ClosedCase[]] {
  const subjects = [...new Set(cases.map(({ subject }) => subject))].toSorted();
  const half = new Map(subjects.map((subject, i) => [subject, i % 2]));
  return [
    cases.filter(({ subject }) => half.get(subject) === 0),
    cases.filter(({ subject }) => half.get(subject) === 1),
  ];
}

/** Each with one condition more, on a feature it does not speak of yet. */
function grown(patterns: readonly (readonly Condition[])[], single: readonly Condition[]): Condition[][] {
  const found = new Map<string, Condition[]>();
  for (const conditions of patterns)
    for (const more of single)
      if (!conditions.some(({ feature }) => feature === more.feature)) {
        const longer = [...conditions, more];
        found.set(keyOf(longer), longer);
      }
  return [...found.values()];
}

/** Shorter ones first; a longer one that holds a kept one stays only where it is half again as telling, and of those that hold for the same the surest. */
function withoutEmbroidery(patterns: readonly Pattern[]): Pattern[] {
  const kept: Pattern[] = [];
  const order = patterns.toSorted((a, b) => a.conditions.length - b.conditions.length || a.adjustedP - b.adjustedP);
  for (const each of order) {
    const features = new Set(each.conditions.map(({ feature }) => feature));
    const shorter = kept.filter(({ conditions }) => conditions.every(({ feature }) => features.has(feature)));
    if (shorter.every((one) => each.conditions.length > one.conditions.length && each.lift >= 1.5 * one.lift))
      kept.push(each);
  }
  return kept.toSorted((a, b) => a.adjustedP - b.adjustedP);
}
