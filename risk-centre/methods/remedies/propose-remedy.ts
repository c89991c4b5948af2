/**
 * What to do about a case, from what was done about cases like it and held (RE-09).
 *
 * What was done is told in words: cases whose words say the same are one way (character pairs in common). Each case counts by how like it is; one that did not come back counts by how
 * long it has been watched, one that came back counts in full. Of the ways the one most likely to hold is proposed; one that surely comes back too often is no fix and is not.
 */
import { betaQuantile } from '../beta-distribution.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { textLikeness } from '../ledger/text-likeness.ts';

/** A confirmed case that was rectified and closed. */
export interface ClosedCase {
  readonly id: string;
  readonly done: string;
  /** 0 … 1. */
  readonly likeness: number;
  readonly watchedDays: number;
  readonly cameBack: boolean;
}

export interface RemedySettings {
  /** After so many days without coming back it counts in full, a standard. */
  readonly watchedDays: number;
  /** Above this share coming back, surely, it is no fix, a standard. */
  readonly notAFix: number;
}

export interface Way {
  /** In the words of the likest case that held, or of the likest at all. */
  readonly done: string;
  /** Cases it rests on, the likest first. */
  readonly cases: readonly string[];
  readonly held: number;
  readonly cameBack: number;
  /** How likely it is that it does not come back: mean of a Beta posterior, with the lower end of its 90 % interval. */
  readonly holds: number;
  readonly lower: number;
  readonly noFix: boolean;
}

/** From so large a share of character pairs in common, two texts tell of the same way. */
const alike = 0.5;

/** @returns the ways, the one to be proposed first; `insufficient_data` where no like case was closed, or none that held */
export function proposeRemedy(
  cases: readonly ClosedCase[],
  { watchedDays, notAFix }: RemedySettings,
): MethodResult<{ readonly ways: readonly Way[] }> {
  const likest = cases.toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
  const groups: ClosedCase[][] = [];
  for (const each of likest) {
    const group = groups.find(([first]) => textLikeness(first!.done, each.done) >= alike);
    if (group) group.push(each);
    else groups.push([each]);
  }
  const ways = groups.map((group): Way => {
    const held = group.filter(({ cameBack }) => !cameBack);
    const back = group.filter(({ cameBack }) => cameBack);
    const a = 1 + held.reduce((sum, each) => sum + each.likeness * Math.min(1, each.watchedDays / watchedDays), 0);
    const b = 1 + back.reduce((sum, { likeness }) => sum + likeness, 0);
    return {
      done: (held[0] ?? group[0]!).done,
      cases: group.map(({ id }) => id),
      held: held.length,
      cameBack: back.length,
      holds: a / (a + b),
      lower: betaQuantile(0.05, a, b),
      noFix: back.length > 0 && betaQuantile(0.05, 1 + back.length, 1 + held.length) > notAFix,
    };
  });
  const proposable = ways.filter(({ held, noFix }) => held > 0 && !noFix);
  if (proposable.length === 0)
    return insufficient({
      zh: '还没有整改后未再出现的同类事项',
      en: 'no like case was rectified and stayed away',
      needed: 1,
      found: 0,
    });
  const order = (way: Way) => (way.held > 0 && !way.noFix ? 0 : 1);
  return ok({ ways: ways.toSorted((x, y) => order(x) - order(y) || y.holds - x.holds || (x.done < y.done ? -1 : 1)) });
}

export interface LikeBy {
  readonly kit: string;
  readonly rule: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly unitKind: string;
}

/** How like two cases of one risk are: the same risk is half, the same kit, rule, kind of unit and the very subject add to it. */
export const caseLikeness = (a: LikeBy, b: LikeBy): number =>
  0.5 +
  (a.kit === b.kit ? 0.2 : 0) +
  (a.kit === b.kit && a.rule === b.rule ? 0.1 : 0) +
  (a.unitKind === b.unitKind ? 0.1 : 0) +
  (a.subjectKind === b.subjectKind && a.subject === b.subject ? 0.1 : 0);
