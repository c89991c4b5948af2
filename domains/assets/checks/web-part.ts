import { words } from '@opengoa/kernel/words';
import { field, webPart } from '@opengoa/web-kit/room';
import { topClasses } from '../cards/words.zh.ts';
import { checkFactWords, differenceStates, disputeReasons, settledHow } from './words.zh.ts';

const optional = { required: false } as const;

export const checks = webPart({
  group: words('盘点与核对', 'Stocktaking'),
  pages: [
    {
      path: '/assets/my-holdings',
      title: words('我的资产自查', 'My self-check'),
      needs: 'assets.my-holdings',
      nav: true,
      thumb: true,
      icon: 'check',
      load: () => import('./screens/my-holdings.tsx'),
    },
    {
      path: '/assets/self-checks',
      title: words('资产自查', 'Self-checks'),
      needs: 'assets.self-checks',
      nav: true,
      load: () => import('./screens/self-check-list.tsx'),
    },
    {
      path: '/assets/self-check-lines',
      title: words('自查明细', 'Lines of self-checks'),
      needs: 'assets.self-check-lines',
      nav: true,
      load: () => import('./screens/self-check-lines.tsx'),
    },
    {
      path: '/assets/clearances',
      title: words('离岗交接', 'Clearances'),
      needs: 'assets.clearances',
      nav: true,
      load: () => import('./screens/clearance-list.tsx'),
    },
    {
      path: '/assets/clearances/{id}',
      title: words('离岗交接', 'Clearance'),
      needs: 'assets.clearance',
      under: '/assets/clearances',
      load: () => import('./screens/clearance-page.tsx'),
    },
    {
      path: '/assets/ledger-sums',
      title: words('账面余额', 'Sums of the ledger'),
      needs: 'assets.ledger-sums',
      nav: true,
      load: () => import('./screens/ledger-sums.tsx'),
    },
    {
      path: '/assets/differences',
      title: words('卡账实差异', 'Differences'),
      needs: 'assets.differences',
      nav: true,
      load: () => import('./screens/difference-list.tsx'),
    },
  ],
  acts: {
    'assets.open-self-check': {
      title: words('发起自查', 'Open a self-check'),
      tone: 'primary',
      starts: 'assets.self-checks',
      fields: [
        field('unit', '单位', 'Unit', 'unit'),
        field('title', '名称', 'Title', 'text', { maxLength: 100 }),
        field('dueDay', '截止日期', 'Until', 'day'),
      ],
    },
    'assets.confirm-holdings': {
      title: words('确认', 'Confirm'),
      tone: 'primary',
      input: ({ check_id, id }) => ({ check: check_id, lines: [id] }),
    },
    'assets.dispute-holding': {
      title: words('有异议', 'Dispute'),
      input: ({ id }) => ({ line: id }),
      fields: [
        field('reason', '情况', 'What is not so', 'choice', { choices: disputeReasons }),
        field('said', '说明', 'In words', 'long-text', { maxLength: 500 }),
      ],
    },
    'assets.settle-dispute': {
      title: words('处理异议', 'Settle'),
      tone: 'primary',
      input: ({ id }) => ({ line: id }),
      fields: [
        field('how', '处理', 'Settled by', 'choice', { choices: settledHow }),
        field('words', '说明', 'In words', 'long-text', { maxLength: 500 }),
      ],
    },
    'assets.close-self-check': {
      title: words('结束自查', 'Close'),
      input: ({ id }) => ({ check: id }),
      confirm: words('全部确认或处理完毕后才能结束，现在结束？', 'Close it, everything being confirmed or settled?'),
    },
    'assets.open-clearance': {
      title: words('开始离岗交接', 'Open a clearance'),
      tone: 'primary',
      starts: 'assets.clearances',
      fields: [
        field('unit', '单位', 'Unit', 'unit'),
        field('person', '人员', 'Person', 'person'),
        field('leftOn', '离岗日期', 'Leaves on', 'day'),
      ],
    },
    'assets.clear-post': {
      title: words('办结交接', 'Clear'),
      tone: 'primary',
      about: words(
        '名下还有资产的，先办移交；确需留存的写明原因。',
        'Hand over what is left, or say why it stays in this name.',
      ),
      input: ({ id }) => ({ clearance: id }),
      fields: [field('words', '留存原因', 'Why it stays', 'long-text', { ...optional, maxLength: 500 })],
    },
    'assets.enter-ledger-sum': {
      title: words('录入账面余额', 'Enter a sum'),
      starts: 'assets.ledger-sums',
      fields: [
        field('unit', '单位', 'Unit', 'unit'),
        field('monthEnd', '截至日期', 'As of', 'day'),
        field('class', '资产分类', 'Class', 'choice', { choices: topClasses }),
        field('account', '会计科目', 'Account', 'text', { ...optional, maxLength: 60 }),
        field('amountFen', '账面余额', 'Sum', 'money'),
      ],
    },
    'assets.reconcile': {
      title: words('核对', 'Reconcile'),
      tone: 'primary',
      starts: 'assets.differences',
      about: words(
        '把卡片与账面余额逐类对照，不一致的列为差异。',
        'Cards beside the sums of the ledger, class by class.',
      ),
      fields: [field('unit', '单位', 'Unit', 'unit'), field('monthEnd', '截至日期', 'As of', 'day')],
    },
    'assets.end-difference': {
      title: words('说明或调平', 'Explain or settle'),
      input: ({ id }) => ({ difference: id }),
      fields: [
        field('state', '结果', 'Result', 'choice', {
          choices: { explained: differenceStates.explained, settled: differenceStates.settled },
        }),
        field('words', '说明', 'In words', 'long-text', { maxLength: 500 }),
      ],
    },
  },
  opens: { 'assets.clearance': '/assets/clearances/{id}' },
  facts: {
    ...checkFactWords,
    'assets.self-check': words('资产自查', 'Self-check'),
    'assets.clearance': words('离岗交接', 'Clearance'),
    'assets.ledger-sum': words('账面余额', 'Sum of the ledger'),
    'assets.reconciliation': words('卡账核对', 'Reconciliation'),
    'assets.difference': words('卡账实差异', 'Difference'),
  },
  help: () => import('./help.ts'),
});
