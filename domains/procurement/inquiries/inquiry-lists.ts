import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { awardRules, inquiryStates, kinds, methods } from '../words.zh.ts';
import { inquiryVerbs, type InquiryState } from './inquiry.ts';

/** 询价: each from publishing to award. */
export const inquiries = list('procurement.inquiries', {
  title: words('询价', 'Inquiries'),
  view: 'procurement_read.inquiry_v1',
  who: readers,
  order: '-published_at',
  search: 'search',
  opens: '/procurement/inquiries/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', filter: true, sort: true },
    title: { title: words('采购内容', 'What is bought'), kind: 'text' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: inquiryStates, filter: true },
    kind: { title: words('类别', 'Kind'), kind: 'choice', choices: kinds, filter: true },
    deadline: { title: words('报价截止', 'Deadline'), kind: 'instant', filter: true, sort: true },
    quotes: { title: words('报价份数', 'Quotes'), kind: 'integer', sort: true },
    estimate_fen: { title: words('预算', 'Estimate'), kind: 'money-fen', sort: true, sum: true },
    amount_fen: { title: words('成交金额', 'Awarded'), kind: 'money-fen', sort: 'nullable', sum: true },
    supplier: { title: words('成交供应商', 'Awarded to'), kind: 'text', filter: true },
    method: { title: words('方式', 'Method'), kind: 'choice', choices: methods, filter: true },
    rule: { title: words('成交规则', 'Award rule'), kind: 'choice', choices: awardRules, filter: true },
    award_reason: { title: words('成交理由', 'Reason'), kind: 'text' },
    published_at: { title: words('发布时间', 'Published'), kind: 'instant', filter: true, sort: true },
    published_name: { title: words('经办人', 'Published by'), kind: 'text' },
    awarded_name: { title: words('确定人', 'Awarded by'), kind: 'text' },
    why: { title: words('取消原因', 'Why cancelled'), kind: 'text' },
    unit_id: { title: words('采购单位', 'Unit'), kind: 'unit', filter: true },
  },
  moves: (row) => ({
    verbs: inquiryVerbs(row['state'] as InquiryState),
    place: { unit: row['unit_id'] as string },
  }),
});
