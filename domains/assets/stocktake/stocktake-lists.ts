import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { StocktakeState } from './contract.ts';
import { offersFor } from './stocktake.ts';
import { conditions, conflicts, hows, lineStates, scopes, stocktakeStates } from './words.zh.ts';

/** 盘点台账. */
export const stocktakeList = list('assets.stocktakes', {
  title: words('资产盘点', 'Stocktakes'),
  view: 'assets_read.stocktake_v1',
  who: readers,
  order: '-opened_at',
  search: 'search',
  opens: '/assets/stocktakes/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', filter: true, sort: true },
    title: { title: words('名称', 'Title'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: stocktakeStates, filter: true, always: true },
    scope: { title: words('范围', 'Scope'), kind: 'choice', choices: scopes, filter: true, always: true },
    scope_words: { title: words('地点或类别', 'Place or class'), kind: 'text' },
    day: { title: words('账面日期', 'Day of the book'), kind: 'day', filter: true, always: true },
    places: { title: words('地点数', 'Places'), kind: 'integer' },
    done: { title: words('已盘完', 'Done'), kind: 'integer' },
    expected: { title: words('账面', 'On the book'), kind: 'integer', sum: true },
    seen: { title: words('盘到', 'Seen'), kind: 'integer', sum: true },
    open: { title: words('待说明', 'To be explained'), kind: 'integer', sum: true },
    opened_at: { title: words('开始', 'Opened'), kind: 'instant', sort: true, filter: true },
    closed_at: { title: words('封存', 'Sealed'), kind: 'instant', sort: 'nullable' },
    paper_sha256: { title: words('报告校验值', 'Hash of the paper'), kind: 'text', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => offersFor({ unit: row['unit_id'] as string, state: row['state'] as StocktakeState }),
});

/** 盘点明细: every line of every stocktake, what was expected and what was seen. */
export const stocktakeLines = list('assets.stocktake-lines', {
  title: words('盘点明细', 'Lines of stocktakes'),
  view: 'assets_read.stocktake_line_v1',
  who: readers,
  order: 'code',
  columns: {
    code: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
    stocktake_id: { title: words('盘点', 'Stocktake'), kind: 'id', filter: true, hidden: true, always: true },
    stocktake: { title: words('盘点编号', 'Stocktake'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true, hidden: true },
    state: { title: words('情况', 'What was seen'), kind: 'choice', choices: lineStates, filter: true, always: true },
    conflict: { title: words('冲突', 'Conflict'), kind: 'choice', choices: conflicts, filter: true },
    book_place: { title: words('账面地点', 'In the book'), kind: 'text', filter: true },
    seen_place: { title: words('盘到地点', 'Seen at'), kind: 'text', filter: true },
    seen_place_id: { title: words('盘到地点', 'Seen at'), kind: 'id', hidden: true },
    quantity: { title: words('账面数量', 'Booked'), kind: 'integer', sum: true },
    seen_quantity: { title: words('盘到数量', 'Seen'), kind: 'integer', sum: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    how: { title: words('处理', 'Explained'), kind: 'choice', choices: hows, filter: true },
    why: { title: words('说明', 'Why'), kind: 'text' },
    condition: { title: words('实物状况', 'Condition'), kind: 'choice', choices: conditions, filter: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    differs: { title: words('有差异', 'Differs'), kind: 'yes-no', filter: true, hidden: true },
    open: { title: words('待说明', 'To be explained'), kind: 'yes-no', filter: true },
    expected: { title: words('在本次清单', 'Expected'), kind: 'yes-no', filter: true },
    sampled: { title: words('抽查', 'Drawn by lot'), kind: 'yes-no', filter: true },
    seen_at: { title: words('盘到时间', 'Seen at'), kind: 'instant', sort: 'nullable' },
    stocktake_state: {
      title: words('盘点状态', 'State'),
      kind: 'choice',
      choices: stocktakeStates,
      hidden: true,
      always: true,
    },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
});
