import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.strictObject({
  alike: z.array(z.array(z.string().min(1)).min(2)),
  'left-out': z.array(z.string().min(1)),
  boilerplate: z.array(z.string().min(2)),
});

export interface ProjectWords {
  /** By first character, longest first: what stands in a text, and what stands for it. */
  readonly replaced: ReadonlyMap<string, readonly (readonly [written: string, meant: string])[]>;
  /** How passages begin that stand in every plan. */
  readonly boilerplate: readonly string[];
}

/** @throws ZodError where the list is not well said. A word in two groups belongs to the first of them. */
export function readProjectWords(text: string): ProjectWords {
  const said = shape.parse(parse(text));
  const meant = new Map<string, string>();
  for (const [first = '', ...others] of said.alike)
    for (const word of [first, ...others]) if (!meant.has(word)) meant.set(word, first);
  for (const word of said['left-out']) meant.set(word, '');
  const longestFirst = [...meant].toSorted(([a], [b]) => b.length - a.length);
  return { replaced: Map.groupBy(longestFirst, ([word]) => word[0]!), boilerplate: said.boilerplate };
}

let own: ProjectWords | undefined;

/** The list that comes with the program: `project-words.yaml`. */
export const projectWords = (): ProjectWords =>
  (own ??= readProjectWords(readFileSync(join(import.meta.dirname, 'project-words.yaml'), 'utf8')));

/** Each word put into its first form, the longest word at each place. */
export function inFirstForm(text: string, { replaced }: ProjectWords): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const found = replaced.get(text[at]!)?.find(([written]) => text.startsWith(written, at));
    out += found ? found[1] : text[at]!;
    at += found ? found[0].length : 1;
  }
  return out;
}
