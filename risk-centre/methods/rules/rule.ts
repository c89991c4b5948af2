/** A rule as data: an event of its kind is a hit where all conditions hold. Rules are read, signed and compared; nobody has to read a program. */
import { z } from 'zod';

/** Own fields of plain objects alone: `constructor` or `toString` would be found in every event. */
const field = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/)
  .refine((name) => !(name in Object.prototype), 'a name that every object has');
const name = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
const text = z.string().max(200);
const number = z.number();
const single = z.union([text, number, z.boolean()]);
const several = z
  .array(z.union([text, number]))
  .min(1)
  .max(200);

const condition = z.discriminatedUnion('is', [
  z.strictObject({ field, is: z.enum(['equal', 'other']), than: single }),
  z.strictObject({ field, is: z.enum(['above', 'at-least', 'below', 'at-most']), than: number }),
  z.strictObject({ field, is: z.literal('between'), from: number, to: number }),
  z.strictObject({ field, is: z.enum(['one-of', 'none-of']), of: several }),
  z.strictObject({ field, is: z.literal('begins'), with: text.min(1) }),
  z.strictObject({ field, is: z.enum(['given', 'missing']) }),
  z.strictObject({ field, is: z.enum(['above-field', 'below-field', 'equal-field']), than: field }),
]);

const rule = z.strictObject({
  id: name,
  /** The kind of event that is judged. */
  event: name,
  title: z.strictObject({ zh: text.min(1), en: text.min(1) }),
  all: z.array(condition).min(1).max(20),
});

/**
 * - `equal`, `other`: the very value; `other` holds for a value that is given and is another one.
 * - `above` … `between` (both ends included): numbers; whatever is no number does not hold.
 * - `one-of`, `none-of`: as `equal` and `other`, of several.
 * - `given`, `missing`: whether there is a value; null and an absent field are none.
 * - `above-field` …: two fields of one event, both numbers; `equal-field`: the very value, where both are given.
 */
export type Condition = Readonly<z.infer<typeof condition>>;
export type Rule = Readonly<z.infer<typeof rule>>;

/** @throws ZodError where a rule is not well said, Error where two have one id */
export function readRules(data: unknown): readonly Rule[] {
  const rules = z.array(rule).max(10_000).parse(data);
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new Error(`two rules are called ${id}`);
    ids.add(id);
  }
  return rules;
}
