import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { type InquiryState, quoteVerbs, type QuoteState } from '../inquiries/inquiry.ts';
import { readers } from '../readers.ts';
import { quoteStates } from '../words.zh.ts';

/** 报价: every quote that came, late ones too. The view tells no amount before the opening. */
export const quotes = list('procurement.quotes', {
  title: words('报价', 'Quotes'),
  view: 'procurement_read.quote_v1',
  who: readers,
  order: '-received_at',
  search: 'search',
  sheet: 'procurement.quote',
  opens: '/procurement/inquiries/{inquiry_id}',
  columns: {
    number: { title: words('询价编号', 'Inquiry'), kind: 'text', filter: true, sort: true },
    supplier: { title: words('供应商', 'Supplier'), kind: 'text', filter: true, sort: true },
    amount_fen: { title: words('报价金额', 'Amount'), kind: 'money-fen', sort: 'nullable' },
    opened: { title: words('已开启', 'Opened'), kind: 'yes-no', filter: true },
    state: { title: words('评审', 'Judged'), kind: 'choice', choices: quoteStates, filter: true },
    won: { title: words('成交', 'Won'), kind: 'yes-no', filter: true },
    late: { title: words('迟到', 'Late'), kind: 'yes-no', filter: true },
    invited: { title: words('受邀', 'Invited'), kind: 'yes-no', filter: true },
    received_at: { title: words('收到时间', 'Received'), kind: 'instant', filter: true, sort: true },
    why: { title: words('评审意见', 'Why'), kind: 'text' },
    note: { title: words('备注', 'Note'), kind: 'text' },
    code: { title: words('统一社会信用代码', 'Credit code'), kind: 'text', filter: true },
    title: { title: words('采购内容', 'What is bought'), kind: 'text' },
    entered_name: { title: words('登记人', 'Entered by'), kind: 'text' },
    entered_at: { title: words('登记时间', 'Entered at'), kind: 'instant', sort: true },
    judged_name: { title: words('评审人', 'Judged by'), kind: 'text' },
    unit_id: { title: words('采购单位', 'Unit'), kind: 'unit', filter: true },
    inquiry_id: { title: words('询价', 'Inquiry'), kind: 'id', filter: true, hidden: true, always: true },
    inquiry_state: { title: words('询价状态', 'State of the inquiry'), kind: 'text', hidden: true },
  },
  moves: (row) => ({
    verbs: quoteVerbs(row['inquiry_state'] as InquiryState, row['state'] as QuoteState),
    place: { unit: row['unit_id'] as string },
  }),
});
