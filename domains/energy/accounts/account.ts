/** An account from rows: what each unit or building used in a year, converted by the month, and divided by area and people. */
import { lmdi } from '../methods/lmdi.ts';
import { afterMonth, type Size } from '../sizes/size.ts';
import { heldSize, stretchesOf, type Tenure } from '../tenure/tenure.ts';
import type { AccountAnswer, AccountRow } from './contract.ts';
import { type Converted, converted, type Factors, type MonthUse, totalKg, type UsedFactor } from './convert.ts';

/** What a building, or the vehicles of a unit, used in a month. */
export interface Use extends MonthUse {
  readonly building: string | null;
  /** The unit it is counted at. */
  readonly unit: string;
  /** The unit whose the building was. */
  readonly own: string;
}

export interface RowOf {
  readonly id: string;
  readonly of: AccountRow['of'];
  readonly name: string;
}

interface Asked {
  readonly year: number;
  readonly factorsOf: (unit: string) => Factors;
  readonly sizes: ReadonlyMap<string, readonly Size[]>;
  readonly tenures: ReadonlyMap<string, readonly Tenure[]>;
}

const yearOf = ({ month }: MonthUse): number => Number(month.slice(0, 4));
const kwhOf = (of: readonly Converted[]): number => amountOf(of, 'electricity');
const amountOf = (of: readonly Converted[], carrier: Converted['carrier']): number =>
  of.filter((each) => each.carrier === carrier).reduce((sum, { amount }) => sum + amount, 0);

/** Keeps every factor once, and says where it stands. */
export class FactorList {
  readonly factors: UsedFactor[] = [];
  at(factor: UsedFactor): number {
    const text = JSON.stringify(factor);
    const known = this.factors.findIndex((each) => JSON.stringify(each) === text);
    return known >= 0 ? known : this.factors.push(factor) - 1;
  }
}

/** Uses of several places, each with the factors of its own, added up by carrier. */
function convertedOf(uses: readonly Use[], { factorsOf }: Asked): Converted[] {
  const each = [...Map.groupBy(uses, ({ unit }) => unit)].flatMap(([unit, own]) => converted(own, factorsOf(unit)));
  return [...Map.groupBy(each, ({ carrier, measure }) => `${carrier} ${measure}`).values()].map((same) => {
    const sum = (of: (one: Converted) => number | null) =>
      same.reduce<number | null>((all, one) => {
        const value = of(one);
        return all === null || value === null ? null : all + value;
      }, 0);
    const parts = [
      ...Map.groupBy(
        same.flatMap((one) => one.parts),
        ({ factor }) => JSON.stringify(factor),
      ).values(),
    ];
    return {
      ...same[0]!,
      amount: sum(({ amount }) => amount)!,
      coalKg: sum(({ coalKg }) => coalKg),
      carbonKg: sum(({ carbonKg }) => carbonKg),
      parts: parts.map((alike) => ({
        factor: alike[0]!.factor,
        amount: alike.reduce((all, { amount }) => all + amount, 0),
        kg: alike.reduce((all, { kg }) => all + kg, 0),
      })),
    };
  });
}

/** The stretch of a year in which a building was read. */
function periodOf(uses: readonly Use[], year: number): readonly [string, string] {
  const last =
    uses
      .map(({ month }) => month)
      .toSorted()
      .at(-1) ?? `${year}-12-01`;
  return [`${year}-01-01`, afterMonth(last)];
}

/** How large a building was to the units whose uses these are. */
function sizeOf(id: string, uses: readonly Use[], year: number, { sizes, tenures }: Asked) {
  const period = periodOf(uses, year);
  const units = new Set(uses.map(({ own }) => own));
  return heldSize(sizes.get(id) ?? [], stretchesOf(tenures.get(id), units, period), period);
}

function intensity(now: readonly Use[], by: 'areaM2' | 'people', asked: Asked): AccountRow['perM2'] {
  const buildings = [
    ...Map.groupBy(
      now.filter(({ building }) => building !== null),
      ({ building }) => building!,
    ),
  ];
  const known = buildings.flatMap(([id, uses]) => {
    const size = sizeOf(id, uses, asked.year, asked)[by];
    return size === null ? [] : [{ uses, size }];
  });
  if (known.length === 0) return null;
  const whole = known.reduce((sum, { size }) => sum + size, 0);
  const of = convertedOf(
    known.flatMap(({ uses }) => uses),
    asked,
  );
  const per = (kg: number | null) => (kg === null ? null : kg / whole);
  return {
    by: whole,
    buildings: known.length,
    of: buildings.length,
    kwh: kwhOf(of) / whole,
    waterM3: amountOf(of, 'water') / whole,
    coalKg: per(totalKg(of, 'coalKg')),
    carbonKg: per(totalKg(of, 'carbonKg')),
  };
}

/** @param uses of both years, the year before up to the same month */
export function accountRow(row: RowOf, uses: readonly Use[], asked: Asked, list: FactorList): AccountRow {
  const now = uses.filter((use) => yearOf(use) === asked.year);
  const before = uses.filter((use) => yearOf(use) === asked.year - 1);
  const of = convertedOf(now, asked);
  return {
    ...row,
    buildings: new Set(now.flatMap(({ building }) => (building === null ? [] : [building]))).size,
    carriers: of.map((each) => ({
      ...each,
      parts: each.parts.map(({ factor, amount, kg }) => ({ factor: list.at(factor), amount, kg })),
    })),
    coalKg: totalKg(of, 'coalKg'),
    carbonKg: totalKg(of, 'carbonKg'),
    scope1Kg: totalKg(of, 'carbonKg', 1),
    scope2Kg: totalKg(of, 'carbonKg', 2),
    carbonKgBefore: before.length === 0 ? null : totalKg(convertedOf(before, asked), 'carbonKg'),
    perM2: intensity(now, 'areaM2', asked),
    perHead: intensity(now, 'people', asked),
  };
}

/** Carbon by the month, this year and the year before. */
export function accountMonths(uses: readonly Use[], asked: Asked): AccountAnswer['months'] {
  return Array.from({ length: 12 }, (_, i) => {
    const of = (year: number) => {
      const own = uses.filter(({ month }) => month.startsWith(`${year}-${String(i + 1).padStart(2, '0')}`));
      return own.length === 0 ? null : convertedOf(own, asked);
    };
    const [now, before] = [of(asked.year), of(asked.year - 1)];
    return {
      month: i + 1,
      scope1Kg: now && totalKg(now, 'carbonKg', 1),
      scope2Kg: now && totalKg(now, 'carbonKg', 2),
      coalKg: now && totalKg(now, 'coalKg'),
      carbonKgBefore: before && totalKg(before, 'carbonKg'),
    };
  });
}

/** Why carbon differs from the year before (EN-10 c): area, use per m², mix of carriers, emission factors. */
export function accountChange(uses: readonly Use[], asked: Asked): AccountAnswer['change'] {
  const counted = uses.filter(({ building, carrier }) => building !== null && carrier !== 'water');
  const groups = [...Map.groupBy(counted, ({ building }) => building!)].map(([id, own]) => {
    const now = own.filter((use) => yearOf(use) === asked.year);
    const before = own.filter((use) => yearOf(use) === asked.year - 1);
    const area = (of: readonly Use[], year: number) => sizeOf(id, of, year, asked).areaM2;
    return { now, before, areaNow: area(now, asked.year), areaBefore: area(before, asked.year - 1) };
  });
  const both = groups.filter(({ now, before }) => now.length > 0 && before.length > 0);
  const like = both.filter(({ areaNow, areaBefore }) => areaNow !== null && areaBefore !== null);
  const alone = groups.filter(({ now, before }) => now.length === 0 || before.length === 0);
  if (like.length === 0) return null;
  const kg = (of: readonly Use[]) => (of.length === 0 ? 0 : totalKg(convertedOf(of, asked), 'carbonKg'));
  const terms = (of: readonly Converted[], areaM2: number) => {
    const coal = totalKg(of, 'coalKg');
    return new Map(
      of.map((each) => [
        `${each.carrier} ${each.measure}`,
        [areaM2, (coal ?? 0) / areaM2, (each.coalKg ?? 0) / (coal || 1), (each.carbonKg ?? 0) / (each.coalKg || 1)],
      ]),
    );
  };
  const nowUses = like.flatMap(({ now }) => now);
  const beforeUses = like.flatMap(({ before }) => before);
  const [nowOf, beforeOf] = [convertedOf(nowUses, asked), convertedOf(beforeUses, asked)];
  const [nowKg, beforeKg] = [totalKg(nowOf, 'carbonKg'), totalKg(beforeOf, 'carbonKg')];
  const goneKg = alone.map(({ before }) => kg(before));
  const comeKg = alone.map(({ now }) => kg(now));
  if (nowKg === null || beforeKg === null || [...goneKg, ...comeKg].includes(null)) return null;
  if (totalKg(nowOf, 'coalKg') === null || totalKg(beforeOf, 'coalKg') === null) return null;
  const areaOf = (areas: readonly (number | null)[]) => areas.reduce<number>((sum, area) => sum + (area ?? 0), 0);
  const now = terms(nowOf, areaOf(like.map(({ areaNow }) => areaNow)));
  const before = terms(beforeOf, areaOf(like.map(({ areaBefore }) => areaBefore)));
  const keys = [...new Set([...now.keys(), ...before.keys()])];
  // A carrier that is new takes the other year's factor: its coming is a matter of the mix.
  const term = (of: typeof now, other: typeof now, key: string): readonly number[] => {
    const own = of.get(key);
    if (own) return own;
    const [area, use] = of.values().next().value!;
    return [area!, use!, 0, other.get(key)![3]!];
  };
  const [areaKg = 0, intensityKg = 0, mixKg = 0, factorKg = 0] = lmdi(
    keys.map((key) => term(before, now, key)),
    keys.map((key) => term(now, before, key)),
  );
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return {
    beforeKg: beforeKg + sum(goneKg),
    nowKg: nowKg + sum(comeKg),
    areaKg,
    intensityKg,
    mixKg,
    factorKg,
    comeOrGoneKg: sum(comeKg) - sum(goneKg),
    buildings: like.length + alone.length,
    of: groups.length,
  };
}
