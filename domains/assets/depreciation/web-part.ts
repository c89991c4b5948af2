import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';

export const depreciation = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/depreciation',
      title: words('折旧', 'Depreciation'),
      needs: 'assets.depreciation',
      nav: true,
      load: () => import('./screens/depreciation-page.tsx'),
    },
  ],
  help: () => import('./help.ts'),
});
