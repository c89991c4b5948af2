import {
  type Context,
  type FactDraft,
  type Id,
  type Job,
  newId,
  sql,
  TaskEnded,
  TaskRaised,
  type Tx,
  verb,
} from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { carriers } from '../words.zh.ts';
import { projections } from './words.zh.ts';
import { type Budget, budgetOf, budgetsOf, usedOf } from './budget-store.ts';
import { lastDayRead, limitsAt, type Stand, standOf } from './stand-of-budget.ts';

interface Watched {
  readonly budget: Budget;
  readonly stand: Stand;
  readonly task: { readonly id: Id } | undefined;
}

/** How this year's budgets stand, with the open reminder of each. */
async function watched(tx: Tx, context: Context): Promise<Watched[]> {
  const year = Number(context.today.slice(0, 4));
  const yesterday = addDays(context.today, -1);
  const all: Watched[] = [];
  for (const budget of await budgetsOf(tx, year)) {
    const rows = await usedOf(tx, budget.unit, year, budget.carrier, yesterday, context);
    const until = lastDayRead(rows, year, yesterday);
    const stand = standOf(rows, year, until, budget.amount, 0, limitsAt(budget.unit, context));
    const task = await tx.maybe<{ id: Id }>(
      sql`select id from kernel.task where object_id = ${budget.id} and state = 'open' limit 1`,
    );
    all.push({ budget, stand, task });
  }
  return all;
}

/** 预算预警: a task where the year is going above its budget; it goes by itself when that is no longer so. */
export const warnBudgets = verb('energy.warn-budgets', {
  title: { zh: '用能预算预警', en: 'Watch the energy budgets' },
  input: z.strictObject({}),
  who: ['job'],
  facts: [],
  refusals: [],
  internal: true,
  load: (tx, _input, context) => watched(tx, context),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (all, _input, context) =>
    all.flatMap(({ budget, stand, task }): FactDraft[] => {
      const warns = stand.state === 'warn' || stand.state === 'over';
      if (warns && !task) return raise(budget, stand, context);
      if (!warns && task)
        return [
          TaskEnded.of({
            object: budgetOf(budget),
            unit: budget.unit,
            body: { id: task.id, state: 'withdrawn', by: null, answer: null },
          }),
        ];
      return [];
    }),
});

function raise(
  budget: Budget,
  { used, projection, state }: Stand,
  { organisation, calendar, now }: Context,
): FactDraft[] {
  const holders = organisation
    .chain(budget.unit)
    .map((unit) => organisation.holdersOfRole('energy-clerk', unit.id))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  const says =
    state === 'over'
      ? `已用 ${whole(used)}，超出全年预算 ${whole(budget.amount)}`
      : `按目前用法全年约 ${whole(projection?.projected ?? used)}，预算 ${whole(budget.amount)}${projection ? `（依据：${projections[projection.by].zh}）` : ''}`;
  return [
    TaskRaised.of({
      object: budgetOf(budget),
      unit: budget.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '用能预算待核对', en: 'An energy budget to be checked' },
          holders: [...holders],
          copied: [],
          due: calendar.deadlineAfterWorkdays(now, 5).toISOString(),
        },
        kind: 'energy.budget',
        asker: null,
        summary: `${organisation.unit(budget.unit)?.name ?? ''} ${budget.year} 年${carriers[budget.carrier].zh}：${says}`,
        opens: `/energy/budget?unit=${budget.unit}&year=${budget.year}&carrier=${budget.carrier}`,
        verbs: ['energy.set-budget'],
      },
    }),
  ];
}

export const budgetWarnings: Job = {
  name: 'warn-budgets',
  title: { zh: '用能预算预警', en: 'Early warning of energy budgets' },
  dailyAt: '06:10',
  async run({ verb: run }) {
    await run('energy.warn-budgets', {});
  },
};
