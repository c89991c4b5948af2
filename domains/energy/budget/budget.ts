import { oneBudget } from './budget-reads.ts';
import { excessSaves } from '../excess/excess-store.ts';
import { explainExcess } from '../excess/explain-excess.ts';
import { excessRefusals } from '../excess/words.zh.ts';
import { budgetSaves } from './budget-store.ts';
import { breakDownBudget } from './break-down-budget.ts';
import { setBudget } from './set-budget.ts';
import { budgetWarnings, warnBudgets } from './warn-budgets.ts';
import { budgetRefusals } from './words.zh.ts';

/** What yearly budgets add to the room. */
export const budgets = {
  verbs: [setBudget, breakDownBudget, warnBudgets, explainExcess],
  reads: [oneBudget],
  saves: [...budgetSaves, ...excessSaves],
  jobs: [budgetWarnings],
  refusals: { ...budgetRefusals, ...excessRefusals },
} as const;
