import { type Context, type Id, notFound, read, refuse, Refused } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { yearText } from '../buildings/building-reads.ts';
import { Carrier } from '../contract.ts';
import { measuresOf } from '../meters/meter.ts';
import { unitsOf } from '../statistics/gather-records.ts';
import { daysIn, stretchesOf } from '../tenure/tenure.ts';
import { tenuresOf } from '../tenure/tenure-store.ts';
import { statementReaders } from '../statistics/statement-readers.ts';
import { excessOf } from '../excess/excess-store.ts';
import { readBudget, usedOf } from './budget-store.ts';
import { BudgetAnswer, Climate } from './contract.ts';
import { seasonalOf } from './seasonal.ts';
import { budgetFor, lastDayRead, limitsAt, standOf } from './stand-of-budget.ts';

const levels = ['constraint', 'base', 'guide'] as const;

/** 年度用能预算: the plan by months and buildings, what was used, how the year will end as it is going, and what if some of the rest were saved. */
export const oneBudget = read('energy.budget', {
  title: { zh: '年度用能预算', en: 'A year’s energy budget' },
  query: z.strictObject({
    unit: z.uuid(),
    year: yearText,
    carrier: Carrier.default('electricity'),
    /** What if: percent of what is still to come that would be saved. */
    saving: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .optional(),
    climate: Climate.optional(),
  }),
  answer: BudgetAnswer,
  who: statementReaders,
  refusals: ['not-an-institution'],
  async fetch(tx, { unit, year, carrier, saving = 0, climate }, context) {
    const { actor, organisation, today } = context;
    // Of a unit beyond one's reach not even its kind is told.
    const reached = actor.grants.some(
      (grant) =>
        (statementReaders as readonly string[]).includes(grant.role) &&
        organisation.covers(grant.unit, unit, grant.below),
    );
    if (!reached) throw new Refused(notFound());
    if (organisation.unit(unit)?.kind !== 'institution')
      throw new Refused(refuse('not-an-institution', { unit: organisation.unit(unit)?.name ?? '' }));
    const budget = await readBudget(tx, unit, year, carrier);
    const end = `${year}-12-31` < today ? `${year}-12-31` : addDays(today, -1);
    const first = await usedOf(tx, unit, year, carrier, end, context);
    const until = lastDayRead(first, year, end);
    // Read again only where the last day read is an earlier one: the same days of last year are told by it.
    const rows = until === null || until === end ? first : await usedOf(tx, unit, year, carrier, until, context);
    const limits = limitsAt(unit, context);
    const excess = await excessOf(tx, unit, year, carrier);
    const nowHeld = [...new Set(rows.filter(({ now }) => now).map(({ building }) => building))];
    const seasonal =
      carrier === 'electricity' && until !== null
        ? await seasonalOf(tx, nowHeld, year, until, limits.leastDays, context)
        : null;
    const stand = standOf(rows, year, until, budget?.amount ?? null, saving / 100, limits, seasonal);
    const { projection } = stand;
    const monthSum = (y: number, month: number) => {
      const of = rows.filter((row) => row.own && row.year === y && row.month === month);
      return of.length === 0 ? null : of.reduce((sum, { amount }) => sum + amount, 0);
    };
    const period = [`${year}-01-01`, `${year + 1}-01-01`] as const;
    const tenures = await tenuresOf(tx, [...new Set(rows.map(({ building }) => building))]);
    const units = new Set(unitsOf(unit, context));
    // A building that was the unit's for a part of the year counts with that part of its area.
    const shareOf = (id: Id) => daysIn(stretchesOf(tenures.get(id), units, period)) / daysBetween(...period);
    const buildings = [...Map.groupBy(rows, ({ building }) => building)].map(([id, own]) => {
      const share = budgetFor(budget, id);
      const of = standOf(own, year, until, share, saving / 100, limits);
      return {
        id,
        name: own[0]!.name,
        areaM2: own[0]!.areaM2 === null ? null : own[0]!.areaM2 * shareOf(id),
        budget: share,
        used: of.used,
        projected: of.projection?.projected ?? null,
        state: of.state,
      };
    });
    const area = buildings.every(({ areaM2 }) => areaM2 !== null)
      ? buildings.reduce((sum, { areaM2 }) => sum + areaM2!, 0)
      : null;
    const perM2 = area === null || area === 0 || !projection ? null : projection.projected / area;
    const spread = projection?.sd?.reduce((sum, each) => sum + each, 0) ?? null;
    const band = (sign: number) =>
      projection && spread !== null ? Math.max(stand.used, projection.projected + sign * 1.645 * spread) : null;
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      year,
      carrier,
      measure: measuresOf[carrier][0],
      document: budget?.document ?? null,
      until,
      budget: budget?.amount ?? null,
      used: stand.used,
      projected: projection?.projected ?? null,
      state: stand.state,
      low: band(-1),
      high: band(1),
      exceeds: stand.exceeds,
      by: projection?.by ?? null,
      errorPercent: projection?.by === 'baseline' ? (seasonal?.cvRmsePercent ?? null) : null,
      excess: excess
        ? {
            id: excess.id,
            state: excess.state,
            says: excess.says,
            reason: excess.reason,
            measures: excess.measures,
            answeredName: excess.answeredName,
            answeredAt: excess.answeredAt?.toISOString() ?? null,
          }
        : null,
      saving,
      warnShare: limits.warnShare,
      months: Array.from({ length: 12 }, (_, i) => ({
        month: i + 1,
        planned: budget?.months[i] ?? null,
        used: monthSum(year, i + 1),
        lastYear: monthSum(year - 1, i + 1),
        expected: projection?.expected[i] ?? null,
      })),
      buildings: buildings.map(({ areaM2: _area, ...each }) => each),
      perM2,
      quotas: carrier === 'electricity' && climate ? quotasAt(unit, climate, perM2, context) : [],
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, excess }) => [
    { verbs: ['energy.set-budget', 'energy.break-down-budget'], place: { unit } },
    ...(excess?.state === 'open' ? [{ verbs: ['energy.explain-excess'], place: { unit } }] : []),
  ],
});

/** 约束值、基准值、引导值 of electricity per m²: the place's own quota where it has one, and the national values of office buildings. */
function quotasAt(
  unit: Id,
  climate: z.infer<typeof Climate>,
  perM2: number | null,
  { standards, organisation, today }: Context,
): BudgetAnswer['quotas'] {
  const place = organisation.place(unit);
  return levels.flatMap((level) => {
    const local = standards.valueOn('energy.quota-shandong-organ', today, place, {
      indicator: 'electricity',
      zone: 'a',
      'value-level': level,
    });
    const national = standards.valueOn('energy.office-building-use', today, place, {
      'building-class': 'a',
      use: 'organ',
      climate,
      'value-level': level,
    });
    const found = local.found ? local : national;
    if (!found.found) return [];
    return [
      {
        level,
        value: found.value as number,
        unit: found.unit,
        document: [found.source.document, found.source.number].filter((word) => word !== undefined).join(' '),
        confidence: found.confidence,
        above: perM2 !== null && perM2 > (found.value as number),
      },
    ];
  });
}
