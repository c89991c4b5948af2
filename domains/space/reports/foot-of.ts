import { cents } from '../quota/reckon-quota.ts';

/**
 * The foot of a form: each column added up over the lines that stand above it, so that whoever adds them up comes to the same.
 * @returns null for a column in which nothing is known
 */
export function footOf<Field extends string>(
  lines: readonly Readonly<Record<string, unknown>>[],
  fields: readonly Field[],
): Record<Field, number | null> {
  const sum = (field: Field) => {
    const known = lines.flatMap((line) => (typeof line[field] === 'number' ? [line[field]] : []));
    return known.length === 0 ? null : cents(known.reduce((all, each) => all + each, 0));
  };
  return Object.fromEntries(fields.map((field) => [field, sum(field)])) as Record<Field, number | null>;
}
