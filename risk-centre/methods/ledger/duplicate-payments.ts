/**
 * FI-03: the same amount to the same payee within days. Rent and telephone are equal by nature and many small fares are equal by chance, so that each pair is
 * held against how many equal ones this payee's own price list would bring about so close to it.
 */
export interface Payment {
  readonly payee: string;
  /** Days from any one day. */
  readonly day: number;
  /** Below 0 where it was paid back. */
  readonly amount: number;
}

export interface DuplicatePayment {
  /** Places of the later and of the earlier payment in the list. */
  readonly later: number;
  readonly earlier: number;
  readonly daysApart: number;
  /** Equal payments as close as this one that chance would bring about beside it at this payee. */
  readonly expected: number;
}

const withinDays = 7;
const paidBackWithin = 60;
/** Pairs that the ledger as a whole speaks for where a payee has few of its own. */
const pairsOfAll = 20;

const roundness = (amount: number): number => {
  const cents = Math.round(amount * 100);
  return cents % 10_000 === 0 ? 3 : cents % 1_000 === 0 ? 2 : cents % 100 === 0 ? 1 : 0;
};

/** @returns the closest earlier twin of each payment that has one, those that were paid back left out */
export function duplicatePayments(payments: readonly Payment[]): DuplicatePayment[] {
  const byPayee = [...Map.groupBy(payments.keys(), (i) => payments[i]!.payee).values()];
  const chances = chanceOfEqual(payments, byPayee);
  return byPayee.flatMap((all) => {
    const own = all
      .filter((i) => payments[i]!.amount > 0)
      .toSorted((a, b) => payments[a]!.day - payments[b]!.day || a - b);
    const days = own.map((i) => payments[i]!.day);
    const byAmount = Map.groupBy(own, (i) => payments[i]!.amount);
    const pairsOwn = (own.length * (own.length - 1)) / 2;
    const equal = [...byAmount.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    return [...byAmount].flatMap(([amount, same]): DuplicatePayment[] => {
      if (same.length < 2) return [];
      const reversals = all.filter((i) => payments[i]!.amount === -amount);
      // What the payee's other amounts say of how often two of its payments are equal.
      const others = own.length - same.length;
      const pairs = pairsOwn - others * same.length - (same.length * (same.length - 1)) / 2;
      const equalOthers = equal - (same.length * (same.length - 1)) / 2;
      const all0 = chances[roundness(amount)]!;
      const rate = (equalOthers + pairsOfAll * all0) / (pairs + pairsOfAll);
      return same.flatMap((later, k): DuplicatePayment[] => {
        const earlier = same[k - 1];
        if (earlier === undefined) return [];
        const daysApart = payments[later]!.day - payments[earlier]!.day;
        const isPaidBack = reversals.some((i) => Math.abs(payments[i]!.day - payments[later]!.day) <= paidBackWithin);
        if (daysApart > withinDays || isPaidBack) return [];
        // A price that is paid every few days is a price, however it came about.
        const usual = ((same.length - 2) * (2 * daysApart + 1)) / (days.at(-1)! - days[0]! + 1);
        const near = paymentsWithin(days, payments[later]!.day, daysApart) - 1;
        return [{ later, earlier, daysApart, expected: near * rate + usual }];
      });
    });
  });
}

/** How often two payments to one payee are equal, by how round they are, over the whole ledger. */
function chanceOfEqual(payments: readonly Payment[], byPayee: readonly (readonly number[])[]): number[] {
  const equal = new Float64Array(4);
  let pairs = 1;
  for (const own of byPayee) {
    const positive = own.filter((i) => payments[i]!.amount > 0);
    // A payee of thousands would speak for all the others.
    const weight = Math.min(1, 20 / positive.length);
    pairs += (weight * positive.length * (positive.length - 1)) / 2;
    for (const [amount, { length }] of Map.groupBy(positive, (i) => payments[i]!.amount))
      equal[roundness(amount)]! += (weight * length * (length - 1)) / 2;
  }
  return Array.from(equal, (each) => each / pairs);
}

/** How many of the days, sorted, lie at most so far from one of them; it is among them. */
function paymentsWithin(days: readonly number[], day: number, apart: number): number {
  return firstFrom(days, day + apart + 1) - firstFrom(days, day - apart);
}

function firstFrom(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
