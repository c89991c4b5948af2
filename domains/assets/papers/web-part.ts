import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { paperActs } from './screens/paper-acts.ts';
import { paperFactWords } from './words.zh.ts';

export const papers = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/papers',
      title: words('资产单据', 'Papers'),
      needs: 'assets.papers',
      nav: true,
      load: () => import('./screens/paper-list.tsx'),
    },
    {
      path: '/assets/papers/{id}',
      title: words('单据', 'Paper'),
      needs: 'assets.paper',
      under: '/assets/papers',
      load: () => import('./screens/paper-page.tsx'),
    },
  ],
  acts: paperActs,
  cases: { 'assets.paper': () => import('./screens/paper-case.tsx') },
  opens: { 'assets.paper': '/assets/papers/{id}' },
  facts: { ...paperFactWords, 'assets.paper': words('资产单据', 'Paper of assets') },
  help: () => import('./help.ts'),
});
