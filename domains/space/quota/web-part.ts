import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { quotaActs } from './screens/quota-acts.ts';
import { quotaFactWords } from './words.zh.ts';

export const quota = webPart({
  group: words('核定与申请', 'Quota'),
  pages: [
    {
      path: '/space/quotas',
      title: words('单位面积核定', 'Quotas of units'),
      needs: 'space.unit-areas',
      nav: true,
      load: () => import('./screens/unit-area-list.tsx'),
    },
    {
      path: '/space/quotas/{id}',
      title: words('单位面积核定', 'Quota of a unit'),
      needs: 'space.unit-quota',
      load: () => import('./screens/unit-quota-page.tsx'),
    },
    {
      path: '/space/quota-records',
      title: words('核定记录', 'Quotas set'),
      needs: 'space.quotas',
      nav: true,
      load: () => import('./screens/quota-list.tsx'),
    },
  ],
  acts: quotaActs,
  facts: { ...quotaFactWords, 'space.quota': words('核定面积', 'Quota') },
  help: () => import('./help.ts'),
});
