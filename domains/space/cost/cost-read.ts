import { read } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { CostAnswer, CostBearer, type CostPart } from './contract.ts';
import { type Days, gatherCost } from './gather-cost.ts';
import { daysOf } from './holds.ts';
import { per, reckonCost, sumKnown } from './reckon-cost.ts';
import { costParts } from './words.zh.ts';

/** The days of a year up to today, and its months that have begun. */
export function daysOfYear(year: number, today: string): { readonly days: Days; readonly months: number } {
  const [from, last] = [`${year}-01-01`, `${year}-12-31`] as const;
  const to = today < last ? today : last;
  return { days: [from, to], months: to < from ? 0 : Number(to.slice(5, 7)) };
}

/** 用房成本: what the buildings of the asker's reach cost in a year: by building, by square metre and seat, and what each unit's rooms bear of it. */
export const costOfSpace = read('space.cost', {
  title: { zh: '用房成本', en: 'Cost of space' },
  query: z.strictObject({
    year: z
      .string()
      .regex(/^(?:19|20)\d\d$/)
      .transform(Number)
      .optional(),
    building: z.uuid().optional(),
    unit: z.uuid().optional(),
    bearer: CostBearer.optional(),
  }),
  answer: CostAnswer,
  who: readers,
  async fetch(tx, { year, building, unit, bearer }, context) {
    const of = year ?? Number(context.today.slice(0, 4));
    const { days, months } = daysOfYear(of, context.today);
    const known = months === 0 ? [] : await gatherCost(tx, days, context);
    const unitName = (each: string) => context.organisation.unit(each)?.name ?? '';
    const reckoned = known.map((each) => ({ building: each, cost: reckonCost(each, of, months) }));
    const parts = Object.fromEntries(
      (Object.keys(costParts) as CostPart[]).map((part) => [
        part,
        sumKnown(reckoned.map(({ cost }) => cost.parts[part])),
      ]),
    ) as Record<CostPart, number | null>;
    type Cost = (typeof reckoned)[number]['cost'];
    const sum = (of_: (cost: Cost) => number) => hundredth(reckoned.reduce((all, { cost }) => all + of_(cost), 0));
    const fen = (of_: (cost: Cost) => number | null) => sumKnown(reckoned.map(({ cost }) => of_(cost)));
    const totalFen = fen((cost) => cost.totalFen);
    const areaM2 = sum((cost) => cost.areaM2);
    const seats = sum((cost) => cost.seats);
    const byUnit = Map.groupBy(
      reckoned.flatMap(({ cost }) => [...cost.byUnit].map(([unit, borne]) => ({ unit, ...borne }))),
      ({ unit }) => unit,
    );
    const asked = building !== undefined || unit !== undefined || bearer !== undefined;
    return {
      year: of,
      from: days[0],
      to: days[1],
      months,
      days: Math.max(0, daysOf(...days)),
      totalFen,
      vacantM2: sum((cost) => cost.vacantM2),
      vacantFen: fen((cost) => cost.vacantFen),
      houseM2: sum((cost) => cost.houseM2),
      houseFen: fen((cost) => cost.houseFen),
      areaM2,
      seats,
      // Over those alone whose cost is known: the rest would make it look cheap.
      perM2Fen: per(
        totalFen,
        sum((cost) => (cost.totalFen === null ? 0 : cost.areaM2)),
      ),
      perSeatFen: per(
        totalFen,
        sum((cost) => (cost.totalFen === null ? 0 : cost.seats)),
      ),
      parts,
      buildings: reckoned.map(({ building: its, cost: { byUnit: _byUnit, rows: _rows, ...cost } }) => ({
        ...cost,
        id: its.id,
        name: its.name,
        unitName: unitName(its.unit),
        valueFen: its.valueFen,
        years: its.years,
        energyBuilding: its.energyBuilding,
        unpricedMonths: its.unpricedMonths,
      })),
      units: [...byUnit]
        .map(([each, rows]) => {
          const total = sumKnown(rows.map(({ costFen }) => costFen));
          const area = hundredth(rows.reduce((all, row) => all + row.areaM2, 0));
          const people = hundredth(rows.reduce((all, row) => all + row.seats, 0));
          return {
            unit: each,
            name: unitName(each),
            areaM2: area,
            seats: people,
            totalFen: total,
            perM2Fen: per(
              total,
              rows.reduce((all, row) => all + (row.costFen === null ? 0 : row.areaM2), 0),
            ),
            perSeatFen: per(
              total,
              rows.reduce((all, row) => all + (row.costFen === null ? 0 : row.seats), 0),
            ),
          };
        })
        .toSorted((a, b) => (b.totalFen ?? -1) - (a.totalFen ?? -1) || a.name.localeCompare(b.name)),
      rows: asked
        ? reckoned
            .filter((each) => building === undefined || each.building.id === building)
            .flatMap(({ building: its, cost }) =>
              cost.rows
                .filter(
                  (row) =>
                    (bearer === undefined || row.bearer === bearer) &&
                    (unit === undefined || (row.bearer === 'unit' && row.unit === unit)),
                )
                .map(({ number, ...row }) => ({
                  ...row,
                  building: its.id,
                  name: `${its.name} ${number}`,
                  unitName: unitName(row.unit),
                })),
            )
        : null,
    };
  },
});

const hundredth = (value: number): number => Math.round(value * 100) / 100;
