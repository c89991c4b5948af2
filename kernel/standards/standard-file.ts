/** The shape of a standards file and of a local row, as people write them. */
import { z } from 'zod';
import { isDay } from '../calendar/calendar.ts';
import { bounds, confidences, levels } from './standard.ts';

const text = z.string().trim().min(1).max(500);
const words = z.strictObject({ zh: text, en: text });
const day = z.string().max(10).refine(isDay, 'a day that exists, YYYY-MM-DD');
const word = z.union([text, z.number(), z.boolean()]).transform(String);
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a selector key in lower case with hyphens');
const value = z.union([z.number(), text, z.boolean(), z.array(text).min(1).max(1_000)]);

export const SourceShape = z.strictObject({
  document: text,
  number: text.optional(),
  article: text.optional(),
  published: day.optional(),
  also: text.optional(),
});

const row = z.strictObject({
  when: z.record(key, z.union([word, z.array(word).min(1).max(1_000)])).default({}),
  value: value.nullable(),
  /** Overrides the article of the paper above; `source` overrides all of it. */
  article: text.optional(),
  source: SourceShape.optional(),
  confidence: z.enum(confidences).optional(),
  note: words.optional(),
});

const what = {
  until: day.optional(),
  source: SourceShape,
  confidence: z.enum(confidences).optional(),
  note: words.optional(),
  /** Exactly one of the three: one value, a table nested as deep as `by`, or rows. */
  value: value.nullable().optional(),
  table: z.record(z.string(), z.unknown()).optional(),
  rows: z.array(row).min(1).max(10_000).optional(),
};

const scope = z
  .strictObject({ level: z.enum(levels), code: text.optional(), name: text.optional() })
  .refine((s) => s.level === 'nation' || s.code !== undefined, 'a scope below the nation needs its code');

const waiver = z.strictObject({ signedBy: text, from: day, until: day, paper: text });

export const NationalShape = z.strictObject(what);
export const LocalShape = z.strictObject({ scope, from: day, waiver: waiver.optional(), ...what });
/** A local value kept as a row of the database: the same shape, with the standard it belongs to. */
export const LocalRowShape = z.strictObject({ standard: text, ...LocalShape.shape });

const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low <= high, 'from low to high');

export const FileShape = z.strictObject({
  title: words,
  about: words.optional(),
  kind: z.enum(['rule', 'project-default']).default('rule'),
  unit: z.union([text, z.record(z.string(), text)]),
  bound: z.union([z.enum(bounds), z.record(z.string(), z.enum(bounds))]),
  range: z.union([range, z.record(z.string(), range)]).optional(),
  by: z.union([key, z.array(key).min(1)]).optional(),
  values: z.record(day, NationalShape).default({}),
  local: z.array(LocalShape).default([]),
  examples: z
    .array(
      z
        .object({
          on: day,
          at: z.union([text, z.array(text)]).optional(),
          expect: value,
        })
        .catchall(word),
    )
    .min(1, 'at least one example'),
});

export type What = z.output<typeof NationalShape>;
export type LocalEntry = z.output<typeof LocalShape>;
/** What a store hands to `withRows`. */
export type LocalRow = z.input<typeof LocalRowShape>;
