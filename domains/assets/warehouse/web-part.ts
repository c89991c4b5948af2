import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { warehouseActs, warehousePages } from './screens/warehouse-room.ts';
import { warehouseFactWords } from './words.zh.ts';

export const warehouse = webPart({
  group: words('公物仓', 'Warehouse'),
  pages: warehousePages,
  acts: warehouseActs,
  opens: { 'assets.offer': '/assets/warehouse/{id}', 'assets.body': '/assets/bodies/{id}' },
  facts: {
    ...warehouseFactWords,
    'assets.store': words('公物仓', 'Store'),
    'assets.offer': words('在仓物品', 'Thing in the warehouse'),
    'assets.reservation': words('预约', 'Reservation'),
    'assets.loan': words('公物仓借用', 'Loan'),
    'assets.body': words('活动或临时机构', 'Event or temporary body'),
    'assets.body-bought': words('活动购置资产', 'Bought for an event'),
  },
  help: () => import('./help.ts'),
  guides: [
    {
      key: 'offer-a-thing',
      title: words('把闲置资产放进公物仓', 'Offer an idle thing'),
      roles: ['assets-clerk'],
      steps: [
        {
          key: 'store',
          title: words('设立一个公物仓（虚拟仓即可）', 'Set up a store; a virtual one will do'),
          go: '/assets/stores',
          control: words('设立公物仓', 'Set up a store'),
          done: { verb: 'assets.keep-store' },
        },
        {
          key: 'offer',
          title: words('选一件闲置资产，申请入仓', 'Offer an idle thing'),
          go: '/assets/offers',
          control: words('申请入仓', 'Offer to the warehouse'),
          done: { verb: 'assets.offer-card' },
        },
        {
          key: 'inspect',
          title: words('验收入仓', 'Inspect it'),
          go: '/assets/offers',
          control: words('验收', 'Inspect'),
          done: { verb: 'assets.inspect-offer' },
        },
        {
          key: 'look',
          title: words('在共享物品里看到它', 'See it on the shelf'),
          go: '/assets/shelf',
          done: { page: '/assets/shelf' },
        },
      ],
    },
  ],
});
