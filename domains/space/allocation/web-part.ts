import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { allocationActs } from './screens/allocation-acts.ts';
import { allocationFactWords } from './words.zh.ts';

export const allocation = webPart({
  group: words('统筹调配', 'Allocation'),
  pages: [
    {
      path: '/space/allocations',
      title: words('统筹配置', 'Allocations'),
      needs: 'space.allocations',
      nav: true,
      load: () => import('./screens/allocation-list.tsx'),
    },
    {
      path: '/space/allocations/{id}',
      title: words('统筹配置方案', 'An allocation'),
      needs: 'space.allocation',
      load: () => import('./screens/allocation-page.tsx'),
    },
  ],
  acts: allocationActs,
  opens: { 'space.allocation': '/space/allocations/{id}' },
  facts: { ...allocationFactWords, 'space.allocation': words('统筹配置方案', 'Allocation') },
  help: () => import('./help.ts'),
});
