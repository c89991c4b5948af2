import { bigrams, cosine, counted, tfIdf } from '../methods/systems/character-grams.ts';
import type { ProjectPlan } from '../methods/systems/duplicate-projects.ts';
import { jaccard } from '@opengoa/procurement/co-bidding';

/** A simple way of asking how alike two plans are, by their places in the library. */
export type SimpleLikeness = (a: number, b: number) => number;

const textOf = ({ title, description }: ProjectPlan): string => title + description;

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0;
  for (const each of a) if (b.has(each)) both += 1;
  return jaccard(a.size, b.size, both);
};

export function simpleLikenesses(plans: readonly ProjectPlan[]): Record<string, SimpleLikeness> {
  const characters = plans.map((plan) => new Set(textOf(plan)));
  const titles = plans.map(({ title }) => new Set(bigrams(title)));
  const vectors = tfIdf(plans.map((plan) => counted(bigrams(textOf(plan)))));
  return {
    'exact title': (a, b) => (plans[a]!.title === plans[b]!.title ? 1 : 0),
    'Jaccard of title': (a, b) => shared(titles[a]!, titles[b]!),
    'Jaccard of characters': (a, b) => shared(characters[a]!, characters[b]!),
    'bigram TF-IDF of the text as it is': (a, b) => cosine(vectors[a]!, vectors[b]!),
  };
}

/** Share of pairs whose original is among the five most alike; equal ones count in the order of the library. */
export function recallAt5(
  pairs: readonly (readonly [number, number])[],
  size: number,
  likeness: SimpleLikeness,
): number {
  const found = pairs.filter(([again, of]) => {
    const own = likeness(again, of);
    if (own === 0) return false;
    let before = 0;
    for (let other = 0; other < size && before < 5; other += 1) {
      if (other === again || other === of) continue;
      const beside = likeness(again, other);
      if (beside > own || (beside === own && other < of)) before += 1;
    }
    return before < 5;
  });
  return found.length / pairs.length;
}
