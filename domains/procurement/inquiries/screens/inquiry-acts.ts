import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, field } from '@opengoa/web-kit/room';
import { awardRules, kinds, methods } from '../../words.zh.ts';

const optional = { required: false } as const;
const inquiry = ({ id }: ActObject) => ({ inquiry: id });
const quote = ({ id }: ActObject) => ({ quote: id });
const supplier = field('supplier', '供应商', 'Supplier', 'text', { maxLength: 100 });
const code = field('code', '统一社会信用代码', 'Credit code', 'text', { maxLength: 18 });

export const inquiryActs: Acts = {
  'procurement.publish-inquiry': {
    title: words('发布询价', 'Publish an inquiry'),
    tone: 'primary',
    starts: 'procurement.inquiries',
    fields: [
      field('unit', '采购单位', 'Unit', 'unit'),
      field('title', '采购内容', 'What is bought', 'text', { maxLength: 120 }),
      field('kind', '类别', 'Kind', 'choice', { choices: kinds }),
      field('what', '要求', 'Requirements', 'long-text', { ...optional, maxLength: 1000 }),
      field('estimateFen', '预算', 'Estimate', 'money'),
      field('method', '方式', 'Method', 'choice', { choices: methods, initial: 'open' }),
      field('reason', '不公开的理由', 'Why not openly', 'long-text', {
        maxLength: 500,
        when: ({ method }) => method === 'invited' || method === 'direct',
        help: words('如紧急抢修、框架协议供应商、唯一供应商', 'urgent, framework agreement, sole supplier'),
      }),
      field('rule', '成交规则', 'Award rule', 'choice', { choices: awardRules, initial: 'lowest' }),
      field('deadline', '报价截止', 'Deadline', 'instant', {
        help: words('截止并开启前，任何人看不到报价金额', 'nobody sees amounts before the deadline and the opening'),
      }),
    ],
  },
  'procurement.invite-supplier': {
    title: words('邀请供应商', 'Invite a supplier'),
    input: inquiry,
    fields: [supplier, code],
  },
  'procurement.enter-quote': {
    title: words('登记报价', 'Enter a quote'),
    tone: 'primary',
    about: words(
      '截止后收到的报价也要登记，自动标为迟到。',
      'One that came after the deadline is entered too and marked late.',
    ),
    input: inquiry,
    fields: [
      supplier,
      code,
      field('amountFen', '报价金额', 'Amount', 'money', { sensitive: true }),
      field('receivedAt', '收到时间', 'Received', 'instant'),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
  },
  'procurement.strike-quote': {
    title: words('撤销报价', 'Strike the quote'),
    tone: 'danger',
    input: quote,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'procurement.open-quotes': {
    title: words('开启报价', 'Open the quotes'),
    input: inquiry,
    confirm: words(
      '开启后各家报价金额公开，不能再撤销或按时补登。',
      'All amounts become visible; nothing is struck or entered in time any more.',
    ),
  },
  'procurement.judge-quote': {
    title: words('评审', 'Judge'),
    input: quote,
    fields: [
      field('valid', '有效', 'Valid', 'yes-no', { initial: true }),
      field('why', '意见', 'Why', 'long-text', {
        ...optional,
        maxLength: 500,
        help: words('判为无效，或接受迟到报价时必填', 'needed where it is not valid, or came late'),
      }),
    ],
  },
  'procurement.award-inquiry': {
    title: words('确定成交', 'Award'),
    tone: 'primary',
    input: ({ id, inquiry_id }) => ({ inquiry: inquiry_id, quote: id }),
    fields: [
      field('reason', '理由', 'Reason', 'long-text', {
        ...optional,
        maxLength: 500,
        help: words('不是最低有效报价或报价迟到时必填', 'needed where it is not the lowest valid quote, or came late'),
      }),
    ],
  },
  'procurement.cancel-inquiry': {
    title: words('取消询价', 'Cancel the inquiry'),
    tone: 'danger',
    input: inquiry,
    fields: [field('why', '原因', 'Why', 'long-text', { maxLength: 500 })],
  },
};
