import { shuffled } from '@opengoa/kernel/seeded';
import { type Condition, readRules, type Rule } from '../../risk-centre/methods/rules/rule.ts';

export interface MadeEvent {
  readonly kind: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

const words = ['unit', 'place', 'state'] as const;
const amounts = ['amount', 'litres', 'hours', 'people', 'distance'] as const;
const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Ten kinds of event with eight fields each, whose names are the kind's own. */
const kinds = [
  'trip-settled',
  'fuel-entered',
  'quote-entered',
  'room-allocated',
  'reading-received',
  'asset-bought',
  'meal-served',
  'repair-closed',
  'visit-ended',
  'statement-booked',
];
const fieldOf = (kind: string, name: string): string => `${kind.split('-')[0]}_${name}`;

/** Fifty rules of three conditions, five for each kind: two on amounts, one on a word. About one event in six is a hit. */
export function madeRules(random: () => number): readonly Rule[] {
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;
  const amountCondition = (field: string): Condition => ({
    field,
    is: pick(['above', 'at-least', 'below', 'at-most'] as const),
    than: 20 + Math.floor(60 * random()),
  });
  const wordCondition = (field: string): Condition =>
    random() < 0.5
      ? { field, is: 'equal', than: pick(values) }
      : { field, is: 'one-of', of: shuffled(values, random).slice(0, 2) };
  return readRules(
    Array.from({ length: 50 }, (_, i) => {
      const event = kinds[i % kinds.length]!;
      const [first, second] = shuffled(amounts, random);
      const all = [
        amountCondition(fieldOf(event, first!)),
        wordCondition(fieldOf(event, pick(words))),
        amountCondition(fieldOf(event, second!)),
      ];
      return { id: `rule-${i}`, event, title: { zh: `规则${i}`, en: `rule ${i}` }, all };
    }),
  );
}

export function madeEvents(count: number, random: () => number): readonly MadeEvent[] {
  return Array.from({ length: count }, () => {
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const fields: Record<string, string | number> = {};
    for (const name of words) fields[fieldOf(kind, name)] = values[Math.floor(random() * values.length)]!;
    for (const name of amounts) fields[fieldOf(kind, name)] = Math.floor(100 * random());
    return { kind, fields };
  });
}
