import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { propertyActs } from './screens/property-acts.ts';
import { propertyFactWords } from './words.zh.ts';

export const property = webPart({
  group: words('出租与维护', 'Leases and upkeep'),
  pages: [
    {
      path: '/space/property-contracts',
      title: words('物业合同', 'Property contracts'),
      needs: 'space.service-contracts',
      nav: true,
      load: () => import('./screens/contract-list.tsx'),
    },
    {
      path: '/space/property-contracts/{id}',
      title: words('物业合同', 'Property contract'),
      needs: 'space.service-contract',
      under: '/space/property-contracts',
      load: () => import('./screens/contract-page.tsx'),
    },
    {
      path: '/space/property-checks',
      title: words('物业考评', 'Property checks'),
      needs: 'space.service-checks',
      nav: true,
      load: () => import('./screens/check-list.tsx'),
    },
    {
      path: '/space/property-rectifications',
      title: words('物业整改', 'Property rectifications'),
      needs: 'space.service-rectifications',
      nav: true,
      load: () => import('./screens/rectification-list.tsx'),
    },
    {
      path: '/space/property-events',
      title: words('巡检问题和报修', 'Defects and faults'),
      needs: 'space.service-events',
      under: '/space/property-contracts',
      load: () => import('./screens/event-list.tsx'),
    },
  ],
  acts: propertyActs,
  opens: { 'space.service-contract': '/space/property-contracts/{id}' },
  facts: {
    ...propertyFactWords,
    'space.service-contract': words('物业合同', 'Property contract'),
    'space.service-check': words('物业考评', 'Property check'),
    'space.service-rectification': words('物业整改', 'Property rectification'),
  },
  help: () => import('./help.ts'),
});
