/** A pattern in words: conditions that all have to hold, such as `share-on-holidays ≥ 0.4 且 card = shared`. */
export type Value = number | string | boolean | null;

/** What is known of one case, by feature. Null is not known: no condition on it holds. */
export type Features = Readonly<Record<string, Value>>;

export type Condition =
  | { readonly feature: string; readonly is: 'at-least' | 'below'; readonly value: number }
  | { readonly feature: string; readonly is: 'equal'; readonly value: string | boolean };

export function holds({ feature, is, value }: Condition, features: Features): boolean {
  const own = features[feature] ?? null;
  if (own === null) return false;
  if (is === 'equal') return own === value;
  return typeof own === 'number' && (is === 'at-least' ? own >= value : own < value);
}

export const allHold = (conditions: readonly Condition[], features: Features): boolean =>
  conditions.every((condition) => holds(condition, features));

/** @param titles of features; one without a title is told by its name */
export function told(
  conditions: readonly Condition[],
  titles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {},
): { zh: string; en: string } {
  const said = ({ feature, is, value }: Condition, language: 'zh' | 'en') => {
    const name = titles[feature]?.[language] ?? feature;
    const yes = language === 'zh' ? '是' : 'yes';
    const no = language === 'zh' ? '否' : 'no';
    const shown = typeof value === 'boolean' ? (value ? yes : no) : value;
    return `${name} ${is === 'equal' ? '=' : is === 'below' ? '<' : '≥'} ${shown}`;
  };
  return {
    zh: conditions.map((each) => said(each, 'zh')).join(' 且 '),
    en: conditions.map((each) => said(each, 'en')).join(' and '),
  };
}

export const keyOf = (conditions: readonly Condition[]): string =>
  conditions
    .map(({ feature, is, value }) => `${feature} ${is} ${String(value)}`)
    .toSorted()
    .join(' & ');

/** Cuts worth trying: quartiles of numbers, each value of a word that enough cases have. */
export function conditionsOf(cases: readonly Features[], support: number): Condition[] {
  const names = [...new Set(cases.flatMap((each) => Object.keys(each)))].toSorted();
  return names.flatMap((feature): Condition[] => {
    const known = cases.flatMap((each) => each[feature] ?? []);
    const numbers = known.filter((value) => typeof value === 'number').toSorted((a, b) => a - b);
    const cuts = [...new Set([0.1, 0.25, 0.5, 0.75, 0.9].map((q) => numbers[Math.floor(q * numbers.length)]!))];
    const words = [...new Set(known.filter((value) => typeof value !== 'number'))];
    return [
      ...(numbers.length === 0 ? [] : cuts).flatMap((value): Condition[] => [
        { feature, is: 'at-least', value },
        { feature, is: 'below', value },
      ]),
      ...words.map((value): Condition => ({ feature, is: 'equal', value })),
    ].filter((condition) => {
      const n = cases.filter((each) => holds(condition, each)).length;
      return n >= support && n < cases.length;
    });
  });
}
