import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { conditions } from '../warehouse/words.zh.ts';
import { callMoves, emergencyMoves, rightMoves } from './emergency.ts';
import { callSides, callStates, emergencyStates, rightStates } from './words.zh.ts';

/** 应急状态: which are declared now, and which there were. */
export const emergencies = list('assets.emergencies', {
  title: words('应急状态', 'Emergencies'),
  view: 'assets_read.emergency_v1',
  who: readers,
  order: '-from_at',
  columns: {
    name: { title: words('事由', 'Name'), kind: 'text', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: emergencyStates, filter: true, always: true },
    unit_id: { title: words('范围：本级及以下', 'Over'), kind: 'unit', filter: true },
    document: { title: words('依据', 'Paper'), kind: 'text' },
    from_at: { title: words('开始', 'From'), kind: 'instant', sort: true },
    until_at: { title: words('结束', 'Until'), kind: 'instant' },
    said: { title: words('说明', 'Said'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({ verbs: emergencyMoves.from(row['state'] as 'open'), place: { unit: row['unit_id'] as string } }),
});

/** 调用权限: who may call which stock. */
export const callRights = list('assets.call-rights', {
  title: words('应急调用权限', 'Rights to call'),
  view: 'assets_read.call_right_v1',
  who: readers,
  order: 'store',
  columns: {
    store: { title: words('公物仓', 'Store'), kind: 'text', filter: true, sort: true },
    caller_id: { title: words('可调用单位', 'May call'), kind: 'unit', filter: true },
    class: { title: words('分类代码', 'Class'), kind: 'text', filter: true },
    most: { title: words('一次最多', 'At most'), kind: 'integer' },
    document: { title: words('依据', 'Paper'), kind: 'text' },
    contact: { title: words('仓库联系方式', 'Contact'), kind: 'text' },
    unit_id: { title: words('设仓单位', 'Of the unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: rightStates, filter: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({ verbs: rightMoves.from(row['state'] as 'kept'), place: { unit: row['unit_id'] as string } }),
});

/** 可调用物资: what one's units may call, out of which store, how much of it. */
export const callable = list('assets.callable', {
  title: words('可调用物资', 'What may be called'),
  view: 'assets_read.callable_v1',
  who: readers,
  order: 'name',
  opens: '/assets/warehouse/{offer_id}',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    number: { title: words('入仓编号', 'Number'), kind: 'text', filter: true },
    available: { title: words('可调用', 'Available'), kind: 'integer', filter: true },
    most: { title: words('一次最多', 'At most'), kind: 'integer' },
    measure: { title: words('单位', 'Measure'), kind: 'text' },
    unit_id: { title: words('可调用单位', 'May call'), kind: 'unit', filter: true },
    store: { title: words('公物仓', 'Store'), kind: 'text', filter: true },
    keeper_id: { title: words('保管单位', 'Kept by'), kind: 'unit' },
    place: { title: words('存放地点', 'Where'), kind: 'text' },
    condition: { title: words('成色', 'Condition'), kind: 'choice', choices: conditions, filter: true },
    contact: { title: words('仓库联系方式', 'Contact'), kind: 'text' },
    class: { title: words('分类代码', 'Class'), kind: 'text', filter: true },
    offer_id: { title: words('物品', 'Thing'), kind: 'id', hidden: true },
  },
  // What is all spoken for cannot be called.
  moves: (row) => ({
    verbs: Number(row['available']) > 0 ? ['assets.call-stock'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 应急调用单: one row for whoever calls, one for whoever hands out. */
export const emergencyCalls = list('assets.emergency-calls', {
  title: words('应急调用单', 'Calls'),
  view: 'assets_read.emergency_call_v1',
  who: readers,
  order: '-made_at',
  opens: '/assets/warehouse/{offer_id}',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', filter: true },
    emergency: { title: words('事由', 'Emergency'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    side: { title: words('方向', 'Side'), kind: 'choice', choices: callSides, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: callStates, filter: true, always: true },
    unit_id: { title: words('我方', 'Our unit'), kind: 'unit', filter: true },
    other_id: { title: words('对方', 'Other unit'), kind: 'unit' },
    place: { title: words('送到', 'To'), kind: 'text' },
    contact: { title: words('联系人', 'Contact'), kind: 'text' },
    due_day: { title: words('应归还', 'Due'), kind: 'day', filter: true },
    made_at: { title: words('调用时间', 'Called'), kind: 'instant', sort: true },
    handed_at: { title: words('出库时间', 'Handed out'), kind: 'instant' },
    made_name: { title: words('调用人', 'By'), kind: 'text' },
    call_id: { title: words('调用', 'Call'), kind: 'id', hidden: true },
    offer_id: { title: words('物品', 'Thing'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: callMoves
      .from(row['state'] as 'called')
      .filter((verb) => verb === (row['side'] === 'given' ? 'assets.hand-out-call' : 'assets.cancel-call')),
    place: { unit: row['unit_id'] as string },
  }),
});
