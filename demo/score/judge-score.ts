import type { Planting } from '../city/planting.ts';
import { questionOf } from './answer-key.ts';
import { wilson } from '@opengoa/kernel/wilson';

/** Something a kit flagged, by the same name as in the key. */
export interface Flagged {
  readonly kit: string;
  readonly question: string;
  readonly rule: string;
  readonly said: string;
}

export interface KitScore {
  readonly kit: string;
  readonly harms: number;
  readonly flagged: number;
  /** Planted for this kit and flagged. */
  readonly right: number;
  /** Really so by another kit's planting, and flagged: right to ask, and not counted in the recall. */
  readonly alsoRight: number;
  readonly recall: number | null;
  readonly recallRange: readonly [number, number];
  readonly precision: number | null;
  readonly precisionRange: readonly [number, number];
  /** Innocent things that were planted to look like it, and how many of them were asked about. */
  readonly lookAlikes: number;
  readonly lookAlikesFlagged: number;
  readonly missed: readonly { readonly question: string; readonly what: string; readonly size: string }[];
  readonly wrong: readonly { readonly question: string; readonly why: string }[];
}

/** Recall and precision of one kit: each question counts once, however often it was flagged or planted. A harm beats an innocent reason. */
export function scoreOf(kit: string, key: readonly Planting[], found: readonly Flagged[]): KitScore {
  const own = key.filter((planting) => planting.kit === kit);
  const harms = new Map(
    own.filter(({ harm, also }) => harm && !also).map((planting) => [questionOf(kit, planting.about), planting]),
  );
  const really = new Set(own.filter(({ harm }) => harm).map(({ about }) => questionOf(kit, about)));
  const innocent = new Map(
    own
      .filter(({ harm, about }) => !harm && !really.has(questionOf(kit, about)))
      .map((planting) => [questionOf(kit, planting.about), planting]),
  );
  const flagged = new Map(found.filter((each) => each.kit === kit).map((each) => [each.question, each]));
  const right = [...harms.keys()].filter((question) => flagged.has(question)).length;
  const rightly = [...flagged.keys()].filter((question) => really.has(question)).length;
  return {
    kit,
    harms: harms.size,
    flagged: flagged.size,
    right,
    alsoRight: rightly - right,
    recall: harms.size === 0 ? null : right / harms.size,
    recallRange: wilson(right, harms.size),
    precision: flagged.size === 0 ? null : rightly / flagged.size,
    precisionRange: wilson(rightly, flagged.size),
    lookAlikes: innocent.size,
    lookAlikesFlagged: [...innocent.keys()].filter((question) => flagged.has(question)).length,
    missed: [...harms]
      .filter(([question]) => !flagged.has(question))
      .map(([question, { what, size }]) => ({ question, what, size })),
    wrong: [...flagged]
      .filter(([question]) => !really.has(question))
      .map(([question, { rule }]) => ({
        question,
        why: `${rule}: ${innocent.get(question)?.what ?? '平常情形 ordinary'}`,
      })),
  };
}

export interface Floor {
  readonly recall: number;
  readonly precision: number;
}

/** Which kits lie under their floors, in words. */
export function underFloors(scores: readonly KitScore[], floors: Readonly<Record<string, Floor>>): string[] {
  return scores.flatMap(({ kit, recall, precision }) => {
    const floor = floors[kit];
    if (!floor) return [`${kit}: no floor is set`];
    const low = [
      ...(recall !== null && recall < floor.recall ? [`recall ${recall.toFixed(2)} < ${floor.recall}`] : []),
      ...(precision !== null && precision < floor.precision
        ? [`precision ${precision.toFixed(2)} < ${floor.precision}`]
        : []),
    ];
    return low.map((each) => `${kit}: ${each}`);
  });
}
