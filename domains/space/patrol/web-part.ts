import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { patrolActs } from './screens/patrol-acts.ts';
import { patrolFactWords } from './words.zh.ts';

export const patrol = webPart({
  group: words('出租与维护', 'Leases and upkeep'),
  pages: [
    {
      path: '/space/patrols',
      title: words('巡检', 'Patrols'),
      needs: 'space.patrols',
      nav: true,
      thumb: true,
      load: () => import('./screens/patrol-list.tsx'),
    },
    {
      path: '/space/defects',
      title: words('巡检问题', 'Defects'),
      needs: 'space.defects',
      nav: true,
      load: () => import('./screens/defect-list.tsx'),
    },
  ],
  acts: patrolActs,
  cases: { 'space.defect': () => import('./screens/defect-case.tsx') },
  facts: {
    ...patrolFactWords,
    'space.patrol': words('巡检', 'Patrol'),
    'space.defect': words('巡检问题', 'Defect'),
  },
  help: () => import('./help.ts'),
});
