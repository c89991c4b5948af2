import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { renovationActs } from './screens/renovation-acts.ts';
import { renovationFactWords } from './words.zh.ts';

export const renovation = webPart({
  group: words('出租与维护', 'Leases and upkeep'),
  pages: [
    {
      path: '/space/renovations',
      title: words('维修项目', 'Works'),
      needs: 'space.renovations',
      nav: true,
      load: () => import('./screens/renovation-list.tsx'),
    },
    {
      path: '/space/renovations/{id}',
      title: words('维修项目', 'Works'),
      needs: 'space.renovation',
      under: '/space/renovations',
      load: () => import('./screens/renovation-page.tsx'),
    },
    {
      path: '/space/spendings',
      title: words('维修支出', 'Spending on works'),
      needs: 'space.spendings',
      nav: true,
      load: () => import('./screens/spending-list.tsx'),
    },
  ],
  acts: renovationActs,
  cases: { 'space.renovation': () => import('./screens/renovation-case.tsx') },
  opens: { 'space.renovation': '/space/renovations/{id}' },
  facts: { ...renovationFactWords, 'space.renovation': words('维修项目', 'Works') },
  help: () => import('./help.ts'),
});
