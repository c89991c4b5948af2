import { type DoorName, webRoom } from '@opengoa/web-kit/room';
import { codeWords } from './code-words.ts';
import { buildingActs } from './buildings/screens/building-acts.ts';
import { forecastFactWords } from './forecast/words.zh.ts';
import { gatewayActs } from './gateways/screens/gateway-acts.ts';
import { budgetActs, budgetPages, budgetWords } from './budget/screens/budget-room.ts';
import { canteenActs, canteenPages, canteenWords } from './canteen/screens/canteen-room.ts';
import { projectActs, projectPages, projectWords } from './projects/screens/project-room.ts';
import { regulationActs } from './regulation/screens/regulation-acts.ts';
import { regulationOpens, regulationPages, regulationWords } from './regulation/screens/regulation-room.ts';
import { statementActs, statementPages, statementWords } from './statistics/screens/statement-room.ts';
import { meterActs } from './meters/screens/meter-acts.ts';
import { sizeFactWords } from './sizes/words.zh.ts';
import { tenureFactWords } from './tenure/words.zh.ts';
import { tariffActs } from './tariffs/screens/tariff-acts.ts';
import { tariffFactWords } from './tariffs/words.zh.ts';
import { factWords } from './words.zh.ts';

/** Those who keep the meters or answer for them; everybody else finds the buildings and no more. */
const keepers: readonly DoorName[] = ['energy.register-building', 'energy.declare-change'];

export default webRoom({
  name: 'energy',
  title: { zh: '公共机构节能', en: 'Energy' },
  help: [() => import('./help.ts')],
  icon: 'bolt',
  order: 30,
  groups: [
    {
      title: { zh: '台账与抄表', en: 'Registers and readings' },
      pages: [
        '/energy/buildings',
        '/energy/meters',
        '/energy/read',
        '/energy/doubts',
        '/energy/completeness',
        '/energy/doubles',
      ],
    },
    {
      title: { zh: '用能分析', en: 'Use' },
      pages: ['/energy/months', '/energy/building-months', '/energy/account', '/energy/tariffs'],
    },
    {
      title: { zh: '统计与管理', en: 'Reports and targets' },
      pages: ['/energy/statements', '/energy/budget', '/energy/canteen', '/energy/projects'],
    },
    {
      title: { zh: '采集与调控', en: 'Devices' },
      pages: [
        '/energy/gateways',
        '/energy/regulation',
        '/energy/regulation/points',
        '/energy/regulation/log',
        '/energy/regulation/switch',
      ],
    },
  ],
  pages: [
    {
      path: '/energy/buildings',
      title: { zh: '用能建筑', en: 'Buildings' },
      needs: 'energy.buildings',
      nav: true,
      load: () => import('./buildings/screens/building-list.tsx'),
    },
    {
      path: '/energy/buildings/{id}',
      title: { zh: '用能建筑', en: 'Building' },
      needs: 'energy.building',
      load: () => import('./buildings/screens/building-page.tsx'),
    },
    {
      path: '/energy/meters',
      title: { zh: '表计', en: 'Meters' },
      needs: keepers,
      nav: true,
      load: () => import('./meters/screens/meter-list.tsx'),
    },
    {
      path: '/energy/meters/{id}',
      title: { zh: '表计', en: 'Meter' },
      needs: 'energy.meter',
      load: () => import('./meters/screens/meter-page.tsx'),
    },
    {
      path: '/energy/read',
      title: { zh: '抄表', en: 'Read meters' },
      needs: 'energy.read-meter',
      nav: true,
      thumb: true,
      icon: 'scan',
      load: () => import('./readings/screens/read-meters.tsx'),
    },
    {
      path: '/energy/doubts',
      title: { zh: '存疑读数', en: 'Doubts' },
      needs: keepers,
      nav: true,
      load: () => import('./readings/screens/doubt-list.tsx'),
    },
    {
      path: '/energy/months',
      title: { zh: '月度用能', en: 'Months' },
      needs: keepers,
      nav: true,
      load: () => import('./buildings/screens/month-list.tsx'),
    },
    {
      path: '/energy/building-months',
      title: { zh: '建筑月度用能', en: 'Months of buildings' },
      needs: keepers,
      nav: true,
      load: () => import('./buildings/screens/building-months.tsx'),
    },
    {
      path: '/energy/account',
      title: { zh: '碳账户', en: 'Carbon account' },
      needs: 'energy.account',
      nav: true,
      load: () => import('./accounts/screens/account-page.tsx'),
    },
    {
      path: '/energy/tariffs',
      title: { zh: '分时电价', en: 'Tariffs' },
      needs: keepers,
      nav: true,
      load: () => import('./tariffs/screens/tariff-list.tsx'),
    },
    {
      path: '/energy/gateways',
      title: { zh: '采集器', en: 'Gateways' },
      needs: 'energy.gateways',
      nav: true,
      load: () => import('./gateways/screens/gateway-list.tsx'),
    },
    {
      path: '/energy/completeness',
      title: { zh: '数据完整率', en: 'Completeness' },
      needs: keepers,
      nav: true,
      load: () => import('./figures/screens/completeness-page.tsx'),
    },
    {
      path: '/energy/doubles',
      title: { zh: '重复计量核查', en: 'Counted twice?' },
      needs: 'energy.doubles',
      nav: true,
      load: () => import('./doubles/screens/doubles-page.tsx'),
    },
    ...statementPages,
    ...budgetPages,
    ...canteenPages,
    ...projectPages,
    ...regulationPages,
  ],
  acts: {
    ...buildingActs,
    ...meterActs,
    ...gatewayActs,
    ...tariffActs,
    ...statementActs,
    ...budgetActs,
    ...canteenActs,
    ...projectActs,
    ...regulationActs,
  },
  opens: {
    ...regulationOpens,
    'energy.building': '/energy/buildings/{id}',
    'energy.meter': '/energy/meters/{id}',
    'energy.statement': '/energy/statements/{id}',
    'energy.project': '/energy/projects/{id}',
  },
  evidence: {
    building: () => import('./figures/screens/building-evidence.tsx'),
    meter: () => import('./figures/screens/meter-evidence.tsx'),
  },
  codes: codeWords,
  facts: {
    ...factWords,
    ...sizeFactWords,
    ...tenureFactWords,
    ...statementWords,
    ...forecastFactWords,
    ...tariffFactWords,
    'energy.tariff': { zh: '分时电价', en: 'Tariff' },
    ...budgetWords,
    ...canteenWords,
    ...projectWords,
    ...regulationWords,
    'energy.building': { zh: '建筑', en: 'Building' },
    'energy.meter': { zh: '表计', en: 'Meter' },
    'energy.batch': { zh: '读数批次', en: 'Batch of readings' },
    'energy.gateway': { zh: '采集器', en: 'Gateway' },
    'energy.weather': { zh: '气象数据', en: 'Weather' },
    'energy.calendar': { zh: '日历', en: 'Calendar' },
  },
});
