/**
 * IS-04: plans of information systems that say the same (重复建设查重). What is found asks for a look at reuse, extension or connection; one legal duty in two
 * places is a good reason for two alike plans.
 */
import { seeded } from '@opengoa/kernel/seeded';
import { insufficient, type MethodResult, ok } from '../method-result.ts';
import { libraryPieces } from './library-pieces.ts';
import { indexProjects } from './project-index.ts';
import { projectText } from './project-text.ts';
import type { ProjectWords } from './project-words.ts';
import { passagesCompared, type SharedPassage, sharedShare } from './shared-passages.ts';

export interface ProjectPlan {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface LikeProject {
  readonly other: ProjectPlan;
  /** 0 … 1: the mean of the cosine of all pieces and of the share of both plans that stands in shared passages. */
  readonly likeness: number;
  /** Above what is usual between plans of this library, and alike at all. */
  readonly flag: boolean;
  /** The weightiest first. */
  readonly shared: readonly SharedPassage[];
}

export interface Library {
  /** Likeness from which a pair is flagged. */
  readonly limit: number;
  /** The most alike plans, itself apart; the most alike first. */
  like(at: number, most: number): MethodResult<{ readonly found: readonly LikeProject[] }>;
}

/** Plans of the nearest cosine whose passages are compared, and the likeness from which two passages say the same. */
const comparedPlans = 20;
const samePassage = 0.35;
/** The likeness that is asked for at least; pairs drawn to see what is usual, and plans below which they say nothing. */
const leastLikeness = 0.45;
const drawnPairs = 2_000;
const leastPlans = 30;
/** Characters of a plan below which nothing can be said. */
const leastCharacters = 6;

/** @param plans all that are compared with each other; flagged are pairs above `leastLikeness` and above 99 of 100 pairs drawn at random */
export function libraryOf(plans: readonly ProjectPlan[], words: ProjectWords): Library {
  const texts = plans.map(({ title, description }) => projectText(title, description, words));
  const pieces = libraryPieces(texts);
  const index = indexProjects(pieces);
  const sharedBy = passagesCompared(pieces.says, samePassage);
  const compared = (a: number, b: number) => {
    const [here, there] = [pieces.passages[a]!, pieces.passages[b]!];
    const shared = sharedBy(here, there);
    return { at: b, shared, likeness: Math.min(1, (index.cosine(a, b) + sharedShare(here, there, shared)) / 2) };
  };
  const usual = usualLikeness(plans.length, (a, b) => compared(a, b).likeness);
  const limit = Math.max(leastLikeness, usual);
  return {
    limit,
    like(at, most) {
      const { title, passages } = texts[at]!;
      const found = [title, ...passages].reduce((sum, { meant }) => sum + meant.length, 0);
      if (found < leastCharacters)
        return insufficient({
          zh: `可比文字${found}字，至少需要${leastCharacters}字`,
          en: `${found} characters to compare; ${leastCharacters} are needed`,
          needed: leastCharacters,
          found,
        });
      const near = index.near(at, Math.max(comparedPlans, 2 * most)).map((other) => compared(at, other));
      const best = near.toSorted((a, b) => b.likeness - a.likeness || a.at - b.at).slice(0, most);
      return ok({
        found: best.map(({ at: other, likeness, shared }) => ({
          other: plans[other]!,
          likeness,
          flag: likeness >= limit,
          shared: shared.toSorted((a, b) => b.weight * b.alike - a.weight * a.alike),
        })),
      });
    },
  };
}

/** The likeness that 99 of 100 pairs drawn at random stay below; 0 where there are too few plans to say. */
function usualLikeness(plans: number, likeness: (a: number, b: number) => number): number {
  if (plans < leastPlans) return 0;
  const random = seeded(1);
  const drawn = Array.from({ length: drawnPairs }, () => {
    const a = Math.floor(plans * random());
    const b = Math.floor((plans - 1) * random());
    return likeness(a, b < a ? b : b + 1);
  });
  return drawn.toSorted((a, b) => a - b)[Math.floor(0.99 * drawn.length)]!;
}
