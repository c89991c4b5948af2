import { list, words } from '@opengoa/kernel';
import { paperStates } from '../papers/words.zh.ts';
import { readers } from '../readers.ts';
import { disposalOffers } from './disposal-moves.ts';
import { manners } from './words.zh.ts';

/** 资产处置台账: with what came of it and what is still to be paid in. */
export const disposalList = list('assets.disposals', {
  title: words('资产处置', 'Disposals'),
  view: 'assets_read.disposal_v1',
  who: readers,
  order: '-made_at',
  search: 'search',
  opens: '/assets/papers/{id}',
  columns: {
    number: { title: words('单号', 'Number'), kind: 'text', filter: true },
    manner: { title: words('方式', 'Manner'), kind: 'choice', choices: manners, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: paperStates, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    day: { title: words('申请日期', 'Proposed'), kind: 'day', filter: true },
    cards: { title: words('项数', 'Cards'), kind: 'integer', sum: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    appraisal_fen: { title: words('评估值', 'Appraised'), kind: 'money-fen', sum: true },
    proceeds_fen: { title: words('处置收入', 'Proceeds'), kind: 'money-fen', sum: true },
    paid_fen: { title: words('已上缴', 'Paid in'), kind: 'money-fen', sum: true },
    owed_fen: { title: words('待上缴', 'Owed'), kind: 'money-fen', sum: true, filter: true },
    pay_by: { title: words('上缴期限', 'Pay by'), kind: 'day', filter: true },
    recipient: { title: words('接收单位', 'Recipient'), kind: 'text' },
    made_name: { title: words('经办人', 'Made by'), kind: 'text' },
    made_at: { title: words('申请时间', 'Proposed at'), kind: 'instant', sort: true },
    ended_name: { title: words('办结人', 'Ended by'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    disposalOffers({ id: row['id'] as string, unit: row['unit_id'] as string, state: row['state'] as string }),
});
