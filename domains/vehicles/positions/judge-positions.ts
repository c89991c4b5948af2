/**
 * Which fixes of a vehicle count, and how far each one drove: a fold over its fixes in the order of time. The same fixes give the same
 * answer in whatever order and pieces they come, since what a late one changes is folded again from the fix before it on.
 */
import { haversineM } from '../methods/haversine.ts';

/** What is kept with a fix. Only `counted` ones are driven by; nothing is thrown away. */
export const quality = { counted: 0, noFix: 1, imprecise: 2, jump: 3, future: 4, late: 5 } as const;
export type Quality = (typeof quality)[keyof typeof quality];

/** A place in millionths of a degree of WGS-84, as rows hold it. */
export interface Place {
  readonly at: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Fix extends Place {
  /** Tenths of km/h; null where the terminal does not say. */
  readonly speed: number | null;
}

/** The last fix that counted, and those that the speed between fixes speaks against as long as they agree with each other. */
export interface Standing {
  readonly anchor: Fix | null;
  readonly rival: (Fix & { readonly run: number }) | null;
}

export const atRest: Standing = { anchor: null, rival: null };

export interface Judged {
  readonly quality: Quality;
  /** Decimetres driven since the fix before it that counted. */
  readonly stepDm: number;
}

/** So many fixes in a row that agree with each other are right, and the one they contradict was wrong: a tracker that woke up elsewhere. */
const agreeing = 3;

const degrees = ({ latitude, longitude }: Place) => ({ latitude: latitude / 1e6, longitude: longitude / 1e6 });

const reachable = (from: Fix, to: Fix, metres: number, maxSpeedKmh: number): boolean =>
  metres * 3.6 <= maxSpeedKmh * Math.max(1, (to.at - from.at) / 1000);

/** @param fix later than everything `standing` knows of */
export function judgeFix(
  { anchor, rival }: Standing,
  fix: Fix,
  maxSpeedKmh: number,
): Judged & { readonly standing: Standing } {
  if (!anchor) return { quality: quality.counted, stepDm: 0, standing: { anchor: fix, rival: null } };
  const metres = haversineM(degrees(anchor), degrees(fix));
  if (reachable(anchor, fix, metres, maxSpeedKmh))
    return { quality: quality.counted, stepDm: stepOf(anchor, fix, metres), standing: { anchor: fix, rival: null } };
  const fromRival = rival ? haversineM(degrees(rival), degrees(fix)) : 0;
  const agrees = rival !== null && reachable(rival, fix, fromRival, maxSpeedKmh);
  const run = agrees ? rival.run + 1 : 1;
  if (run < agreeing) return { quality: quality.jump, stepDm: 0, standing: { anchor, rival: { ...fix, run } } };
  return { quality: quality.counted, stepDm: stepOf(rival!, fix, fromRival), standing: { anchor: fix, rival: null } };
}

/** Two fixes of a vehicle that says it stands still lie apart by the receiver's noise, not by driving. */
const stepOf = (from: Fix, to: Fix, metres: number): number =>
  from.speed === 0 && to.speed === 0 ? 0 : Math.round(metres * 10);

/** A row that is stored already. */
export interface StoredFix extends Fix, Judged {}

export interface FoldedFix extends Fix, Judged {
  /** What the row says so far; absent where it is new. */
  readonly before?: Judged;
}

export interface Folded {
  readonly rows: readonly FoldedFix[];
  readonly standing: Standing;
  /** From its last row on everything is as it was: later rows need not be looked at. */
  readonly settled: boolean;
}

/**
 * Folds new fixes in among stored ones.
 * @param fresh new fixes in the order of time, each at a moment that no stored row has
 * @param stored rows after `standing`'s anchor in the order of time, as far as they were read
 */
export function foldIn(
  standing: Standing,
  fresh: readonly Fix[],
  stored: readonly StoredFix[],
  maxSpeedKmh: number,
): Folded {
  const rows: FoldedFix[] = [];
  let now = standing;
  let f = 0;
  let s = 0;
  while (f < fresh.length || s < stored.length) {
    const row = stored[s];
    const isNew = f < fresh.length && (row === undefined || fresh[f]!.at < row.at);
    const fix = isNew ? fresh[f++]! : stored[s++]!;
    const { standing: next, ...judged } = judgeFix(now, fix, maxSpeedKmh);
    now = next;
    rows.push({
      at: fix.at,
      latitude: fix.latitude,
      longitude: fix.longitude,
      speed: fix.speed,
      ...judged,
      ...(isNew ? {} : { before: { quality: row!.quality, stepDm: row!.stepDm } }),
    });
    // A fix that counts now and did before leaves nothing of what came before it to matter after it.
    if (!isNew && f === fresh.length && judged.quality === quality.counted && row!.quality === quality.counted)
      return { rows, standing: now, settled: true };
  }
  return { rows, standing: now, settled: false };
}

/** A fold that goes on page by page: what is still to be put in, and after which moment rows are to be read. */
export interface Folding {
  readonly standing: Standing;
  readonly left: readonly Fix[];
  /** Milliseconds; rows up to this moment have been folded. */
  readonly after: number;
}

/**
 * One page of a fold.
 * @param read the next stored rows after `folding.after`
 * @param complete there are no rows behind these
 * @returns `next` null when nothing further changes; `standing` is then the vehicle's own only where the last row was reached
 */
export function foldPage(
  { standing, left, after }: Folding,
  read: readonly StoredFix[],
  complete: boolean,
  maxSpeedKmh: number,
): {
  readonly rows: readonly FoldedFix[];
  readonly next: Folding | null;
  readonly standing: Standing;
  readonly toTheEnd: boolean;
} {
  const until = complete ? Number.POSITIVE_INFINITY : (read.at(-1)?.at ?? after);
  const now = left.filter(({ at }) => at <= until);
  const later = left.slice(now.length);
  const folded = foldIn(standing, now, read, maxSpeedKmh);
  const done = { rows: folded.rows, standing: folded.standing };
  if (folded.settled && later.length === 0) return { ...done, next: null, toTheEnd: false };
  if (!folded.settled && complete) return { ...done, next: null, toTheEnd: true };
  return {
    ...done,
    toTheEnd: false,
    next: { standing: folded.standing, left: later, after: folded.settled ? folded.rows.at(-1)!.at : until },
  };
}

/** What a fold changed, moment by moment: to be added to days and trips. */
export function changesOf(rows: readonly FoldedFix[]): { at: number; dm: number; points: number }[] {
  return rows.flatMap(({ at, quality: now, stepDm, before }) => {
    const dm = stepDm - (before?.stepDm ?? 0);
    const points = Number(now === quality.counted) - Number(before?.quality === quality.counted);
    return dm === 0 && points === 0 ? [] : [{ at, dm, points }];
  });
}
