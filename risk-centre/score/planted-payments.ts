/** Payments planted in a real ledger, and the naive rule that each is usually looked for with. */
import { addDays } from '@opengoa/kernel/calendar';
import { shuffled } from '@opengoa/kernel/seeded';
import type { LedgerRow } from '../analyse/ledger/ledger-rows.ts';

interface Planted {
  readonly rows: readonly LedgerRow[];
  readonly planted: readonly number[];
}

const cases = 300;

const later = (row: LedgerRow, days: number): LedgerRow => ({
  ...row,
  day: row.day + days,
  date: addDays(row.date, days),
});

const laid = (rows: readonly LedgerRow[], more: readonly LedgerRow[]): Planted => ({
  rows: [...rows, ...more],
  planted: more.map((_, i) => rows.length + i),
});

const inYear = ({ date }: LedgerRow): boolean => date < '2010-12-01';
const within = (low: number, high: number, random: () => number): number => low + (high - low) * random();
const cents = (amount: number): number => Math.round(100 * amount) / 100;

/** Payments of 50 and more, paid again a few days later under another number. */
export function withDuplicates(rows: readonly LedgerRow[], random: () => number): Planted {
  const some = shuffled(
    rows.filter((row) => row.amount >= 50 && inYear(row)),
    random,
  ).slice(0, cases);
  return laid(
    rows,
    some.map((row, i) => ({ ...later(row, Math.floor(6 * random())), id: `again-${i}` })),
  );
}

/** Payees of the ledger with few payments, paid three times just below a step. */
export function withSplits(rows: readonly LedgerRow[], step: number, random: () => number): Planted {
  const payees = [...Map.groupBy(rows.filter(inYear), ({ payeeKey }) => payeeKey).values()].filter(
    (own) => own.length <= 12,
  );
  const more = shuffled(payees, random)
    .slice(0, cases / 3)
    .flatMap((own, k) =>
      [0, 1, 2].map((part) => ({
        ...later(own[0]!, Math.floor(within(3 * part, 3 * part + 3, random))),
        id: `part-${k}-${part}`,
        amount: cents(step * within(0.75, 0.99, random)),
      })),
    );
  return laid(rows, more);
}

/** Two months’ spending more, to payees that are seldom paid, on the last ten days of December. */
export function withRush(rows: readonly LedgerRow[], random: () => number): Planted {
  const seldom = shuffled(
    [...Map.groupBy(rows, ({ payeeKey }) => payeeKey).values()].filter((own) => own.length <= 3).map((own) => own[0]!),
    random,
  ).slice(0, cases);
  const total = rows.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const more = seldom.map((row, i) => {
    const date = `2010-12-${22 + Math.floor(10 * random())}`;
    const amount = cents((2 * total * within(0.5, 1.5, random)) / (12 * seldom.length));
    return { ...row, id: `late-${i}`, unit: '', date, day: rows[0]!.day, amount };
  });
  const whole = rows.map((row) => ({ ...row, unit: '' }));
  return laid(whole, more);
}

/** The same payee and amount within seven days. */
export function naiveDuplicates(rows: readonly LedgerRow[]): Set<number> {
  const found = new Set<number>();
  for (const own of Map.groupBy(rows.keys(), (i) => `${rows[i]!.payeeKey} ${rows[i]!.amount}`).values()) {
    const sorted = own.toSorted((a, b) => rows[a]!.day - rows[b]!.day || a - b);
    for (const [k, i] of sorted.entries()) {
      const before = sorted[k - 1];
      if (before !== undefined && rows[i]!.amount > 0 && rows[i]!.day - rows[before]!.day <= 7) found.add(i);
    }
  }
  return found;
}

/** Any two payments to one payee below a step whose sum within so many days reaches it. */
export function naiveSplits(rows: readonly LedgerRow[], step: number, days: number): Set<number> {
  const found = new Set<number>();
  for (const own of Map.groupBy(rows.keys(), (i) => `${rows[i]!.payeeKey} ${rows[i]!.unit}`).values()) {
    const sorted = own
      .filter((i) => rows[i]!.amount > 0 && rows[i]!.amount < step)
      .toSorted((a, b) => rows[a]!.day - rows[b]!.day || a - b);
    let [from, sum] = [0, 0];
    for (const [k, i] of sorted.entries()) {
      sum += rows[i]!.amount;
      while (rows[i]!.day - rows[sorted[from]!]!.day >= days) sum -= rows[sorted[from++]!]!.amount;
      if (sum >= step && k > from) for (const each of sorted.slice(from, k + 1)) found.add(each);
    }
  }
  return found;
}

/** Every payment of the last ten days of December. */
export const naiveDecember = (rows: readonly LedgerRow[]): Set<number> =>
  new Set([...rows.keys()].filter((i) => rows[i]!.date.slice(5) >= '12-22'));
