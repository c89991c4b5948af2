import { oneBudget } from './budget-reads.ts';
import { budgetSaves } from './budget-store.ts';
import { breakDownBudget } from './break-down-budget.ts';
import { setBudget } from './set-budget.ts';
import { budgetWarnings, warnBudgets } from './warn-budgets.ts';
import { budgetRefusals } from './words.zh.ts';

/** What yearly budgets add to the room. */
export const budgets = {
  verbs: [setBudget, breakDownBudget, warnBudgets],
  reads: [oneBudget],
  saves: budgetSaves,
  jobs: [budgetWarnings],
  refusals: budgetRefusals,
} as const;
