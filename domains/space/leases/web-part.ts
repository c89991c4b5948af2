import { webPart } from '@opengoa/web-kit/room';
import { words } from '@opengoa/kernel/words';
import { leaseActs } from './screens/lease-acts.ts';
import { leaseFactWords } from './words.zh.ts';

export const leases = webPart({
  group: words('出租与维护', 'Leases and upkeep'),
  pages: [
    {
      path: '/space/leases',
      title: words('租借台账', 'Leases'),
      needs: 'space.leases',
      nav: true,
      load: () => import('./screens/lease-list.tsx'),
    },
    {
      path: '/space/leases/{id}',
      title: words('租借', 'Lease'),
      needs: 'space.lease',
      under: '/space/leases',
      load: () => import('./screens/lease-page.tsx'),
    },
    {
      path: '/space/rents',
      title: words('租金收付', 'Rents'),
      needs: 'space.rents',
      nav: true,
      load: () => import('./screens/rent-list.tsx'),
    },
    {
      path: '/space/rents-due',
      title: words('逾期租金', 'Rents overdue'),
      needs: 'space.rents-due',
      nav: true,
      load: () => import('./screens/rents-due.tsx'),
    },
  ],
  acts: leaseActs,
  cases: { 'space.lease': () => import('./screens/lease-case.tsx') },
  opens: { 'space.lease': '/space/leases/{id}' },
  facts: { ...leaseFactWords, 'space.lease': words('租借', 'Lease') },
  help: () => import('./help.ts'),
});
