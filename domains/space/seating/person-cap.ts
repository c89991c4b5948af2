import type { Context } from '@opengoa/kernel';
import type { CapLack } from './words.zh.ts';

/** A post that a person held on the day. */
export interface HeldPost {
  readonly person: string;
  readonly kind: 'main' | 'concurrent' | 'secondment' | 'acting';
  readonly unit: string;
  readonly title: string;
  readonly rank: string | null;
  readonly level: 'nation' | 'province' | 'city' | 'county' | 'township';
}

export interface PersonCap {
  readonly capM2: number | null;
  readonly toiletM2: number | null;
  readonly post: HeldPost | null;
  readonly lacks: CapLack | null;
  /** The effective day and the confidence of the value used. */
  readonly standardDay: string | null;
  readonly confidence: string | null;
}

const nothing = (lacks: CapLack, post: HeldPost | null = null): PersonCap => ({
  capM2: null,
  toiletM2: null,
  post,
  lacks,
  standardDay: null,
  confidence: null,
});

/** Posts in their own right: somebody who stands in or was lent keeps the standard of the post that is theirs. */
const own = (post: HeldPost) => post.kind === 'main' || post.kind === 'concurrent';

/**
 * What the standard of that day gives a person, in square metres: of several posts the highest, once.
 * @param posts what the person held on the day
 * @param place where a post's unit lies, for standards of a province or a city
 */
export function personCap(
  posts: readonly HeldPost[],
  day: string,
  standards: Pick<Context['standards'], 'valueOn'>,
  place: (unit: string) => Parameters<Context['standards']['valueOn']>[2],
): PersonCap {
  const held = posts.filter(own);
  const counted = held.length > 0 ? held : posts;
  if (counted.length === 0) return nothing('no-post');
  const judged = counted.map((post) => capOf(post, day, standards, place));
  const known = judged.filter(({ capM2 }) => capM2 !== null);
  // A post whose standard cannot be told may be the higher one: then nothing is said of the person.
  if (known.length < judged.length) return judged.find(({ capM2 }) => capM2 === null)!;
  return known.toSorted((a, b) => b.capM2! - a.capM2!)[0]!;
}

function capOf(
  post: HeldPost,
  day: string,
  standards: Pick<Context['standards'], 'valueOn'>,
  place: (unit: string) => Parameters<Context['standards']['valueOn']>[2],
): PersonCap {
  if (post.rank === null) return nothing('rank-unknown', post);
  const at = place(post.unit);
  const rank = standards.valueOn('space.post-ranks', day, at, { level: post.level, post: post.rank });
  if (!rank.found) return nothing(lackOf(rank.reason, 'rank-unknown'), post);
  const selector = { level: post.level, rank: String(rank.value) };
  const area = standards.valueOn('space.office-area', day, at, selector);
  if (!area.found) return nothing(lackOf(area.reason, 'left-open'), post);
  const toilet = standards.valueOn('space.office-toilet', day, at, selector);
  return {
    capM2: Number(area.value),
    toiletM2: toilet.found ? Number(toilet.value) : null,
    post,
    lacks: null,
    standardDay: area.day,
    confidence: area.confidence,
  };
}

const lackOf = (reason: 'not-on-that-day' | 'no-such-case' | 'left-open', otherwise: CapLack): CapLack =>
  reason === 'no-such-case' ? otherwise : reason;
