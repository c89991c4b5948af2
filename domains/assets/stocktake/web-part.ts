import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { stocktakeActs } from './screens/stocktake-acts.ts';
import { stocktakeFacts } from './words.zh.ts';

export const stocktake = webPart({
  group: { zh: '盘点与核对', en: 'Stocktaking' },
  pages: [
    {
      path: '/assets/stocktakes',
      title: words('资产盘点', 'Stocktakes'),
      needs: 'assets.stocktakes',
      nav: true,
      load: () => import('./screens/stocktake-list.tsx'),
    },
    {
      path: '/assets/stocktake-lines',
      title: words('盘点明细', 'Lines of stocktakes'),
      needs: 'assets.stocktake-lines',
      under: '/assets/stocktakes',
      load: () => import('./screens/stocktake-lines.tsx'),
    },
    {
      path: '/assets/stocktakes/{id}',
      title: words('盘点', 'Stocktake'),
      needs: 'assets.stocktake',
      under: '/assets/stocktakes',
      load: () => import('./screens/stocktake-page.tsx'),
    },
    {
      path: '/assets/stocktakes/{id}/take',
      title: words('现场盘点', 'Count on the spot'),
      needs: 'assets.stocktake-sheet',
      under: '/assets/stocktakes',
      load: () => import('./screens/take-page.tsx'),
    },
  ],
  acts: stocktakeActs,
  opens: { 'assets.stocktake': '/assets/stocktakes/{id}' },
  facts: { ...stocktakeFacts, 'assets.stocktake': words('盘点', 'Stocktake') },
  help: () => import('./help.ts'),
  guides: [
    {
      key: 'take-stock',
      title: words('盘一层楼', 'Take stock of a floor'),
      roles: ['assets-clerk'],
      steps: [
        {
          key: 'open',
          title: words('选一层楼，开始盘点', 'Choose a floor and open it'),
          go: '/assets/stocktakes',
          control: words('开始盘点', 'Open a stocktake'),
          done: { verb: 'assets.open-stocktake' },
        },
        {
          key: 'scan',
          title: words('用手机到现场，先选房间再逐件扫描', 'On the spot, room first, then one thing after the other'),
          go: '/assets/stocktakes',
          done: { verb: 'assets.sync-scans' },
        },
        {
          key: 'sign',
          title: words('差异逐项说明，两人签字封存', 'Explain the differences; two sign'),
          go: '/assets/stocktakes',
          done: { verb: 'assets.sign-stocktake' },
        },
      ],
    },
  ],
});
