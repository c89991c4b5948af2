import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { orderMoves, planMoves } from './upkeep.ts';
import { orderStates, planStates, upkeepOutcomes } from './words.zh.ts';

/** 维护计划: what is due when. */
export const upkeepPlans = list('assets.upkeep-plans', {
  title: words('维护计划', 'Plans of upkeep'),
  view: 'assets_read.upkeep_plan_v1',
  who: readers,
  order: 'next_due',
  columns: {
    what: { title: words('维护内容', 'What'), kind: 'text', filter: true },
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true },
    name: { title: words('资产名称', 'Thing'), kind: 'text', filter: true },
    place: { title: words('存放地点', 'Place'), kind: 'text', filter: true },
    every_months: { title: words('周期', 'Every'), kind: 'integer', unitOfMeasure: '月' },
    next_due: { title: words('下次日期', 'Next'), kind: 'day', filter: true, sort: true },
    order_number: { title: words('在办工单', 'Open order'), kind: 'text' },
    vendor: { title: words('维护单位', 'By'), kind: 'text', filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: planStates, filter: true, always: true },
    card_id: { title: words('资产', 'Card'), kind: 'id', filter: true, hidden: true },
    order_id: { title: words('工单', 'Order'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: planMoves.from(row['state'] as 'running').filter(() => row['order_id'] === null),
    place: { unit: row['unit_id'] as string },
  }),
});

/** 维护工单. */
export const upkeepOrders = list('assets.upkeep-orders', {
  title: words('维护工单', 'Orders of upkeep'),
  view: 'assets_read.upkeep_order_v1',
  who: readers,
  order: '-made_at',
  columns: {
    number: { title: words('工单号', 'Number'), kind: 'text', filter: true },
    what: { title: words('维护内容', 'What'), kind: 'text', filter: true },
    card_number: { title: words('资产编号', 'Number of the thing'), kind: 'text', filter: true },
    name: { title: words('资产名称', 'Thing'), kind: 'text', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: orderStates, filter: true, always: true },
    due_day: { title: words('要求完成', 'Due'), kind: 'day', filter: true },
    done_day: { title: words('完成日期', 'Done'), kind: 'day', filter: true },
    outcome: { title: words('结果', 'Outcome'), kind: 'choice', choices: upkeepOutcomes, filter: true },
    found: { title: words('情况', 'Found'), kind: 'text' },
    cost_fen: { title: words('费用', 'Cost'), kind: 'money-fen', sum: true },
    vendor: { title: words('维护单位', 'By'), kind: 'text', filter: true },
    place: { title: words('存放地点', 'Place'), kind: 'text', filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    made_name: { title: words('开单人', 'Ordered by'), kind: 'text' },
    made_at: { title: words('开单时间', 'Ordered'), kind: 'instant', sort: true, hidden: true },
    card_id: { title: words('资产', 'Card'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: orderMoves.from(row['state'] as 'open'),
    place: { unit: row['unit_id'] as string },
  }),
});
