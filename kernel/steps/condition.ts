/**
 * When a step is walked: a sentence about the case's attributes, as data. No code is ever evaluated.
 *
 * ```yaml
 * when: { or: [ { distanceKm: { over: { standard: vehicles.trip-approval, item: long-km } } }, { crossCity: true } ] }
 * ```
 */
import { z } from 'zod';
import type { Words } from '../words.ts';

export type Attribute = number | string | boolean | readonly string[];
export type Attributes = Readonly<Record<string, Attribute>>;

/** A number, or the value of a standard on the day the case was sent, at its place. */
export type Term = number | StandardTerm;
export type StandardTerm = {
  readonly standard: string;
  readonly item?: string | undefined;
  readonly selector?: Readonly<Record<string, string>> | undefined;
};

type Scalar = number | string | boolean;
/** All that is said must hold. `over` and `under` leave the limit itself out. */
export type Test = {
  readonly over?: Term | undefined;
  readonly under?: Term | undefined;
  readonly is?: Scalar | undefined;
  readonly in?: readonly Scalar[] | undefined;
};
export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly [attribute: string]: Test | Scalar };

const scalar = z.union([z.number(), z.string(), z.boolean()]);
export const termShape = z.union([
  z.number(),
  z.strictObject({
    standard: z.string().min(1),
    item: z.string().min(1).optional(),
    selector: z.record(z.string(), z.string()).optional(),
  }),
]);
const testShape = z
  .strictObject({
    over: termShape.optional(),
    under: termShape.optional(),
    is: scalar.optional(),
    in: z.array(scalar).min(1).optional(),
  })
  .refine((test) => Object.keys(test).length > 0, 'over, under, is or in');
const attributeName = z.string().regex(/^(?!(and|or|not)$)[a-z][A-Za-z0-9]*$/, 'an attribute in camelCase');

export const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(conditionShape).min(1) }),
    z.strictObject({ or: z.array(conditionShape).min(1) }),
    z.strictObject({ not: conditionShape }),
    z
      .record(attributeName, z.union([scalar, testShape]))
      .refine((tests) => Object.keys(tests).length > 0, 'names an attribute'),
  ]),
) as z.ZodType<Condition>;

/** The number a term stands for; `undefined` when the standard has no value there. */
export type TermValue = (term: Term) => number | undefined;

/**
 * Does it hold? `undefined` when an attribute or a limit is missing: the caller then walks the step, since a gap in the data
 * must never spare an approval.
 */
export function holds(condition: Condition, attributes: Attributes, valueOf: TermValue): boolean | undefined {
  if (isAnd(condition)) return all(condition.and.map((inner) => holds(inner, attributes, valueOf)));
  if (isOr(condition)) return any(condition.or.map((inner) => holds(inner, attributes, valueOf)));
  if (isNot(condition)) {
    const inner = holds(condition.not, attributes, valueOf);
    return inner === undefined ? undefined : !inner;
  }
  return all(testsOf(condition).map(([name, test]) => meets(attributes[name], test, valueOf)));
}

function meets(value: Attribute | undefined, test: Test, valueOf: TermValue): boolean | undefined {
  if (value === undefined) return undefined;
  const parts: (boolean | undefined)[] = [];
  for (const side of ['over', 'under'] as const) {
    const term = test[side];
    if (term === undefined) continue;
    const limit = valueOf(term);
    if (limit === undefined || typeof value !== 'number') parts.push(undefined);
    else parts.push(side === 'over' ? value > limit : value < limit);
  }
  const among = (words: readonly Scalar[]): boolean =>
    Array.isArray(value) ? words.some((word) => value.includes(String(word))) : words.includes(value as Scalar);
  if (test.is !== undefined) parts.push(among([test.is]));
  if (test.in !== undefined) parts.push(among(test.in));
  return all(parts);
}

const all = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
const any = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
  parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;

const isAnd = (condition: Condition): condition is { and: readonly Condition[] } => 'and' in condition;
const isOr = (condition: Condition): condition is { or: readonly Condition[] } => 'or' in condition;
const isNot = (condition: Condition): condition is { not: Condition } => 'not' in condition;

/** The tests of one leaf, the short form `crossCity: true` written out. */
function testsOf(condition: Condition): [string, Test][] {
  return Object.entries(condition).map(([name, test]) => [
    name,
    typeof test === 'object' ? (test as Test) : { is: test as Scalar },
  ]);
}

/** Every test of a condition, wherever it stands. */
export function* everyTest(condition: Condition): Iterable<[string, Test]> {
  if (isAnd(condition)) for (const inner of condition.and) yield* everyTest(inner);
  else if (isOr(condition)) for (const inner of condition.or) yield* everyTest(inner);
  else if (isNot(condition)) yield* everyTest(condition.not);
  else yield* testsOf(condition);
}

/** Why a step is walked, in words: the tests that hold. `{ zh: '距离 126，超过 100' }` */
export function whyWords(
  condition: Condition,
  attributes: Attributes,
  valueOf: TermValue,
  nameOf: (attribute: string) => Words,
): Words[] {
  const words: Words[] = [];
  for (const [name, test] of everyTest(condition)) {
    if (meets(attributes[name], test, valueOf) !== true) continue;
    const title = nameOf(name);
    const shown = String(attributes[name]);
    if (test.over !== undefined) {
      words.push({
        zh: `${title.zh} ${shown}，超过 ${valueOf(test.over)}`,
        en: `${title.en} ${shown}, over ${valueOf(test.over)}`,
      });
    }
    if (test.under !== undefined) {
      words.push({
        zh: `${title.zh} ${shown}，低于 ${valueOf(test.under)}`,
        en: `${title.en} ${shown}, under ${valueOf(test.under)}`,
      });
    }
    if (test.is === true) words.push(title);
    else if (test.is !== undefined || test.in !== undefined)
      words.push({ zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` });
  }
  return words;
}
