import { newId, refuse, verb } from '@opengoa/kernel';
import type { z } from 'zod';
import { BudgetSet, SetBudget } from './contract.ts';
import { budgetOf, findBudget, type UsedMonth, usedOf } from './budget-store.ts';
import { breakDown, monthsOf } from './project-year.ts';

/** 核定年度预算: a unit's target of a year and a carrier, broken down to months and buildings by the year before. Set anew, it replaces the old one. */
export const setBudget = verb('energy.set-budget', {
  title: { zh: '核定预算', en: 'Set a budget' },
  input: SetBudget,
  who: ['energy-clerk', 'head'],
  facts: [BudgetSet],
  refusals: ['not-an-institution', 'months-not-the-year'],
  async load(tx, { unit, year, carrier }, context) {
    const there = await findBudget(tx, unit, year, carrier);
    return {
      id: there?.id ?? newId(),
      lastYear: (await usedOf(tx, unit, year, carrier, `${year - 1}-12-31`, context)).filter(
        (row) => row.now && row.year === year - 1,
      ),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, lastYear }, { unit, year, carrier, amount, months: given, document }, { organisation }) {
    const found = organisation.unit(unit);
    if (found?.kind !== 'institution') return refuse('not-an-institution', { unit: found?.name ?? '' });
    const sum = given?.reduce((all, each) => all + each, 0) ?? amount;
    if (Math.abs(sum - amount) > 0.0005 * amount)
      return refuse('months-not-the-year', { sum: Math.round(sum), amount: Math.round(amount) });
    return [
      BudgetSet.of({
        object: budgetOf({ id }),
        unit,
        body: {
          year,
          carrier,
          amount,
          ...plannedBy(lastYear, year, amount, given),
          document,
        },
      }),
    ];
  },
});

/** A year's amount by months and buildings: months as given or as those of the year before went, buildings by their share of it. */
export function plannedBy(
  lastYear: readonly UsedMonth[],
  year: number,
  amount: number,
  given?: readonly number[],
): Pick<z.infer<(typeof BudgetSet)['body']>, 'months' | 'buildings'> {
  const byMonth = Array.from({ length: 12 }, (_, i) =>
    lastYear.filter(({ month }) => month === i + 1).reduce((all, row) => all + row.amount, 0),
  );
  // A month that nobody read says nothing of the shape of the year.
  const shape = byMonth.every((each) => each > 0) ? byMonth : monthsOf(year);
  const byBuilding = [...Map.groupBy(lastYear, ({ building }) => building)].map(([building, rows]) => ({
    building,
    used: rows.reduce((all, row) => all + row.amount, 0),
  }));
  const whole = byBuilding.reduce((all, { used }) => all + used, 0);
  return {
    months: given ? [...given] : breakDown(amount, shape),
    buildings:
      whole === 0
        ? []
        : byBuilding.map(({ building, used }) => ({
            building,
            amount: Math.round((amount * used * 1_000) / whole) / 1_000,
          })),
  };
}
