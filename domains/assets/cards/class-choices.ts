import { type Context, inScope, read, sql, type Sql, type Tx, type Words, words } from '@opengoa/kernel';
import { z } from 'zod';
import { classOfItem } from '../equipment/item-classes.ts';
import { equipmentItems } from '../equipment/words.zh.ts';
import { readers } from '../readers.ts';

/** Of a larger ledger so many cards tell which codes are used and what most are called. */
const looked = 200_000;
const shown = 40;

const Told = z.strictObject({ zh: z.string(), en: z.string() });
export const ClassChoices = z.strictObject({
  choices: z.array(
    z.strictObject({
      /** The code; and how it reads with what is known of it. */
      value: z.string(),
      label: Told,
      /** Where its name comes from: a standard, the class that it lies in, or what most of its cards are called. */
      named: z.enum(['standard', 'class', 'cards']),
      cards: z.int(),
    }),
  ),
});
export type ClassChoice = z.infer<typeof ClassChoices>['choices'][number];

export interface UsedClass {
  readonly code: string;
  /** What most of its cards are called: their use, else their name. */
  readonly name: string;
  readonly cards: number;
}

/** Items of the standard of equipment by the class they are entered with; two of one class stand together. */
const itemsByClass = new Map<string, Words>();
for (const [item, code] of Object.entries(classOfItem)) {
  const name = equipmentItems[item as keyof typeof equipmentItems];
  const before = itemsByClass.get(code);
  itemsByClass.set(code, before ? words(`${before.zh}、${name.zh}`, `${before.en}, ${name.en}`) : name);
}

/** Codes that a standard names or asks after by class. */
export interface KnownClasses {
  /** First level, with the standard’s names. */
  readonly top: ReadonlyMap<string, string>;
  /** Codes with years of depreciation: the standard gives them no names. */
  readonly depreciated: readonly string[];
}

const codesOf = (id: string, { standards }: Pick<Context, 'standards'>): string[] => [
  ...new Set(standards.get(id).dated.flatMap(({ rows }) => rows.flatMap(({ when }) => when['class'] ?? []))),
];

/** What the standards of today know of classes. */
export function knownClasses(context: Pick<Context, 'standards' | 'today'>): KnownClasses {
  const { standards, today } = context;
  const top = codesOf('assets.classes', context).flatMap((code): [string, string][] => {
    const found = standards.valueOn('assets.classes', today, [], { class: code });
    return found.found ? [[code, String(found.value)]] : [];
  });
  return { top: new Map(top), depreciated: codesOf('assets.depreciation-class', context) };
}

/**
 * Codes to choose from, those of the most cards first. A code has the name that a standard gives it; without one it is shown with what most of its cards
 * are called, said as such, else with the class in which it lies. No name is made up.
 * @param q beginning of a code, or a piece of what is shown
 */
export function classChoices(used: readonly UsedClass[], { top, depreciated }: KnownClasses, q: string): ClassChoice[] {
  const counted = new Map(used.map((each) => [each.code, each]));
  const codes = new Set([...counted.keys(), ...itemsByClass.keys(), ...depreciated, ...top.keys()]);
  const choice = (code: string): ClassChoice => {
    const cards = counted.get(code)?.cards ?? 0;
    const item = itemsByClass.get(code);
    if (item)
      return { value: code, label: words(`${code} ${item.zh}`, `${code} ${item.en}`), named: 'standard', cards };
    const first = top.get(code);
    if (first) return { value: code, label: words(`${code} ${first}`, `${code} ${first}`), named: 'standard', cards };
    const name = counted.get(code)?.name;
    if (name)
      return {
        value: code,
        label: words(
          `${code} “${name}”（多数卡片的名称，非标准名称）`,
          `${code} “${name}” (what most cards are called, no name of the standard)`,
        ),
        named: 'cards',
        cards,
      };
    const within = top.get(code.slice(0, 3)) ?? '';
    return {
      value: code,
      label: words(`${code}（属“${within}”）`, `${code} (within “${within}”)`),
      named: 'class',
      cards,
    };
  };
  const asked = q.trim().toUpperCase();
  const fits = ({ value, label }: ClassChoice) =>
    value.startsWith(asked) || label.zh.toUpperCase().includes(asked) || label.en.toUpperCase().includes(asked);
  return [...codes]
    .map(choice)
    .filter(fits)
    .toSorted((a, b) => b.cards - a.cards || (a.value < b.value ? -1 : 1))
    .slice(0, shown);
}

const usedClasses = (tx: Tx, reach: Sql): Promise<UsedClass[]> =>
  tx.rows<UsedClass>(sql`
    select class as code, count(*)::int as cards, mode() within group (order by coalesce(nullif(item, ''), name)) as name
      from (select class, item, name from assets.card where ${reach} and state <> 'disposed' and facet_id is null limit ${looked}) c group by class`);

/** 分类代码的备选: what the ledgers in reach use, and what the standards know. */
export const classChoicesRead = read('assets.class-choices', {
  title: { zh: '分类代码备选', en: 'Classes to choose from' },
  query: z.strictObject({ q: z.string().max(60).default('') }),
  answer: ClassChoices,
  who: readers,
  fetch: async (tx, { q }, context) => ({
    choices: classChoices(await usedClasses(tx, inScope(context, readers)), knownClasses(context), q),
  }),
});
