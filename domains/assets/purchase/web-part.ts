import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { purchaseActs } from './screens/purchase-acts.ts';
import { purchaseFactWords } from './words.zh.ts';

export const purchase = webPart({
  group: { zh: '配置与采购', en: 'Buying' },
  pages: [
    {
      path: '/assets/purchases',
      title: words('购置计划', 'Purchases'),
      needs: 'assets.purchases',
      nav: true,
      load: () => import('./screens/purchase-list.tsx'),
    },
    {
      path: '/assets/purchases/{id}',
      title: words('购置计划', 'Purchase'),
      needs: 'assets.purchase',
      under: '/assets/purchases',
      load: () => import('./screens/purchase-page.tsx'),
    },
    {
      path: '/assets/purchase-lines',
      title: words('购置明细', 'Lines of purchases'),
      needs: 'assets.purchase-lines',
      nav: true,
      load: () => import('./screens/purchase-lines.tsx'),
    },
    {
      path: '/assets/declined',
      title: words('未选用闲置资产', 'Idle things not taken'),
      needs: 'assets.declined',
      nav: true,
      load: () => import('./screens/declined-list.tsx'),
    },
    {
      path: '/assets/delivery-notes',
      title: words('验收单', 'Deliveries accepted'),
      needs: 'assets.delivery-notes',
      nav: true,
      load: () => import('./screens/delivery-notes.tsx'),
    },
  ],
  acts: purchaseActs,
  cases: { 'assets.purchase': () => import('./screens/purchase-case.tsx') },
  opens: { 'assets.purchase': '/assets/purchases/{id}' },
  facts: { ...purchaseFactWords, 'assets.purchase': words('购置计划', 'Purchase') },
  help: () => import('./help.ts'),
});
