import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.strictObject({ formal: z.array(z.string()).min(1), wording: z.array(z.string()).min(1) });
const told = shape.parse(parse(readFileSync(join(import.meta.dirname, 'secrecy-marks.yaml'), 'utf8')));
const oneOf = (patterns: readonly string[]) => new RegExp(patterns.join('|'), 'u');
const formal = oneOf(told.formal);
const wording = oneOf([...told.formal, ...told.wording]);

/** Letters between which nothing stands that the eye would see: spaces and zero-width characters put in do not hide a mark. */
const seen = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
const mayBear = /密/;

/** Does this text bear a mark of secrecy as it is set on documents (SEC-DC-02)? */
export const bearsMark = (text: string): boolean => mayBear.test(text) && formal.test(seen(text));

/** Does it bear such a mark, or speak as such documents do? For what leaves: published, exported, sent up. */
export const soundsSecret = (text: string): boolean => mayBear.test(text) && wording.test(seen(text));

/**
 * Where in a value, however deep, the first text stands that bears a formal mark.
 * @param apart names of fields that are not looked at: passwords and codes
 * @returns its path (`note`, `rows.3.what`), or undefined
 */
export function markedField(value: unknown, apart: readonly string[] = [], path = ''): string | undefined {
  if (typeof value === 'string') return bearsMark(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (apart.includes(key)) continue;
    const found = markedField(inner, apart, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
