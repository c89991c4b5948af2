import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { offersFor } from './card.ts';
import type { CardState } from './contract.ts';
import { acquiredBy, cardConditions, cardStates, facetKinds, topClasses, valueKinds } from './words.zh.ts';

/** 资产台账: every card of the units in reach, things of other offices among them by facet. */
export const cardList = list('assets.cards', {
  title: words('资产台账', 'Assets'),
  view: 'assets_read.card_ledger_v1',
  who: readers,
  order: 'number',
  search: 'search',
  searchByUnit: true,
  ordered: ['state', 'top_class'],
  sheet: 'assets.card',
  opens: '/assets/cards/{id}',
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    top_class: { title: words('门类', 'Class'), kind: 'choice', choices: topClasses, filter: true },
    class: { title: words('分类代码', 'Code'), kind: 'text', filter: true },
    state: { title: words('使用状况', 'State'), kind: 'choice', choices: cardStates, filter: true, always: true },
    user_id: { title: words('使用人', 'Used by'), kind: 'person', filter: true },
    place: { title: words('存放地点', 'Place'), kind: 'text', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true, filter: true },
    net_fen: { title: words('净值', 'Net value'), kind: 'money-fen', sum: true },
    acquired_on: { title: words('取得日期', 'Acquired'), kind: 'day', filter: true },
    model: { title: words('规格型号', 'Model'), kind: 'text', filter: true },
    brand: { title: words('品牌', 'Brand'), kind: 'text' },
    serial: { title: words('序列号', 'Serial number'), kind: 'text', filter: true },
    measure: { title: words('计量单位', 'Measure'), kind: 'text' },
    value_kind: { title: words('价值类型', 'Kind of value'), kind: 'choice', choices: valueKinds },
    acquired_by: { title: words('取得方式', 'Acquired by'), kind: 'choice', choices: acquiredBy, filter: true },
    condition: { title: words('新旧程度', 'Condition'), kind: 'choice', choices: cardConditions, filter: true },
    item: { title: words('用途', 'Use'), kind: 'text', filter: true },
    department_id: { title: words('使用部门', 'Department'), kind: 'unit', filter: true },
    room_id: { title: words('房间', 'Room'), kind: 'id', filter: true, hidden: true },
    life_years: { title: words('折旧年限', 'Life'), kind: 'integer', unitOfMeasure: '年' },
    booked_on: { title: words('入账日期', 'Booked'), kind: 'day' },
    warranty_until: { title: words('保修截止', 'Warranty until'), kind: 'day', filter: true },
    facet_kind: { title: words('管理台账', 'Kept by'), kind: 'choice', choices: facetKinds, filter: true },
    disposed_on: { title: words('处置日期', 'Disposed of'), kind: 'day', filter: true },
    handed_to: { title: words('待签收人', 'To be signed by'), kind: 'id', hidden: true },
    handed_unit: { title: words('待接收单位', 'To be taken by'), kind: 'id', hidden: true },
    facet_id: { title: words('来源', 'Source'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  movesBy: ['unit_id', 'state', 'facet_kind', 'handed_to', 'handed_unit'],
  moves: (row) =>
    offersFor({
      unit: row['unit_id'] as string,
      state: row['state'] as CardState,
      facetKind: row['facet_kind'] as string | null,
      onTheWay: row['handed_to'] !== null || row['handed_unit'] !== null,
    }),
});
