import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { rightActs } from './screens/right-acts.ts';
import { rightFactWords } from './words.zh.ts';

export const rights = webPart({
  group: words('资产台账', 'Ledger'),
  pages: [
    {
      path: '/assets/rights',
      title: words('资产权利', 'Rights'),
      needs: 'assets.rights',
      nav: true,
      load: () => import('./screens/right-list.tsx'),
    },
  ],
  acts: rightActs,
  facts: { ...rightFactWords, 'assets.right': words('资产权利', 'Right') },
  help: () => import('./help.ts'),
});
