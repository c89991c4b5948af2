import { list, sql, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { OfferState } from './contract.ts';
import { bodyMoves, loanMoves, offersOf, storeMoves } from './offer.ts';
import {
  bodyKinds,
  bodyStates,
  claimStates,
  conditions,
  loanStates,
  offerMays,
  offerReasons,
  offerableStates,
  offerStates,
  reaches,
  sides,
  storeKinds,
  storeStates,
} from './words.zh.ts';

/** 公物仓货架: what the whole tree may have. Everybody in service looks at it. */
export const shelf = list('assets.shelf', {
  title: words('公物仓共享物品', 'On the shelf'),
  view: 'assets_read.offered_v1',
  who: ['signed-in'],
  order: '-offered_at',
  opens: '/assets/warehouse/{id}',
  columns: {
    number: { title: words('入仓编号', 'Number'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    class: { title: words('分类代码', 'Class'), kind: 'text', filter: true, hidden: true },
    model: { title: words('规格型号', 'Model'), kind: 'text' },
    free: { title: words('可用', 'Free'), kind: 'integer', filter: true, sort: true },
    quantity: { title: words('在仓', 'In store'), kind: 'integer' },
    measure: { title: words('单位', 'Measure'), kind: 'text' },
    condition: { title: words('成色', 'Condition'), kind: 'choice', choices: conditions, filter: true },
    offered_for: { title: words('方式', 'How'), kind: 'choice', choices: offerMays, filter: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    unit_id: { title: words('所属单位', 'Of the unit'), kind: 'unit', filter: true },
    store: { title: words('公物仓', 'Store'), kind: 'text', filter: true },
    store_kind: { title: words('形式', 'Kind of store'), kind: 'choice', choices: storeKinds, filter: true },
    place: { title: words('存放地点', 'Where'), kind: 'text' },
    reserved_until: { title: words('预约至', 'Reserved until'), kind: 'day' },
    lent_until: { title: words('借出至', 'Lent until'), kind: 'day' },
    acquired_on: { title: words('取得日期', 'Acquired'), kind: 'day', hidden: true },
    offered_at: { title: words('入仓时间', 'Offered'), kind: 'instant', sort: true, hidden: true },
  },
});

/** 入仓台账: what one’s units gave, whether or not others see it. */
export const offers = list('assets.offers', {
  title: words('入仓台账', 'Offered to the warehouse'),
  view: 'assets_read.offer_v1',
  who: readers,
  order: '-offered_at',
  search: 'search',
  opens: '/assets/warehouse/{id}',
  columns: {
    number: { title: words('入仓编号', 'Number'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: offerStates, filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    free: { title: words('可用', 'Free'), kind: 'integer' },
    measure: { title: words('单位', 'Measure'), kind: 'text' },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    reason: { title: words('入仓理由', 'Why'), kind: 'choice', choices: offerReasons, filter: true },
    offered_for: { title: words('方式', 'How'), kind: 'choice', choices: offerMays, filter: true },
    reach: { title: words('范围', 'Shown to'), kind: 'choice', choices: reaches, filter: true },
    condition: { title: words('成色', 'Condition'), kind: 'choice', choices: conditions, filter: true },
    unit_id: { title: words('所属单位', 'Of the unit'), kind: 'unit', filter: true },
    keeper_id: { title: words('保管单位', 'Kept by'), kind: 'unit' },
    store: { title: words('公物仓', 'Store'), kind: 'text', filter: true },
    offered_at: { title: words('申请时间', 'Offered'), kind: 'instant', filter: true, sort: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    offersOf({
      unit: row['unit_id'] as string,
      keeper: row['keeper_id'] as string,
      state: row['state'] as OfferState,
    }),
});

/** 可入仓资产: what stands in one’s ledgers and may be offered now. */
export const offerable = list('assets.offerable', {
  title: words('可入仓资产', 'What may be offered'),
  view: 'assets_read.card_v1',
  who: ['assets-clerk'],
  order: 'number',
  only: () => sql`state in ('in-stock', 'idle', 'in-use') and facet_kind is null`,
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    model: { title: words('规格型号', 'Model'), kind: 'text' },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: offerableStates, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    place: { title: words('存放地点', 'Where'), kind: 'text' },
  },
});

/** 公物仓. */
export const stores = list('assets.stores', {
  title: words('公物仓设置', 'Stores'),
  view: 'assets_read.store_v1',
  who: ['signed-in'],
  order: 'name',
  columns: {
    name: { title: words('公物仓', 'Store'), kind: 'text', filter: true, sort: true },
    kind: { title: words('形式', 'Kind'), kind: 'choice', choices: storeKinds, filter: true },
    unit_id: { title: words('设立单位', 'Of the unit'), kind: 'unit', filter: true },
    place: { title: words('地点', 'Place'), kind: 'text' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: storeStates, filter: true },
    longitude: { title: words('经度', 'Longitude'), kind: 'decimal', hidden: true },
    latitude: { title: words('纬度', 'Latitude'), kind: 'decimal', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: storeMoves.from(row['state'] as 'open' | 'closed'),
    place: { unit: row['unit_id'] as string },
  }),
});

const twoSided = {
  side: { title: words('方向', 'Side'), kind: 'choice', choices: sides, filter: true },
  unit_id: { title: words('本方单位', 'Our unit'), kind: 'unit', filter: true },
  other_id: { title: words('对方单位', 'The other unit'), kind: 'unit' },
} as const;

/** 预约: of either side. */
export const reservations = list('assets.reservations', {
  title: words('预约', 'Reservations'),
  view: 'assets_read.reservation_v1',
  who: readers,
  order: '-made_at',
  opens: '/assets/warehouse/{offer_id}',
  columns: {
    number: { title: words('入仓编号', 'Number'), kind: 'text' },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    ...twoSided,
    until_day: { title: words('保留至', 'Held until'), kind: 'day', filter: true },
    purpose: { title: words('用途', 'For'), kind: 'text' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: claimStates, filter: true },
    made_at: { title: words('预约时间', 'Made'), kind: 'instant', sort: true },
    offer_id: { title: words('物品', 'Thing'), kind: 'id', hidden: true },
    claim_id: { title: words('预约', 'Reservation'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs:
      row['state'] !== 'held'
        ? []
        : row['side'] === 'given'
          ? ['assets.lend-offer', 'assets.end-reservation']
          : ['assets.end-reservation'],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 借用: of either side; whoever lent it takes it back. */
export const loans = list('assets.pool-loans', {
  title: words('公物仓借用', 'Loans of the warehouse'),
  view: 'assets_read.loan_v1',
  who: readers,
  order: 'due_day',
  opens: '/assets/warehouse/{offer_id}',
  columns: {
    number: { title: words('借用单号', 'Number'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    ...twoSided,
    from_day: { title: words('借出', 'From'), kind: 'day' },
    due_day: { title: words('应归还', 'Due'), kind: 'day', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: loanStates, filter: true },
    returned_day: { title: words('归还', 'Returned'), kind: 'day' },
    condition_out: { title: words('借出时成色', 'Condition out'), kind: 'choice', choices: conditions },
    condition_back: { title: words('归还时成色', 'Condition back'), kind: 'choice', choices: conditions },
    fitted: { title: words('随带配件', 'With components'), kind: 'text' },
    purpose: { title: words('用途', 'For'), kind: 'text' },
    body_id: { title: words('活动', 'Event'), kind: 'id', filter: true, hidden: true },
    offer_id: { title: words('物品', 'Thing'), kind: 'id', hidden: true },
    loan_id: { title: words('借用', 'Loan'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: row['side'] === 'given' ? loanMoves.from(row['state'] as 'out' | 'returned') : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 大型活动和临时机构. */
export const bodies = list('assets.bodies', {
  title: words('大型活动和临时机构', 'Events and temporary bodies'),
  view: 'assets_read.body_v1',
  who: readers,
  order: '-until_day',
  opens: '/assets/bodies/{id}',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', choices: bodyKinds, filter: true },
    unit_id: { title: words('承办单位', 'Of the unit'), kind: 'unit', filter: true },
    from_day: { title: words('开始', 'From'), kind: 'day' },
    until_day: { title: words('结束', 'Until'), kind: 'day', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: bodyStates, filter: true },
    out: { title: words('未归还', 'Still out'), kind: 'integer' },
    bought: { title: words('购置', 'Bought'), kind: 'integer' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: bodyMoves.from(row['state'] as 'open' | 'ended'),
    place: { unit: row['unit_id'] as string },
  }),
});
