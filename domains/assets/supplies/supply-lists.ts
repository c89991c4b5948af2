import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { supplyOffers } from './supply.ts';
import { moveKinds, supplyKinds, supplyStates } from './words.zh.ts';

/** 耗材、配件、软件授权: what is there, what is out, and what is missing to the least that should be there. */
export const supplies = list('assets.supplies', {
  title: words('耗材配件和软件授权', 'Supplies and licences'),
  view: 'assets_read.supply_v1',
  who: readers,
  order: 'name',
  search: 'search',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    kind: { title: words('类别', 'Kind'), kind: 'choice', choices: supplyKinds, filter: true, always: true },
    model: { title: words('规格型号', 'Model'), kind: 'text', filter: true },
    on_hand: { title: words('结存', 'There'), kind: 'integer', filter: true, always: true },
    out_count: { title: words('在用', 'Out'), kind: 'integer', always: true },
    minimum: { title: words('最低库存', 'Least'), kind: 'integer', always: true },
    short: { title: words('缺少', 'Missing'), kind: 'integer', filter: true },
    measure: { title: words('单位', 'Measure'), kind: 'text' },
    valid_until: { title: words('授权到期', 'Valid until'), kind: 'day', filter: true },
    place: { title: words('存放地点', 'Place'), kind: 'text', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: supplyStates, filter: true, always: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => supplyOffers({ unit: row['unit_id'] as string, state: row['state'] as 'kept' | 'ended' }),
});

/** 收发明细: each coming and going, by which paper, to whom or into which thing. */
export const supplyMovesList = list('assets.supply-moves', {
  title: words('耗材收发明细', 'Comings and goings of supplies'),
  view: 'assets_read.supply_move_v1',
  who: readers,
  order: '-made_at',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    kind: { title: words('收发', 'What'), kind: 'choice', choices: moveKinds, filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer' },
    after: { title: words('结存', 'There after'), kind: 'integer' },
    held: { title: words('未收回', 'Still out'), kind: 'integer', filter: true },
    measure: { title: words('单位', 'Measure'), kind: 'text' },
    holder_id: { title: words('领用人', 'To'), kind: 'person', filter: true },
    thing: { title: words('装在', 'In'), kind: 'text' },
    went_with: { title: words('随调单据', 'Went with'), kind: 'text' },
    amount_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true },
    supplier: { title: words('供应商', 'Supplier'), kind: 'text' },
    day: { title: words('日期', 'Day'), kind: 'day', filter: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    made_name: { title: words('经办人', 'By'), kind: 'text' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    supply_kind: { title: words('类别', 'Kind'), kind: 'choice', choices: supplyKinds, filter: true, hidden: true },
    made_at: { title: words('时间', 'At'), kind: 'instant', sort: true, hidden: true },
    supply_id: { title: words('条目', 'Supply'), kind: 'id', filter: true, hidden: true },
    card_id: { title: words('资产', 'Thing'), kind: 'id', filter: true, hidden: true },
  },
  moves: (row) => ({
    verbs:
      (row['kind'] === 'out' || row['kind'] === 'along') && Number(row['held']) > 0 ? ['assets.return-supply'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
