import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { ledgerActs } from './screens/ledger-acts.ts';
import { ledgerFactWords, roomUses } from './words.zh.ts';

export const ledger = webPart({
  group: words('房产台账', 'Ledger'),
  pages: [
    {
      path: '/space/buildings',
      title: words('房屋', 'Buildings'),
      // Whoever only picks places from the list could open none of its rows.
      needs: 'space.building',
      nav: true,
      load: () => import('./screens/building-list.tsx'),
    },
    {
      path: '/space/buildings/{id}',
      title: words('房屋', 'Building'),
      needs: 'space.building',
      load: () => import('./screens/building-page.tsx'),
    },
    {
      path: '/space/rooms',
      title: words('房间', 'Rooms'),
      needs: 'space.room',
      nav: true,
      load: () => import('./screens/room-list.tsx'),
    },
    {
      path: '/space/rooms/{id}',
      title: words('房间', 'Room'),
      needs: 'space.room',
      load: () => import('./screens/room-page.tsx'),
    },
    {
      path: '/space/sites',
      title: words('宗地', 'Sites'),
      needs: 'space.sites',
      nav: true,
      load: () => import('./screens/site-list.tsx'),
    },
  ],
  acts: ledgerActs,
  opens: {
    'space.building': '/space/buildings/{id}',
    'space.room': '/space/rooms/{id}',
  },
  facts: {
    ...ledgerFactWords,
    'space.site': words('宗地', 'Site'),
    'space.building': words('房屋', 'Building'),
    'space.floor': words('楼层', 'Floor'),
    'space.room': words('房间', 'Room'),
  },
  codes: roomUses,
  help: () => import('./help.ts'),
  guides: [
    {
      key: 'space-clerk',
      title: words('办公用房管理上手', 'Keeping premises'),
      roles: ['space-clerk'],
      steps: [
        {
          key: 'building',
          title: words('登记一栋房屋，或按模板导入', 'Register a building, or import the sheet'),
          go: '/space/buildings',
          control: words('登记房屋', 'Register a building'),
          done: { verb: 'space.register-building' },
        },
        {
          key: 'room',
          title: words('打开房屋，登记它的房间', 'Open it and register its rooms'),
          go: '/space/buildings',
          control: words('登记房间', 'Register a room'),
          done: { verb: 'space.register-room' },
        },
        {
          key: 'allot',
          title: words('打开房间，登记由哪个单位使用', 'Open a room and say whose it is'),
          go: '/space/rooms',
          control: words('登记分配', 'Allot'),
          done: { verb: 'space.allot-room' },
        },
      ],
    },
  ],
});
