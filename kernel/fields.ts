import { z } from 'zod';
import type { Words } from './words.ts';

/** Fields that the shapes of all offices are made of. */

/** One of the codes that have words. */
export const oneOf = <Code extends string>(words: Readonly<Record<Code, Words>>) =>
  z.enum(Object.keys(words) as [Code, ...Code[]]);
export const id = z.uuid();
export const version = z.int().min(1);
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
const forms = new Map<string, Words>();
/** Text of one form, with the words that tell it to whoever mistypes. */
export function formed(pattern: RegExp, form: Words) {
  forms.set(String(pattern), form);
  return z.string().regex(pattern);
}
/** The words of a form, by its pattern as the validator tells it. */
export const formWords = (pattern: string | undefined): Words | undefined => forms.get(pattern ?? '');
/** Must be said. */
export const text = (longest: number) => z.string().trim().min(1).max(longest);
/** May be left out, and is empty then. */
export const maybe = (longest: number) => z.string().trim().max(longest).default('');
