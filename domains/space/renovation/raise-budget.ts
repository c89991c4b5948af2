import { refuse, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotDecide } from './acts-on-works.ts';
import { BudgetRaised, RaiseBudget } from './contract.ts';
import { renovationOf, yuan } from './renovation.ts';

/** 调增预算: on a paper and by whoever answers for the unit; before and after stay on the Record. */
export const raiseBudget = verb('space.raise-budget', {
  ...actsOnWorks,
  title: { zh: '调增预算', en: 'Raise the budget' },
  input: RaiseBudget,
  who: ['head', 'leader'],
  facts: [BudgetRaised],
  refusals: ['not-now', 'stale-version', 'works-by-yourself', 'budget-not-raised'],
  decide({ works }, { version, budgetFen, paper, why }, context) {
    const refused = cannotDecide(works, 'space.raise-budget', version, context);
    if (refused) return refused;
    if (budgetFen <= works.budgetFen) return refuse('budget-not-raised', { budgetYuan: yuan(works.budgetFen) });
    const body = { beforeFen: works.budgetFen, budgetFen, paper, why };
    return [BudgetRaised.of({ object: renovationOf(works), unit: works.unit, body })];
  },
});
