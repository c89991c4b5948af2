import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { PaperKind, PaperState } from './contract.ts';
import { paperOffers } from './paper.ts';
import { paperKinds, paperStates } from './words.zh.ts';

/** 单据台账: one's own, and those of the units in reach, given or taken. */
export const paperList = list('assets.papers', {
  title: words('资产单据', 'Papers of assets'),
  view: 'assets_read.paper_ledger_v1',
  who: [...readers, 'self'],
  order: '-made_at',
  search: 'search',
  opens: '/assets/papers/{id}',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', filter: true, sort: true },
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: paperKinds, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: paperStates, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    day: { title: words('日期', 'Day'), kind: 'day', filter: true },
    cards: { title: words('项数', 'Cards'), kind: 'integer', sum: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    person_name: { title: words('接收人', 'Receiver'), kind: 'text', filter: true },
    other_unit: { title: words('对方单位', 'Other unit'), kind: 'text', filter: true },
    due_on: { title: words('应还', 'Due back'), kind: 'day', filter: true },
    cost_fen: { title: words('费用', 'Cost'), kind: 'money-fen', sum: true },
    note: { title: words('说明', 'Note'), kind: 'text' },
    made_name: { title: words('经办人', 'Made by'), kind: 'text' },
    made_at: { title: words('开具时间', 'Made at'), kind: 'instant', sort: true, filter: true },
    ended_name: { title: words('办结人', 'Ended by'), kind: 'text' },
    ended_at: { title: words('办结时间', 'Ended at'), kind: 'instant' },
    person_id: { title: words('接收人', 'Receiver'), kind: 'id', hidden: true },
    other_unit_id: { title: words('对方单位', 'Other unit'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    paperOffers({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      otherUnit: row['other_unit_id'] as string | null,
      kind: row['kind'] as PaperKind,
      state: row['state'] as PaperState,
      person: row['person_id'] as string | null,
    }),
});
