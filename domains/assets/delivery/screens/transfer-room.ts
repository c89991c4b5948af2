import { words } from '@opengoa/kernel/words';
import { type Acts, field, type RoomPage } from '@opengoa/web-kit/room';
import { settlements } from '../words.zh.ts';

const optional = { required: false } as const;
const why = field('why', '原因', 'Why', 'text', { maxLength: 500 });

export const transferPages: readonly RoomPage[] = [
  {
    path: '/assets/transfers',
    title: words('调拨单', 'Transfers'),
    needs: 'assets.transfers',
    nav: true,
    load: () => import('./transfer-list.tsx'),
  },
  {
    path: '/assets/transfers/{id}',
    title: words('调拨单', 'Transfer'),
    needs: 'assets.transfer',
    load: () => import('./transfer-page.tsx'),
  },
];

export const transferActs: Acts = {
  'assets.draw-transfer': {
    title: words('开具调拨单', 'Draw up a transfer'),
    tone: 'primary',
    starts: 'assets.transfers',
    about: words(
      '写明原值和累计折旧；双方签字后打包发出，清点后进入调入方台账。',
      'It says value and depreciation; signed by both it is packed and sent, and booked once it is counted.',
    ),
    fields: [
      field('match', '按匹配开单', 'Of a match', 'pick', {
        ...optional,
        list: 'assets.matches',
        label: ['name', 'needed'],
        where: { 'f.state': 'approved', 'f.side': 'given' },
        help: words('没有匹配的不选', 'left out where there is none'),
      }),
      field('to', '调入单位', 'Receiver', 'unit', { when: ({ match }) => !match }),
      field('card', '资产', 'Thing', 'pick', {
        list: 'assets.offerable',
        label: ['number', 'name'],
        when: ({ match }) => !match,
      }),
      field('quantity', '数量', 'Quantity', 'integer', { from: 1, initial: 1, when: ({ match }) => !match }),
      why,
      field('document', '依据', 'Paper', 'text', { ...optional, maxLength: 200 }),
    ],
    initial: ({ id, needed, name }) =>
      needed === undefined ? {} : { match: { id, label: String(name) }, why: '公物仓调剂' },
    shape: ({ match, to, card, quantity, why: said, document }) => ({
      why: said,
      ...(document ? { document } : {}),
      ...(match ? { match } : { to, lines: [{ card, quantity }] }),
    }),
  },
  'assets.sign-transfer': {
    title: words('签字', 'Sign'),
    tone: 'primary',
    input: ({ id }) => ({ transfer: id }),
    fields: [
      field('side', '代表', 'For', 'choice', {
        choices: { giver: words('调出方', 'The giver'), receiver: words('调入方', 'The receiver') },
      }),
    ],
    initial: ({ giverName }) => ({ side: giverName === null ? 'giver' : 'receiver' }),
  },
  'assets.pack-transfer': {
    title: words('打包完成', 'Packed'),
    tone: 'primary',
    input: ({ id, version }) => ({ transfer: id, version }),
    confirm: words('物品已打包，并贴好二维码？', 'Is it packed, with its label on?'),
  },
  'assets.send-transfer': {
    title: words('发出', 'Send'),
    tone: 'primary',
    input: ({ id, version }) => ({ transfer: id, version }),
    fields: [
      field('carrier', '承运', 'Carrier', 'text', { maxLength: 100 }),
      field('transportFen', '运输费', 'Transport', 'money', { ...optional, initial: 0 }),
    ],
  },
  'assets.arrive-transfer': {
    title: words('已到达', 'Arrived'),
    tone: 'primary',
    input: ({ id }) => ({ transfer: id }),
    confirm: words('物品已到达？', 'Did it arrive?'),
  },
  'assets.settle-shortfall': {
    title: words('差异处理', 'Settle the difference'),
    tone: 'primary',
    input: ({ id, version }) => ({ transfer: id, version }),
    fields: [
      field('as', '处理', 'As', 'choice', { choices: settlements }),
      field('said', '说明', 'Said', 'text', { maxLength: 500 }),
    ],
  },
  'assets.cancel-transfer': {
    title: words('取消调拨', 'Cancel'),
    tone: 'danger',
    input: ({ id, version }) => ({ transfer: id, version }),
    fields: [why],
  },
};
