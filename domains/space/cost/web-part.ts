import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { costActs } from './screens/cost-acts.ts';
import { costFactWords } from './words.zh.ts';

export const cost = webPart({
  group: words('出租与维护', 'Leases and upkeep'),
  pages: [
    {
      path: '/space/expenses',
      title: words('用房费用', 'Expenses'),
      needs: 'space.expenses',
      nav: true,
      load: () => import('./screens/expense-list.tsx'),
    },
    {
      path: '/space/cost',
      title: words('用房成本', 'Cost of space'),
      needs: 'space.cost',
      nav: true,
      load: () => import('./screens/cost-page.tsx'),
    },
  ],
  acts: costActs,
  facts: { ...costFactWords, 'space.expense': words('用房费用', 'Expense') },
  help: () => import('./help.ts'),
});
