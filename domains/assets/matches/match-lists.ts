import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { MatchState } from './contract.ts';
import { demandMoves, matchMoves, planVerbs } from './demand.ts';
import {
  demandStates,
  lineStates,
  matchSides,
  matchStates,
  planStates,
  refusalReasons,
  refusedBy,
} from './words.zh.ts';

const need = {
  number: { title: words('需求编号', 'Number'), kind: 'text', filter: true },
  name: { title: words('需要', 'What'), kind: 'text', filter: true, sort: true },
  quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
  urgent: { title: words('急需', 'Urgent'), kind: 'yes-no', filter: true },
  need_by: { title: words('需要日期', 'Needed by'), kind: 'day', filter: true, sort: true },
  unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
} as const;

/** 全系统需求: what units lack and nothing is on its way for. */
export const needs = list('assets.needs', {
  title: words('全系统需求', 'What is needed'),
  view: 'assets_read.needed_v1',
  who: ['signed-in'],
  order: 'need_by',
  columns: {
    ...need,
    left_over: { title: words('尚缺', 'Still lacking'), kind: 'integer' },
    class: { title: words('分类代码', 'Class'), kind: 'text', filter: true },
    may_borrow: { title: words('可借用', 'A loan would do'), kind: 'yes-no', filter: true },
    until_day: { title: words('用到', 'Until'), kind: 'day' },
    place: { title: words('地点', 'Where'), kind: 'text' },
    purpose: { title: words('用途', 'For'), kind: 'text' },
  },
});

/** 需求台账: of one’s own units. */
export const demands = list('assets.demands', {
  title: words('需求台账', 'Demands'),
  view: 'assets_read.demand_v1',
  who: readers,
  order: '-raised_at',
  search: 'search',
  opens: '/assets/demands/{id}',
  columns: {
    ...need,
    state: { title: words('状态', 'State'), kind: 'choice', choices: demandStates, filter: true },
    coming: { title: words('办理中', 'On its way'), kind: 'integer' },
    given: { title: words('已收到', 'Received'), kind: 'integer' },
    new_price_fen: { title: words('估计新购单价', 'Price of one new'), kind: 'money-fen' },
    raised_at: { title: words('提出时间', 'Raised'), kind: 'instant', sort: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: demandMoves.from(row['state'] as 'open').filter((verb) => verb === 'assets.withdraw-demand'),
    place: { unit: row['unit_id'] as string },
  }),
});

/** 匹配: of either side; refused ones with their reasons, for whoever follows them up. */
export const matches = list('assets.matches', {
  title: words('匹配办理', 'Matches'),
  view: 'assets_read.match_v1',
  who: readers,
  order: '-made_at',
  opens: '/assets/matches/{match_id}',
  columns: {
    name: { title: words('物品', 'Thing'), kind: 'text', filter: true },
    needed: { title: words('需求', 'Demand'), kind: 'text' },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    side: { title: words('方向', 'Side'), kind: 'choice', choices: matchSides, filter: true },
    unit_id: { title: words('本方单位', 'Our unit'), kind: 'unit', filter: true },
    other_id: { title: words('对方单位', 'The other unit'), kind: 'unit' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: matchStates, filter: true },
    score: { title: words('匹配分', 'Score'), kind: 'integer', sort: true },
    saved_fen: { title: words('节省', 'Saved'), kind: 'money-fen', sum: true },
    refused_by: { title: words('不采用方', 'Refused by'), kind: 'choice', choices: refusedBy, filter: true },
    refusal: { title: words('不采用原因', 'Why not'), kind: 'choice', choices: refusalReasons, filter: true },
    said: { title: words('说明', 'Said'), kind: 'text' },
    ask_again_on: { title: words('再次询问', 'Asked again on'), kind: 'day', filter: true },
    followed_day: { title: words('跟进日期', 'Followed up'), kind: 'day', filter: true },
    followed_said: { title: words('跟进结果', 'What came of it'), kind: 'text' },
    made_at: { title: words('时间', 'Made'), kind: 'instant', sort: true },
    match_id: { title: words('匹配', 'Match'), kind: 'id', hidden: true },
    demand_id: { title: words('需求', 'Demand'), kind: 'id', filter: true, hidden: true },
    offer_id: { title: words('物品', 'Thing'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: matchMoves.from(row['state'] as MatchState).filter((verb) => verb === 'assets.follow-refusal'),
    place: { unit: row['unit_id'] as string },
  }),
});

export const plans = list('assets.pool-plans', {
  title: words('全系统撮合', 'Plans'),
  view: 'assets_read.pool_plan_v1',
  who: readers,
  order: '-asked_at',
  opens: '/assets/pool-plans/{id}',
  columns: {
    number: { title: words('方案编号', 'Number'), kind: 'text', filter: true },
    unit_id: { title: words('范围', 'Below'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: planStates, filter: true },
    pieces: { title: words('可调剂件数', 'Pieces'), kind: 'integer' },
    saved_fen: { title: words('可节省', 'Saved'), kind: 'money-fen' },
    greedy_saved_fen: { title: words('逐项挑选可节省', 'Saved going down the list'), kind: 'money-fen' },
    gap: { title: words('与最优差距', 'Gap'), kind: 'decimal' },
    asked_at: { title: words('开始时间', 'Asked'), kind: 'instant', sort: true },
    asked_name: { title: words('发起人', 'By'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: planVerbs(row['state'] as 'working', Number(row['pieces'])),
    place: { unit: row['unit_id'] as string },
  }),
});

export const planLines = list('assets.pool-plan-lines', {
  title: words('撮合明细', 'Lines of a plan'),
  view: 'assets_read.pool_plan_line_v1',
  who: readers,
  order: '-saved_fen',
  columns: {
    name: { title: words('物品', 'Thing'), kind: 'text' },
    giver_id: { title: words('调出单位', 'Giver'), kind: 'unit', filter: true },
    needed: { title: words('需求', 'Demand'), kind: 'text' },
    receiver_id: { title: words('调入单位', 'Receiver'), kind: 'unit', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    score: { title: words('匹配分', 'Score'), kind: 'integer' },
    saved_fen: { title: words('节省', 'Saved'), kind: 'money-fen', sum: true, sort: true },
    transport_fen: { title: words('运输（估）', 'Transport'), kind: 'money-fen', sum: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: lineStates, filter: true },
    plan_id: { title: words('方案', 'Plan'), kind: 'id', filter: true, hidden: true },
    plan_version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
    unit_id: { title: words('范围', 'Below'), kind: 'unit', hidden: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' && row['plan_state'] === 'ready' ? ['assets.accept-plan'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
