import {
  type Context,
  type FactDraft,
  type Id,
  type Job,
  newId,
  TaskEnded,
  TaskRaised,
  type Tx,
  verb,
} from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import type { Carrier } from '../contract.ts';
import { ExcessGone, ExcessRaised } from '../excess/contract.ts';
import { type Excess, excessesOf, excessObject, taskOf } from '../excess/excess-store.ts';
import { overQuota } from '../excess/over-quota.ts';
import { unitsWithBuildings } from '../tenure/tenure-store.ts';
import { carriers } from '../words.zh.ts';
import { projections } from './words.zh.ts';
import { type Budget, budgetsOf, usedOf } from './budget-store.ts';
import { seasonalOf } from './seasonal.ts';
import { lastDayRead, limitsAt, type Stand, standOf } from './stand-of-budget.ts';

/** A unit's year of a carrier: what of it is above, in words, and what was asked about it already. */
interface Watched {
  readonly unit: Id;
  readonly carrier: Carrier;
  readonly says: readonly string[];
  readonly excess: Excess | undefined;
  readonly task: { readonly id: Id } | undefined;
}

async function watched(tx: Tx, context: Context): Promise<Watched[]> {
  const year = Number(context.today.slice(0, 4));
  const yesterday = addDays(context.today, -1);
  const above: { unit: Id; carrier: Carrier; says: string }[] = [];
  for (const budget of await budgetsOf(tx, year)) {
    const rows = await usedOf(tx, budget.unit, year, budget.carrier, yesterday, context);
    const until = lastDayRead(rows, year, yesterday);
    const limits = limitsAt(budget.unit, context);
    const nowHeld = [...new Set(rows.filter(({ now }) => now).map(({ building }) => building))];
    const seasonal =
      budget.carrier === 'electricity' && until !== null
        ? await seasonalOf(tx, nowHeld, year, until, limits.leastDays, context)
        : null;
    const stand = standOf(rows, year, until, budget.amount, 0, limits, seasonal);
    if (stand.state === 'warn' || stand.state === 'over')
      above.push({ unit: budget.unit, carrier: budget.carrier, says: wordsOf(budget, stand) });
  }
  for (const unit of await institutionsWithBuildings(tx, yesterday, context))
    above.push(...(await overQuota(tx, unit, context)));
  const known = await excessesOf(tx, year);
  const keys = new Map(
    [...above, ...known].map(({ unit, carrier }) => [`${unit} ${carrier}`, { unit, carrier }] as const),
  );
  const all: Watched[] = [];
  for (const { unit, carrier } of keys.values()) {
    const excess = known.find((each) => each.unit === unit && each.carrier === carrier);
    all.push({
      unit,
      carrier,
      says: above.filter((each) => each.unit === unit && each.carrier === carrier).map(({ says }) => says),
      excess,
      task: excess && (await taskOf(tx, excess.id)),
    });
  }
  return all;
}

async function institutionsWithBuildings(tx: Tx, day: string, { organisation }: Context): Promise<Set<Id>> {
  const units = await unitsWithBuildings(tx, addDays(day, -364), day);
  return new Set(
    units.flatMap(({ unit }) => {
      const institution = organisation.institutionOf(unit);
      return institution?.kind === 'institution' && institution.validTo === null ? [institution.id] : [];
    }),
  );
}

/**
 * 超定额提醒: where a unit's year goes above its budget or the quota's constraint value, its energy clerk is asked once to say why; the task goes by
 * itself when the year is within both again.
 */
export const warnBudgets = verb('energy.warn-budgets', {
  title: { zh: '用能预算和定额预警', en: 'Watch budgets and quotas' },
  input: z.strictObject({}),
  who: ['job'],
  facts: [ExcessRaised, ExcessGone],
  refusals: [],
  internal: true,
  load: (tx, _input, context) => watched(tx, context),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (all, _input, context) =>
    all.flatMap((each): FactDraft[] => {
      const state = each.excess?.state ?? 'gone';
      if (each.says.length > 0) return state === 'gone' ? raise(each, context) : [];
      return each.excess && state === 'open' ? gone(each.excess, each.task) : [];
    }),
});

const gone = (excess: Excess, task: { readonly id: Id } | undefined): FactDraft[] => {
  const object = excessObject(excess);
  const { unit, year, carrier } = excess;
  return [
    ExcessGone.of({ object, unit, body: { year, carrier } }),
    ...(task
      ? [TaskEnded.of({ object, unit, body: { id: task.id, state: 'withdrawn', by: null, answer: null } })]
      : []),
  ];
};

function raise({ unit, carrier, says, excess }: Watched, { organisation, calendar, now, today }: Context): FactDraft[] {
  // Said once: a year that was explained, went back and is above again is not asked a second time.
  if (excess?.reason != null) return [];
  const holders = organisation
    .chain(unit)
    .map((each) => organisation.holdersOfRole('energy-clerk', each.id))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  const year = Number(today.slice(0, 4));
  const object = excessObject(excess ?? { id: newId() });
  const told = says.join('；').slice(0, 300);
  return [
    ExcessRaised.of({ object, unit, body: { year, carrier, says: told } }),
    TaskRaised.of({
      object,
      unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '说明超定额情况', en: 'Explain the excess' },
          holders: [...holders],
          copied: [],
          due: calendar.deadlineAfterWorkdays(now, 5).toISOString(),
        },
        kind: 'energy.excess',
        asker: null,
        summary: `${organisation.unit(unit)?.name ?? ''} ${year} 年${carriers[carrier].zh}：${told}`,
        opens: `/energy/budget?unit=${unit}&year=${year}&carrier=${carrier}`,
        verbs: ['energy.explain-excess'],
      },
    }),
  ];
}

function wordsOf(budget: Budget, { used, projection, state }: Stand): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  return state === 'over'
    ? `已用 ${whole(used)}，超出全年预算 ${whole(budget.amount)}`
    : `按目前用法全年约 ${whole(projection?.projected ?? used)}，预算 ${whole(budget.amount)}${projection ? `（依据：${projections[projection.by].zh}）` : ''}`;
}

export const budgetWarnings: Job = {
  name: 'warn-budgets',
  title: { zh: '用能预算和定额预警', en: 'Early warning of budgets and quotas' },
  dailyAt: '06:10',
  async run({ verb: run }) {
    await run('energy.warn-budgets', {});
  },
};
