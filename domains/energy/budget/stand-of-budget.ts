/** How a budget stands: the year as it is going against it. Pure. */
import type { Context, Id } from '@opengoa/kernel';
import { type Budget, type UsedMonth, yearSoFar } from './budget-store.ts';
import type { BudgetState } from './contract.ts';
import type { Seasonal } from './seasonal.ts';
import { exceeds, type Projected, projectYear } from './project-year.ts';

export interface Stand {
  readonly used: number;
  readonly projection: Projected | null;
  readonly state: BudgetState;
  readonly exceeds: { readonly correlated: number; readonly independent: number } | null;
}

export interface Limits {
  readonly warnShare: number;
  readonly leastDays: number;
}

export function limitsAt(unit: Id, { standards, organisation, today }: Context): Limits {
  const limit = (item: string) =>
    standards.numberOn('energy.budget-warning', today, organisation.place(unit), { item });
  return { warnShare: limit('warn-share'), leastDays: limit('least-days') };
}

/** The last day that counts: the last one read, and never one that is not over. Null where the year has none. */
export function lastDayRead(rows: readonly UsedMonth[], year: number, yesterday: string): string | null {
  const last = rows.reduce((latest, row) => (row.year === year && row.lastDay > latest ? row.lastDay : latest), '');
  if (last === '') return null;
  return last > yesterday ? yesterday : last;
}

export function standOf(
  rows: readonly UsedMonth[],
  year: number,
  until: string | null,
  budget: number | null,
  saving: number,
  { warnShare, leastDays }: Limits,
  seasonal: Seasonal | null = null,
): Stand {
  if (until === null)
    return { used: 0, projection: null, state: budget === null ? 'none' : 'too-early', exceeds: null };
  const used = rows.filter((row) => row.own && row.year === year).reduce((sum, { amount }) => sum + amount, 0);
  const read = rows.filter((row) => row.year === year);
  const daysRead = Math.max(
    0,
    ...[...Map.groupBy(read, ({ building }) => building).values()].map((of) =>
      of.reduce((sum, { days }) => sum + days, 0),
    ),
  );
  // How the rest will go is told by the buildings of today, those that came in the middle of the year with what they used before.
  const of = rows.filter(({ now }) => now);
  const going: Projected = seasonal
    ? {
        by: 'baseline',
        expected: seasonal.expected.map((each) => each * (1 - saving)),
        projected: used,
        sd: seasonal.sd.map((each) => each * (1 - saving)),
      }
    : projectYear(yearSoFar(of, year, until), saving);
  const projection =
    daysRead < leastDays ? null : { ...going, projected: going.expected.reduce((sum, each) => sum + each, used) };
  const state: BudgetState =
    budget === null
      ? 'none'
      : used > budget
        ? 'over'
        : projection === null
          ? 'too-early'
          : projection.projected > warnShare * budget
            ? 'warn'
            : 'within';
  return {
    used,
    projection,
    state,
    exceeds: budget === null || !projection?.sd ? null : exceeds(budget, used, projection.expected, projection.sd),
  };
}

export const budgetFor = (budget: Budget | undefined, building: Id): number | null =>
  budget?.buildings.find((each) => each.building === building)?.amount ?? null;
