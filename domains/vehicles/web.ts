import { webRoom } from '@opengoa/web-kit/room';
import { codeWords } from './code-words.ts';
import { costActs } from './costs/screens/cost-acts.ts';
import { costFactWords } from './costs/words.zh.ts';
import { bookedActs } from './old-books/screens/booked-acts.ts';
import { bookedFactWords } from './old-books/words.zh.ts';
import { lifeActs } from './roster/screens/life-acts.ts';
import { lifeFactWords } from './roster/words.zh.ts';
import { fleetActs } from './fleet/screens/fleet-acts.ts';
import { paperActs } from './papers/screens/paper-acts.ts';
import { paperFactWords } from './papers/words.zh.ts';
import { placeActs } from './places/screens/place-acts.ts';
import { placeFacts } from './places/words.zh.ts';
import { positionActs } from './positions/screens/position-acts.ts';
import { positionFacts } from './positions/words.zh.ts';
import { exchangeActs } from './exchange-set/screens/exchange-acts.ts';
import { exchangeFacts } from './exchange-set/words.zh.ts';
import { setAsideActs } from './set-aside/screens/set-aside-acts.ts';
import { setAsideFacts } from './set-aside/words.zh.ts';
import { speedFacts } from './speed/words.zh.ts';
import { validityActs } from './validity/screens/validity-acts.ts';
import { validityFacts } from './validity/words.zh.ts';
import { tripActs } from './trips/screens/trip-acts.ts';
import { factWords } from './words.zh.ts';

export default webRoom({
  name: 'vehicles',
  title: { zh: '公务用车', en: 'Official vehicles' },
  help: [() => import('./help.ts')],
  icon: 'car',
  order: 20,
  groups: [
    {
      title: { zh: '用车', en: 'Trips' },
      pages: [
        '/vehicles/ask',
        '/vehicles/trips',
        '/vehicles/board',
        '/vehicles/where',
        '/vehicles/drive',
        '/vehicles/roster',
      ],
    },
    {
      title: { zh: '车辆', en: 'Vehicles' },
      pages: [
        '/vehicles/fleet',
        '/vehicles/drivers',
        '/vehicles/service',
        '/vehicles/repairs',
        '/vehicles/validity',
        '/vehicles/slots',
        '/vehicles/use-rate',
      ],
    },
    {
      title: { zh: '定位与地点', en: 'Positions and places' },
      pages: ['/vehicles/terminals', '/vehicles/places', '/vehicles/viewings'],
    },
    {
      title: { zh: '费用与数据', en: 'Costs and figures' },
      pages: ['/vehicles/fuel', '/vehicles/costs', '/vehicles/exchange', '/vehicles/figures'],
    },
  ],
  pages: [
    {
      path: '/vehicles/ask',
      title: { zh: '我要用车', en: 'Ask for a vehicle' },
      needs: 'vehicles.request-trip',
      nav: true,
      icon: 'plus',
      load: () => import('./trips/screens/request-trip/journey.tsx'),
    },
    {
      path: '/vehicles/trips',
      title: { zh: '用车申请', en: 'Trips' },
      // Everybody may read their own; an entry is for whoever can have one.
      needs: ['vehicles.request-trip', 'vehicles.board', 'vehicles.vehicles'],
      nav: true,
      load: () => import('./trips/screens/trip-list.tsx'),
    },
    {
      path: '/vehicles/trips/{id}',
      title: { zh: '用车单', en: 'Trip' },
      needs: 'vehicles.trip',
      load: () => import('./trips/screens/trip-page.tsx'),
    },
    {
      path: '/vehicles/board',
      title: { zh: '派车', en: 'Dispatch' },
      needs: 'vehicles.board',
      nav: true,
      load: () => import('./trips/screens/dispatch-board/board.tsx'),
    },
    {
      path: '/vehicles/where',
      title: { zh: '车辆位置', en: 'Where they are' },
      needs: 'vehicles.whereabouts',
      nav: true,
      load: () => import('./positions/screens/where-page.tsx'),
    },
    {
      path: '/vehicles/tracks/{id}',
      title: { zh: '轨迹回放', en: 'Track' },
      needs: 'vehicles.track',
      under: '/vehicles/trips',
      load: () => import('./positions/screens/replay-page.tsx'),
    },
    {
      path: '/vehicles/drive',
      title: { zh: '我的出车', en: 'My drives' },
      needs: 'vehicles.record-fuel',
      nav: true,
      thumb: true,
      load: () => import('./trips/screens/drive.tsx'),
    },
    {
      path: '/vehicles/fleet',
      title: { zh: '车辆台账', en: 'Vehicles' },
      needs: 'vehicles.vehicles',
      nav: true,
      load: () => import('./fleet/screens/vehicle-list.tsx'),
    },
    {
      path: '/vehicles/fleet/{id}',
      title: { zh: '车辆', en: 'Vehicle' },
      needs: 'vehicles.vehicle',
      load: () => import('./fleet/screens/vehicle-page.tsx'),
    },
    {
      path: '/vehicles/drivers',
      title: { zh: '驾驶员', en: 'Drivers' },
      needs: 'vehicles.register-driver',
      nav: true,
      load: () => import('./fleet/screens/driver-list.tsx'),
    },
    {
      path: '/vehicles/fuel',
      title: { zh: '加油充电', en: 'Fuel' },
      needs: 'vehicles.fuel',
      nav: true,
      load: () => import('./fuel/screens/fuel-list.tsx'),
    },
    {
      path: '/vehicles/costs',
      title: { zh: '车辆费用', en: 'Costs' },
      needs: 'vehicles.costs',
      nav: true,
      load: () => import('./costs/screens/cost-list.tsx'),
    },
    {
      path: '/vehicles/repairs',
      title: { zh: '车辆维修', en: 'Repairs' },
      needs: 'vehicles.repairs',
      nav: true,
      load: () => import('./costs/screens/repair-list.tsx'),
    },
    {
      path: '/vehicles/hires',
      title: { zh: '租用车辆', en: 'Hired cars' },
      needs: 'vehicles.hires',
      load: () => import('./costs/screens/hire-list.tsx'),
    },
    {
      path: '/vehicles/per-vehicle',
      title: { zh: '单车核算', en: 'Costs per vehicle' },
      needs: 'vehicles.vehicle-years',
      load: () => import('./costs/screens/vehicle-years.tsx'),
    },
    {
      path: '/vehicles/service',
      title: { zh: '保养手册', en: 'Service book' },
      needs: 'vehicles.services',
      nav: true,
      load: () => import('./service/screens/service-list.tsx'),
    },
    {
      path: '/vehicles/seals',
      title: { zh: '封存登记', en: 'Sealing register' },
      needs: 'vehicles.seals',
      load: () => import('./service/screens/seal-list.tsx'),
    },
    {
      path: '/vehicles/roster',
      title: { zh: '驾驶员排班', en: 'Roster' },
      needs: 'vehicles.duties',
      nav: true,
      load: () => import('./roster/screens/duty-list.tsx'),
    },
    {
      path: '/vehicles/validity',
      title: { zh: '保险与年检', en: 'Insurance and inspection' },
      needs: 'vehicles.validities',
      nav: true,
      load: () => import('./validity/screens/validity-list.tsx'),
    },
    {
      path: '/vehicles/inspections',
      title: { zh: '年检登记', en: 'Inspections' },
      needs: 'vehicles.inspections',
      load: () => import('./validity/screens/inspection-list.tsx'),
    },
    {
      path: '/vehicles/driver-events',
      title: { zh: '违法与事故', en: 'Violations and accidents' },
      needs: 'vehicles.driver-events',
      load: () => import('./roster/screens/driver-event-list.tsx'),
    },
    {
      path: '/vehicles/slots',
      title: { zh: '车辆编制', en: 'Establishment' },
      needs: 'vehicles.slots',
      nav: true,
      load: () => import('./establishment/screens/slot-list.tsx'),
    },
    {
      path: '/vehicles/purchases',
      title: { zh: '车辆购置', en: 'Purchases' },
      needs: 'vehicles.purchases',
      load: () => import('./establishment/screens/purchase-list.tsx'),
    },
    {
      path: '/vehicles/use-rate',
      title: { zh: '使用率', en: 'Use rate' },
      needs: 'vehicles.use-rate',
      nav: true,
      load: () => import('./establishment/screens/use-rate.tsx'),
    },
    {
      path: '/vehicles/terminals',
      title: { zh: '定位终端', en: 'Terminals' },
      needs: 'vehicles.terminals',
      nav: true,
      load: () => import('./positions/screens/terminal-list.tsx'),
    },
    {
      path: '/vehicles/set-aside',
      title: { zh: '待认定定位', en: 'Fixes set aside' },
      needs: 'vehicles.set-aside',
      load: () => import('./set-aside/screens/set-aside-list.tsx'),
    },
    {
      path: '/vehicles/unread-frames',
      title: { zh: '不能解析的报文', en: 'Frames that cannot be read' },
      needs: 'vehicles.unread-frames',
      load: () => import('./set-aside/screens/unread-frame-list.tsx'),
    },
    {
      path: '/vehicles/fences',
      title: { zh: '电子围栏', en: 'Fences' },
      needs: 'vehicles.fences',
      load: () => import('./positions/screens/fence-list.tsx'),
    },
    {
      path: '/vehicles/fences/draw',
      title: { zh: '划定围栏', en: 'Draw a fence' },
      needs: 'vehicles.draw-fence',
      load: () => import('./positions/screens/draw-fence-page.tsx'),
    },
    {
      path: '/vehicles/places',
      title: { zh: '地点', en: 'Places' },
      needs: 'vehicles.places',
      nav: true,
      load: () => import('./places/screens/place-list.tsx'),
    },
    {
      path: '/vehicles/places/keep',
      title: { zh: '登记地点', en: 'Keep a place' },
      needs: 'vehicles.keep-place',
      load: () => import('./places/screens/keep-place-page.tsx'),
    },
    {
      path: '/vehicles/exchange',
      title: { zh: '数据交换', en: 'Exchange' },
      needs: 'vehicles.exchange-sets',
      nav: true,
      load: () => import('./exchange-set/screens/exchange-list.tsx'),
    },
    {
      path: '/vehicles/exchange/read',
      title: { zh: '读入数据交换集', en: 'Read an exchange set' },
      needs: 'vehicles.register-vehicle',
      load: () => import('./exchange-set/screens/read-set-page.tsx'),
    },
    {
      path: '/vehicles/over-speeds',
      title: { zh: '车速待核实', en: 'Speeds to be looked at' },
      needs: 'vehicles.over-speeds',
      load: () => import('./speed/screens/speed-list.tsx'),
    },
    {
      path: '/vehicles/crossings',
      title: { zh: '进出围栏', en: 'Crossings' },
      needs: 'vehicles.crossings',
      load: () => import('./positions/screens/crossing-list.tsx'),
    },
    {
      path: '/vehicles/viewings',
      title: { zh: '轨迹调阅记录', en: 'Who looked' },
      needs: 'vehicles.viewings',
      nav: true,
      load: () => import('./positions/screens/viewing-list.tsx'),
    },
    {
      path: '/vehicles/figures',
      title: { zh: '年度数据', en: 'Year in figures' },
      needs: 'vehicles.figures',
      nav: true,
      load: () => import('./trips/screens/year-figures.tsx'),
    },
  ],
  acts: {
    ...tripActs,
    ...fleetActs,
    ...costActs,
    ...lifeActs,
    ...validityActs,
    ...paperActs,
    ...bookedActs,
    ...positionActs,
    ...placeActs,
    ...setAsideActs,
    ...exchangeActs,
  },
  cases: { 'vehicles.trip': () => import('./trips/screens/trip-case.tsx') },
  opens: { 'vehicles.trip': '/vehicles/trips/{id}', 'vehicles.vehicle': '/vehicles/fleet/{id}' },
  codes: codeWords,
  facts: {
    ...factWords,
    ...costFactWords,
    ...lifeFactWords,
    ...validityFacts,
    ...paperFactWords,
    ...bookedFactWords,
    'vehicles.slot': { zh: '编制', en: 'Slots' },
    'vehicles.purchase': { zh: '购置申请', en: 'Purchase' },
    'vehicles.repair': { zh: '维修单', en: 'Repair' },
    'vehicles.hire': { zh: '租车单', en: 'Hire' },
    ...positionFacts,
    ...placeFacts,
    ...setAsideFacts,
    ...speedFacts,
    ...exchangeFacts,
    'vehicles.exchange-set': { zh: '数据交换集', en: 'Exchange set' },
    'vehicles.terminal': { zh: '定位终端', en: 'Terminal' },
    'vehicles.place': { zh: '地点', en: 'Place' },
    'vehicles.inspection': { zh: '年检', en: 'Inspection' },
    'vehicles.fence': { zh: '电子围栏', en: 'Fence' },
    'vehicles.positions': { zh: '位置', en: 'Positions' },
    'vehicles.background': { zh: '地图底图', en: 'Map background' },
    'vehicles.trip': { zh: '用车单', en: 'Trip' },
    'vehicles.vehicle': { zh: '车辆', en: 'Vehicle' },
    'vehicles.driver': { zh: '驾驶员', en: 'Driver' },
  },
});
