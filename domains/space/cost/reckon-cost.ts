import type { CostPart } from './contract.ts';
import type { Bearer } from './holds.ts';

/** What is known of a building and its year. Money in whole fen, areas in m² of usable area. */
export interface KnownBuilding<Row extends Share = Share> {
  readonly shares: readonly Row[];
  /** Of the stretch that is reckoned. */
  readonly days: number;
  readonly valueFen: number | null;
  readonly builtYear: number | null;
  /** Of its structure; null where the table has none. */
  readonly years: number | null;
  /** What was paid, without depreciation; a part that nobody entered anything of is left out. */
  readonly paid: Readonly<Partial<Record<CostPart, number>>>;
}
/** A room over the days on which one has it. */
export interface Share {
  readonly unit: string;
  readonly bearer: Bearer;
  readonly areaM2: number;
  readonly days: number;
  /** Days of all who sat in it meanwhile. */
  readonly seatDays: number;
}
export interface Borne {
  /** Means over the days reckoned. */
  readonly areaM2: number;
  readonly seats: number;
  readonly costFen: number | null;
}
export interface CostOf<Row extends Share = Share> {
  /** Null: nothing known of it. */
  readonly parts: Record<CostPart, number | null>;
  readonly lacks: 'value' | 'structure' | null;
  readonly areaM2: number;
  readonly seats: number;
  /** Of the parts that are known; null where none is. */
  readonly totalFen: number | null;
  readonly perM2Fen: number | null;
  readonly perSeatFen: number | null;
  readonly vacantM2: number;
  readonly vacantFen: number | null;
  readonly houseM2: number;
  readonly houseFen: number | null;
  /** With `vacantFen` and `houseFen` the whole. */
  readonly byUnit: ReadonlyMap<string, Borne>;
  /** Every room over its days with what falls on it: the whole, to the fen. */
  readonly rows: readonly (Row & { readonly costFen: number | null })[];
}

export const per = (fen: number | null, of: number): number | null =>
  fen !== null && of > 0 ? Math.round(fen / of) : null;
/** What is known of these together; null where nothing is. */
export const sumKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/**
 * 用房成本: depreciation by the months of the year (straight line over the years of the structure, none once they are over), and what was paid; shared by
 * the usable area of the rooms and the days on which each was whose.
 * @param months of the year that have begun
 */
export function reckonCost<Row extends Share>(known: KnownBuilding<Row>, year: number, months: number): CostOf<Row> {
  const lacks = known.valueFen === null ? 'value' : known.years === null ? 'structure' : null;
  const writtenOff = known.years !== null && known.builtYear !== null && year - known.builtYear >= known.years;
  const depreciation = lacks ? null : writtenOff ? 0 : Math.round((known.valueFen! / known.years! / 12) * months);
  const { rent = null, energy = null, property = null, repair = null, other = null } = known.paid;
  const parts = { depreciation, rent, energy, property, repair, other };
  const totalFen = sumKnown(Object.values(parts));
  const weights = known.shares.map(({ areaM2, days }) => areaM2 * days);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // Whole fen by the running sum: each row takes what it adds to it, so that the rows are the whole.
  let before = 0;
  const rows = known.shares.map((share, at) => {
    const upTo = before + weights[at]!;
    const last = at === known.shares.length - 1;
    const costFen =
      totalFen === null
        ? null
        : (last ? totalFen : Math.round((totalFen * upTo) / whole)) - Math.round((totalFen * before) / whole);
    before = upTo;
    return { ...share, costFen };
  });
  const days = Math.max(known.days, 1);
  const together = (some: typeof rows): Borne => ({
    areaM2: hundredth(some.reduce((sum, row) => sum + row.areaM2 * row.days, 0) / days),
    seats: hundredth(some.reduce((sum, row) => sum + row.seatDays, 0) / days),
    costFen: totalFen === null ? null : some.reduce((sum, row) => sum + row.costFen!, 0),
  });
  const by = Map.groupBy(rows, ({ bearer }) => bearer);
  const [all, vacant, house] = [together(rows), together(by.get('vacant') ?? []), together(by.get('house') ?? [])];
  return {
    parts,
    lacks,
    areaM2: all.areaM2,
    seats: all.seats,
    totalFen,
    perM2Fen: per(totalFen, all.areaM2),
    perSeatFen: per(totalFen, all.seats),
    vacantM2: vacant.areaM2,
    vacantFen: vacant.costFen,
    houseM2: house.areaM2,
    houseFen: house.costFen,
    byUnit: new Map(
      [...Map.groupBy(by.get('unit') ?? [], ({ unit }) => unit)].map(([unit, some]) => [unit, together(some)]),
    ),
    rows,
  };
}
