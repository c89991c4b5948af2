/** 厨余指标: grams of waste a meal and kilograms a person. Pure. */

export interface WasteMonth {
  readonly canteen: string;
  /** `2026-03` */
  readonly month: string;
  readonly wasteKg: number;
  readonly meals: number;
  readonly people: number;
}

export interface WasteFigures {
  readonly wasteKg: number;
  readonly meals: number;
  readonly gPerMeal: number;
  readonly kgPerPerson: number;
}

/**
 * Months of canteens together. Who eats in a canteen eats there every month, so people are the mean of the months of each canteen, and canteens are
 * added; meals and waste are sums.
 * @returns null of no month
 */
export function wasteOf(months: readonly WasteMonth[]): WasteFigures | null {
  if (months.length === 0) return null;
  const sum = (of: (month: WasteMonth) => number) => months.reduce((all, each) => all + of(each), 0);
  const wasteKg = Math.round(sum((each) => each.wasteKg) * 1_000) / 1_000;
  const meals = sum((each) => each.meals);
  const people = [...Map.groupBy(months, ({ canteen }) => canteen).values()].reduce(
    (all, own) => all + own.reduce((n, each) => n + each.people, 0) / own.length,
    0,
  );
  return { wasteKg, meals, gPerMeal: (wasteKg * 1_000) / meals, kgPerPerson: wasteKg / people };
}

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** The same months of the year before; null where one of them is not known, since a mean of others is no comparison. */
export function sameMonthsBefore(months: readonly WasteMonth[], all: readonly WasteMonth[]): WasteFigures | null {
  const before = months.map(({ canteen, month }) =>
    all.find((each) => each.canteen === canteen && each.month === yearBefore(month)),
  );
  return before.every((each) => each !== undefined) ? wasteOf(before) : null;
}
