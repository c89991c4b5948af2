import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { rightActs } from './screens/right-acts.ts';
import { rightFactWords } from './words.zh.ts';

export const rights = webPart({
  group: words('房产台账', 'Ledger'),
  pages: [
    {
      path: '/space/rights',
      title: words('权属', 'Rights'),
      needs: 'space.rights',
      nav: true,
      load: () => import('./screens/right-list.tsx'),
    },
    {
      path: '/space/disputes',
      title: words('权属争议', 'Disputes'),
      needs: 'space.disputes',
      nav: true,
      load: () => import('./screens/dispute-list.tsx'),
    },
  ],
  acts: rightActs,
  facts: {
    ...rightFactWords,
    'space.right': words('权属', 'Right'),
    'space.dispute': words('权属争议', 'Dispute'),
  },
  help: () => import('./help.ts'),
});
