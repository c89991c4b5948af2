import { words } from '@opengoa/kernel/words';
import { type ActObject, type Acts, field } from '@opengoa/web-kit/room';
import { grounds, manners } from '../words.zh.ts';

const optional = { required: false } as const;
const onPaper = ({ id }: ActObject) => ({ paper: id });
const of =
  (...which: readonly string[]) =>
  ({ manner }: Readonly<Record<string, unknown>>) =>
    which.includes(String(manner));

export const disposalActs: Acts = {
  'assets.propose-disposal': {
    title: words('申请处置', 'Propose a disposal'),
    about: words(
      '仅超过年限不能报废；未到最低使用年限的须有技术鉴定；转让、拍卖、置换须先评估。',
      'Age alone is no reason; before its years a certificate is wanted; what is sold is appraised first.',
    ),
    input: ({ id, cards }) => ({ cards: Array.isArray(cards) ? cards : [id] }),
    fields: [
      field('manner', '处置方式', 'Manner', 'choice', { choices: manners, initial: 'scrap' }),
      field('grounds', '报废情形', 'Grounds', 'choices', { choices: grounds, when: of('scrap') }),
      field('why', '为什么不能满足工作需要', 'Why it no longer serves', 'long-text', {
        ...optional,
        maxLength: 300,
        when: of('scrap'),
      }),
      field('certificate', '技术鉴定意见', 'Technical certificate', 'text', {
        ...optional,
        maxLength: 200,
        when: of('scrap'),
        help: words('鉴定单位和编号；未到最低使用年限的必填', 'by whom, and its number; wanted before its years'),
      }),
      field('appraisal', '评估报告', 'Appraisal', 'text', {
        maxLength: 200,
        when: of('sell', 'auction', 'exchange'),
      }),
      field('appraisalFen', '评估值', 'Appraised value', 'money', { when: of('sell', 'auction', 'exchange') }),
      field('recipient', '接收单位', 'Recipient', 'text', { maxLength: 100, when: of('donate', 'allocate') }),
      field('note', '说明', 'Note', 'text', { ...optional, maxLength: 500 }),
    ],
  },
  'assets.approve-disposal': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: onPaper,
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        ...optional,
        maxLength: 300,
        phrases: [words('同意', 'Approved')],
      }),
    ],
  },
  'assets.refuse-disposal': {
    title: words('不同意', 'Refuse'),
    tone: 'danger',
    input: onPaper,
    fields: [field('opinion', '原因', 'Why', 'long-text', { maxLength: 300 })],
  },
  'assets.withdraw-disposal': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: onPaper,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'assets.finish-disposal': {
    title: words('完成处置', 'Finish'),
    tone: 'primary',
    about: words(
      '资产从台账核销；有收入的，按期上缴国库。',
      'They leave the ledger; income goes to the treasury in time.',
    ),
    input: ({ id, version }) => ({ paper: id, version }),
    fields: [
      field('document', '凭证', 'Paper', 'text', {
        maxLength: 200,
        help: words('回收、销毁、成交或接收凭证', 'of whoever took them'),
      }),
      field('proceedsFen', '处置收入', 'Proceeds', 'money', { initial: 0 }),
      field('day', '日期', 'Day', 'day', { ...optional, help: words('不填即今天', 'left out: today') }),
    ],
  },
  'assets.record-income': {
    title: words('登记收入上缴', 'Record income paid in'),
    input: onPaper,
    fields: [
      field('amountFen', '上缴金额', 'Paid in', 'money'),
      field('paidOn', '上缴日期', 'On', 'day'),
      field('receipt', '缴款凭证号', 'Receipt', 'text', { maxLength: 60 }),
    ],
  },
};
