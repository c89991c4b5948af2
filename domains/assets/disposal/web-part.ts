import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { disposalActs } from './screens/disposal-acts.ts';
import { disposalFactWords } from './words.zh.ts';

export const disposal = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/disposals',
      title: words('资产处置', 'Disposals'),
      needs: 'assets.disposals',
      nav: true,
      load: () => import('./screens/disposal-list.tsx'),
    },
  ],
  acts: disposalActs,
  facts: disposalFactWords,
  help: () => import('./help.ts'),
});
