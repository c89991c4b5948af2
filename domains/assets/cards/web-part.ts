import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { cardActs } from './screens/card-acts.ts';
import { cardFactWords } from './words.zh.ts';

export const cards = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/cards',
      title: words('资产台账', 'Assets'),
      needs: 'assets.cards',
      nav: true,
      load: () => import('./screens/card-list.tsx'),
    },
    {
      path: '/assets/cards/{id}',
      title: words('资产卡片', 'Asset'),
      needs: 'assets.card',
      under: '/assets/cards',
      load: () => import('./screens/card-page.tsx'),
    },
  ],
  acts: cardActs,
  opens: { 'assets.card': '/assets/cards/{id}' },
  facts: { ...cardFactWords, 'assets.card': words('资产', 'Asset') },
  help: () => import('./help.ts'),
  guides: [
    {
      key: 'assets-first-paper',
      title: words('登记资产并发给使用人', 'Register an asset and hand it out'),
      roles: ['assets-clerk'],
      steps: [
        {
          key: 'register',
          title: words('登记一项资产', 'Register an asset'),
          go: '/assets/cards',
          control: words('登记资产', 'Register an asset'),
          done: { verb: 'assets.register-card' },
        },
        {
          key: 'hand-over',
          title: words('勾选它，办“移交”，请使用人签收', 'Tick it and hand it over for a signature'),
          go: '/assets/cards',
          control: words('移交', 'Hand over'),
          done: { verb: 'assets.hand-over-cards' },
        },
        {
          key: 'papers',
          title: words('在单据台账看是否已签收', 'See among the papers whether it was signed'),
          go: '/assets/papers',
          done: { page: '/assets/papers' },
        },
      ],
    },
  ],
});
