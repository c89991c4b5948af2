import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { planActs } from './screens/plan-acts.ts';
import { planFactWords } from './words.zh.ts';

export const plans = webPart({
  group: { zh: '房产台账', en: 'Ledger' },
  pages: [
    {
      path: '/space/floor-plans',
      title: words('楼层平面图', 'Floor plans'),
      needs: 'space.floor-plans',
      nav: true,
      load: () => import('./screens/plan-list.tsx'),
    },
    {
      path: '/space/floors/{id}',
      title: words('楼层', 'Floor'),
      needs: 'space.floor-plan',
      under: '/space/floor-plans',
      load: () => import('./screens/floor-page.tsx'),
    },
    {
      path: '/space/meter-places',
      title: words('表计位置', 'Where meters stand'),
      needs: 'space.meter-places',
      nav: true,
      load: () => import('./screens/meter-place-list.tsx'),
    },
  ],
  acts: planActs,
  opens: { 'space.floor': '/space/floors/{id}' },
  facts: {
    ...planFactWords,
    'space.floor-plan': words('平面图', 'Floor plan'),
    'space.meter-place': words('表计位置', 'Place of a meter'),
  },
  help: () => import('./help.ts'),
});
