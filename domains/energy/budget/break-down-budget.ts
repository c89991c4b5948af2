import { type Id, newId, refuse, verb } from '@opengoa/kernel';
import { budgetOf, findBudget, type UsedMonth, usedOf } from './budget-store.ts';
import { BreakDownBudget, BudgetSet } from './contract.ts';
import { plannedBy } from './set-budget.ts';

interface Part {
  readonly id: Id;
  readonly unit: Id;
  readonly lastYear: readonly UsedMonth[];
  readonly used: number;
}

/** 分解下达预算: one target for a unit and the institutions below it, to each by what it used the year before. Each gets a budget of its own. */
export const breakDownBudget = verb('energy.break-down-budget', {
  title: { zh: '分解下达预算', en: 'Break a budget down' },
  input: BreakDownBudget,
  who: ['energy-clerk', 'head'],
  facts: [BudgetSet],
  refusals: ['nothing-to-break-down'],
  async load(tx, { unit, year, carrier }, context): Promise<Part[]> {
    const { organisation } = context;
    const parts: Part[] = [];
    for (const each of organisation.unitsBelow(unit)) {
      if (organisation.unit(each)?.kind !== 'institution') continue;
      const lastYear = (await usedOf(tx, each, year, carrier, `${year - 1}-12-31`, context)).filter(
        (row) => row.now && row.year === year - 1,
      );
      const used = lastYear.reduce((sum, { amount }) => sum + amount, 0);
      if (used > 0)
        parts.push({ id: (await findBudget(tx, each, year, carrier))?.id ?? newId(), unit: each, lastYear, used });
    }
    return parts;
  },
  // Every institution below and not those alone that used something: whose right does not reach them all breaks nothing down.
  at: (_parts, { unit }, { organisation }) => [
    { unit },
    ...organisation.unitsBelow(unit).map((each) => ({ unit: each })),
  ],
  decide(parts, { year, carrier, amount, document }) {
    const whole = parts.reduce((sum, { used }) => sum + used, 0);
    if (whole === 0) return refuse('nothing-to-break-down', { year: year - 1 });
    // In whole thousandths; the last takes what rounding leaves, so that the parts make the whole.
    let left = Math.round(amount * 1_000);
    return parts.map(({ id, unit, lastYear, used }, i) => {
      const part = i === parts.length - 1 ? left : Math.round((amount * 1_000 * used) / whole);
      left -= part;
      const body = { year, carrier, amount: part / 1_000, document, ...plannedBy(lastYear, year, part / 1_000) };
      return BudgetSet.of({ object: budgetOf({ id }), unit, body });
    });
  },
});
