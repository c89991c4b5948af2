/**
 * Plans of information systems that were never written by anybody, and paraphrases of them: nothing is published that could be scored instead. What is
 * constructed is easier than life in one way (a paraphrase keeps the functions) and harder in another (a hundred plans of one kind share half of theirs).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '@opengoa/kernel/seeded';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ProjectPlan } from '../methods/systems/duplicate-projects.ts';

const list = z.array(z.string().min(1)).min(1);
const parts = z
  .strictObject({
    kinds: z.record(z.string(), list),
    objects: list,
    actions: list,
    things: list,
    places: list,
    units: list,
    filler: list,
    reworded: z.record(z.string(), list),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'made-projects.yaml'), 'utf8')));

/** A plan before it is written down. */
interface Draft {
  readonly kind: string;
  readonly owner: string;
  readonly items: readonly string[];
  readonly filler: readonly string[];
  readonly amounts: readonly [units: number, things: number, costs: number];
  readonly thing: string;
}

/** What a paraphrase changes. */
export interface Changes {
  readonly order?: boolean;
  /** Share of the words with another wording that get it. */
  readonly words?: number;
  /** Only wordings for which this holds. */
  readonly wording?: (word: string, instead: string) => boolean;
  /** Sentences of every plan that are put in instead of the plan’s own. */
  readonly filler?: number;
  readonly numbers?: boolean;
  /** Another unit’s plan. */
  readonly owner?: boolean;
  /** Functions left out, and as many others put in. */
  readonly items?: number;
}

const pick = <T>(some: readonly T[], random: () => number): T => some[Math.floor(random() * some.length)]!;
const some = <T>(of: readonly T[], count: number, random: () => number): T[] => shuffled(of, random).slice(0, count);

const owner = (random: () => number): string => pick(parts.places, random) + pick(parts.units, random);
const amounts = (random: () => number): Draft['amounts'] => [
  5 + Math.floor(200 * random()),
  50 + Math.floor(5_000 * random()),
  20 + Math.floor(900 * random()),
];
const particular = (random: () => number): string => pick(parts.objects, random) + pick(parts.actions, random);

function draft(own: number, random: () => number): Draft {
  const [kind, functions] = pick(Object.entries(parts.kinds), random);
  return {
    kind,
    owner: owner(random),
    items: [
      ...some(functions, 7 - own + Math.floor(3 * random()), random),
      ...Array.from({ length: own }, () => particular(random)),
    ],
    filler: some(parts.filler, 2 + Math.floor(3 * random()), random),
    amounts: amounts(random),
    thing: pick(parts.things, random),
  };
}

function paraphrased(plan: Draft, changes: Changes, random: () => number): Draft {
  const others = Array.from({ length: changes.items ?? 0 }, () => particular(random));
  const items = [...plan.items.slice(changes.items ?? 0), ...others];
  return {
    ...plan,
    owner: changes.owner ? owner(random) : plan.owner,
    items: changes.order ? shuffled(items, random) : items,
    filler: changes.filler ? some(parts.filler, changes.filler, random) : plan.filler,
    amounts: changes.numbers ? amounts(random) : plan.amounts,
  };
}

/** @param order 0: as plans are written; else the passages stand otherwise */
function written(id: string, plan: Draft, order: boolean): ProjectPlan {
  const [first, ...rest] = plan.filler;
  const half = Math.ceil(plan.items.length / 2);
  const [head, tail] = [plan.items.slice(0, half), plan.items.slice(half)];
  const [units, things, costs] = plan.amounts;
  const scope = `覆盖${units}家单位、${things}${order ? '项' : '个'}${plan.thing}`;
  const cost = `总投资${costs}万元`;
  const sentences = order
    ? [`${scope}`, `主要功能有${tail.join('，')}`, first!, `并具备${head.join('，')}等能力`, ...rest, cost]
    : [first!, `建设${head.join('、')}等功能`, `支持${tail.join('、')}`, scope, cost, ...rest];
  return { id, title: `${plan.owner}${plan.kind}`, description: `${sentences.join('。')}。` };
}

const known = Object.keys(parts.reworded).toSorted((a, b) => b.length - a.length);

function reworded(text: string, { words = 0, wording = () => true }: Changes, random: () => number): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const word = known.find((each) => text.startsWith(each, at));
    const instead = word === undefined ? [] : parts.reworded[word]!.filter((each) => wording(word, each));
    if (word === undefined || instead.length === 0 || random() >= words) out += word ?? text[at]!;
    else out += pick(instead, random);
    at += word?.length ?? 1;
  }
  return out;
}

export interface MadeLibrary {
  readonly plans: readonly ProjectPlan[];
  /** For each plan what kind of system it is of. */
  readonly kinds: readonly string[];
  /** For each paraphrase its place in the library, and that of what it says again. */
  readonly pairs: readonly (readonly [again: number, of: number])[];
}

/**
 * @param size plans in all, `copies` of them paraphrases of as many others
 * @param own functions of a plan that are its own, of seven to nine; the rest are of the ten of its kind
 */
export function madeLibrary(
  size: number,
  copies: number,
  changes: Changes,
  random: () => number,
  own = 4,
): MadeLibrary {
  const drafts = Array.from({ length: size - copies }, () => draft(own, random));
  const copied = some([...drafts.keys()], copies, random);
  const plans = drafts.map((plan, i) => written(`p${i}`, plan, false));
  for (const of of copied) {
    const again = written(`p${plans.length}`, paraphrased(drafts[of]!, changes, random), changes.order === true);
    plans.push({
      ...again,
      title: reworded(again.title, changes, random),
      description: reworded(again.description, changes, random),
    });
  }
  const kinds = [...drafts, ...copied.map((of) => drafts[of]!)].map(({ kind }) => kind);
  return { plans, kinds, pairs: copied.map((of, i) => [drafts.length + i, of]) };
}

/** Wordings of the paraphrases, as pairs. */
export const wordings = (): readonly (readonly [word: string, instead: string])[] =>
  Object.entries(parts.reworded).flatMap(([word, instead]) => instead.map((each) => [word, each] as const));
