import type { Id, Words } from '@opengoa/kernel';
import type { Point } from './way.ts';

/**
 * What the matcher works with. Who builds demands and stock fills these and nothing else; money is fen for one piece unless said otherwise, days are
 * `YYYY-MM-DD` in Shanghai, and what nobody knows is null, never 0.
 */

/** How a thing is, from best to worst; worse than `worn` goes nowhere without repair. */
export const conditions = ['new', 'good', 'worn', 'repairable', 'unusable'] as const;
export type Condition = (typeof conditions)[number];

/** How far a thing may go, and what the place it goes to is kept for. */
export const securities = ['open', 'restricted', 'secret'] as const;
export type Security = (typeof securities)[number];

/** What one piece is able to: `{ 'length-mm': 2400 }`, `{ seats: 12 }`; names are those of the class. */
export type Specification = Readonly<Record<string, number>>;

/** Somebody needs so many of a kind. */
export interface Demand {
  readonly id: Id;
  readonly unit: Id;
  /** GB/T 14885-2022: A + digits. */
  readonly class: string;
  /** 用途, in words of the standard of equipment; empty where it is not told. */
  readonly item: string;
  readonly pieces: number;
  readonly urgent: boolean;
  /** It is of no use later. */
  readonly needBy: string;
  /** Needed until then only; null for good. */
  readonly until: string | null;
  readonly at: Point | null;
  /** What one piece would cost new: the purchase that is avoided. */
  readonly newPriceFen: number;
  readonly worstCondition: Condition;
  /** Years it should still serve. */
  readonly leastLifeYears: number;
  readonly least: Specification;
  /** Pieces the receiver may still have by its standard; null where no standard is set. */
  readonly allowed: number | null;
  readonly security: Security;
}

/** Something that lies idle, or a batch of things alike: it may be divided. */
export interface Idle {
  readonly id: Id;
  readonly unit: Id;
  /** Its number on the label, for the reader. */
  readonly number: string;
  readonly name: string;
  readonly class: string;
  readonly item: string;
  readonly pieces: number;
  readonly condition: Condition;
  /** Years of service that are left by the accounting rule; null where the class has none or it is not known. */
  readonly lifeYearsLeft: number | null;
  readonly at: Point | null;
  readonly freeFrom: string;
  /** It is wanted back then; null for good. */
  readonly freeUntil: string | null;
  /** To make one piece fit for use again. */
  readonly refurbishFen: number;
  readonly specification: Specification;
  readonly security: Security;
}

/** Assumptions of the matcher. They are the project's own and say so; a node may set others as local standards. */
export interface MatchRules {
  /** Digits after the A that must be alike: 6 are the 小类 of the class. */
  readonly classDigits: number;
  /** Loading and unloading of one piece. */
  readonly handlingFen: number;
  readonly fenPerKm: number;
  readonly roadOverLine: number;
  /** Farther is not offered. */
  readonly farthestKm: number;
  /** Kilometres that are reckoned where a place is not known: an unknown way is no advantage. */
  readonly unknownKm: number;
  /** Share of the new price that is taken off for each year of life that lacks. */
  readonly lifePenalty: number;
  /** Share that is taken off where only the wider class agrees, or the function is not told. */
  readonly kindPenalty: number;
  /** Share that is taken off for each step of condition below new. */
  readonly conditionPenalty: number;
  /** Of its proportional share each asking unit is to be given at least so much, as far as anything suits it. */
  readonly fairShare: number;
}

/** Used where a node has set nothing else. */
export const projectRules: MatchRules = {
  classDigits: 6,
  handlingFen: 3_000,
  fenPerKm: 150,
  roadOverLine: 1.3,
  farthestKm: 300,
  unknownKm: 100,
  lifePenalty: 0.1,
  kindPenalty: 0.1,
  conditionPenalty: 0.1,
  fairShare: 0.5,
};

export const factors = [
  'class',
  'function',
  'condition',
  'life',
  'distance',
  'quantity',
  'window',
  'standard',
] as const;
export type Factor = (typeof factors)[number];

/** One thing that was looked at, how good it is from 0 to 1, and the sentence for the reader. */
export interface Reason {
  readonly factor: Factor;
  readonly points: number;
  readonly words: Words;
}

/** An idle thing that would do for a demand. */
export interface Pair {
  readonly demand: Id;
  readonly idle: Id;
  /** From 0 to 100: how well it suits. The order of a list; the whole-tree optimum goes by `valueFen`. */
  readonly score: number;
  /** Avoided purchase less transport, refurbishment and penalty, for one piece (SA-09); above 0 or there is no pair. */
  readonly valueFen: number;
  readonly avoidedFen: number;
  readonly transportFen: number;
  readonly refurbishFen: number;
  readonly penaltyFen: number;
  /** Null where a place is not known. */
  readonly distanceKm: number | null;
  /** Most pieces that could go this way. */
  readonly pieces: number;
}

/** Why an idle thing does not do for a demand. */
export interface Misfit {
  readonly why: Words;
}

/** So many pieces of one pair. */
export interface Taken extends Pair {
  readonly given: number;
}

export const pairKey = (pair: { readonly demand: Id; readonly idle: Id }): string => `${pair.demand} ${pair.idle}`;
