import { words } from '@opengoa/kernel/words';
import type { DoorName } from '@opengoa/web-kit/room';
import { regulationFactWords } from '../words.zh.ts';

/** What automatic regulation adds to the room's pages. */
export const regulationPages = [
  {
    path: '/energy/regulation',
    title: words('自动调控', 'Regulation'),
    needs: 'energy.regulation-plans' as DoorName,
    nav: true,
    load: () => import('./plan-list.tsx'),
  },
  {
    path: '/energy/regulation/points',
    title: words('受控点', 'Control points'),
    needs: 'energy.control-points' as DoorName,
    nav: true,
    load: () => import('./point-list.tsx'),
  },
  {
    path: '/energy/regulation/log',
    title: words('调控日志', 'Log of regulation'),
    needs: 'energy.regulation-log' as DoorName,
    nav: true,
    load: () => import('./log-list.tsx'),
  },
  {
    path: '/energy/regulation/switch',
    title: words('自动调控开关', 'Regulation on or off'),
    needs: 'energy.regulation-switch' as DoorName,
    nav: true,
    load: () => import('./switch-page.tsx'),
  },
  {
    path: '/energy/regulation/points/{id}',
    title: words('受控点', 'Control point'),
    needs: 'energy.control-point' as DoorName,
    load: () => import('./point-page.tsx'),
  },
  {
    path: '/energy/regulation/plans/{id}',
    title: words('调控方案', 'Regulation plan'),
    needs: 'energy.regulation-plan' as DoorName,
    load: () => import('./plan-page.tsx'),
  },
];

export const regulationOpens = {
  'energy.control-point': '/energy/regulation/points/{id}',
  'energy.regulation-plan': '/energy/regulation/plans/{id}',
};

export const regulationWords = {
  ...regulationFactWords,
  'energy.control-point': words('受控点', 'Control point'),
  'energy.regulation-plan': words('调控方案', 'Regulation plan'),
  'energy.regulation-switch': words('自动调控开关', 'Regulation switch'),
};
