import { type Acts, field } from '@opengoa/web-kit/room';
import { words } from '@opengoa/kernel/words';
import { leaseKinds, rentPeriods } from '../words.zh.ts';
import { owedHelp, owedOf } from './owed.ts';

const optional = { required: false } as const;
const isIn = ({ kind }: Readonly<Record<string, unknown>>) => kind === 'rented-in';
const isOut = ({ kind }: Readonly<Record<string, unknown>>) => kind === 'rented-out' || kind === 'lent-out';
const paid = ({ kind }: Readonly<Record<string, unknown>>) => kind !== 'lent-out';
const known = ({ id, version }: Readonly<Record<string, unknown>>) => ({ lease: id, version });

export const leaseActs: Acts = {
  'space.propose-lease': {
    title: words('登记租借', 'Propose a lease'),
    tone: 'primary',
    starts: 'space.leases',
    about: words(
      '出租、出借的房间须为闲置状态，并有批准文件；由单位负责人审批后生效。',
      'Rooms to be let stand vacant and have a paper that allows it; whoever answers for the unit approves.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('kind', '类型', 'Kind', 'choice', { choices: leaseKinds, initial: 'rented-out' }),
      field('party', '对方', 'Other party', 'text', { maxLength: 100 }),
      field('purpose', '用途', 'Purpose', 'text', { maxLength: 200 }),
      field('rooms', '房间', 'Rooms', 'picks', {
        list: 'space.rooms',
        where: { 'f.state': 'vacant' },
        label: ['building', 'number'],
        when: isOut,
        help: words('闲置房间，可选多间', 'vacant rooms; choose as many as are let'),
      }),
      field('premises', '租用房屋坐落', 'Premises', 'text', { maxLength: 200, when: isIn }),
      field('areaM2', '租用面积', 'Area', 'number', { unitOfMeasure: '㎡', from: 0.01, when: isIn }),
      field('building', '台账中的房屋', 'Building of the ledger', 'pick', {
        ...optional,
        list: 'space.buildings',
        label: ['name'],
        when: isIn,
        help: words(
          '已登记为房屋的可选，租金计入其用房成本',
          'where it is registered: its rent then counts as a cost of it',
        ),
      }),
      field('from', '自', 'From', 'day', { initial: 'today' }),
      field('to', '至', 'To', 'day'),
      field('every', '付款周期', 'Paid', 'choice', { choices: rentPeriods, initial: 'month' }),
      field('rentFen', '每期租金', 'Rent of a period', 'money', { when: paid }),
      field('paper', '批准文号', 'Paper that allows it', 'text', { maxLength: 200 }),
    ],
  },
  'space.approve-lease': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: known,
    fields: [field('opinion', '意见', 'Opinion', 'long-text', { ...optional, maxLength: 500 })],
  },
  'space.refuse-lease': {
    title: words('不同意', 'Refuse'),
    input: known,
    fields: [field('opinion', '理由', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.record-rent': {
    title: words('登记租金', 'Record rent'),
    tone: 'primary',
    about: words(
      '出租收入登记缴入国库的日期和票据号；租用登记付款。',
      'Income as it went to the treasury, with its receipt; rent as it was paid.',
    ),
    input: ({ id }) => ({ lease: id }),
    fields: [
      field('day', '日期', 'Day', 'day', { initial: 'today' }),
      field('amountFen', '金额', 'Amount', 'money', { help: owedHelp }),
      field('receipt', '票据号', 'Receipt', 'text', { maxLength: 60 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
      field('files', '票据', 'Papers', 'files', { ...optional, point: 'space.rent-paper' }),
    ],
    initial: owedOf,
  },
  'space.end-lease': {
    title: words('终止', 'End'),
    tone: 'danger',
    input: known,
    fields: [
      field('on', '最后一天', 'Last day', 'day', { initial: 'today' }),
      field('why', '原因', 'Why', 'text', { maxLength: 500 }),
    ],
  },
  'space.strike-rent': {
    title: words('冲销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ rent: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
