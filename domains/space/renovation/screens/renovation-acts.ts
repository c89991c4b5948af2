import { words } from '@opengoa/kernel/words';
import { type Acts, field } from '@opengoa/web-kit/room';
import { renovationKinds } from '../words.zh.ts';

const optional = { required: false } as const;
const roomNames = ['room1', 'room2', 'room3', 'room4', 'room5'] as const;
const known = ({ id, version }: Readonly<Record<string, unknown>>) => ({ renovation: id, version });
const papers = (required: boolean, zh: string, en: string) =>
  field('files', zh, en, 'files', { required, point: 'space.renovation-paper' });

export const renovationActs: Acts = {
  'space.propose-renovation': {
    title: words('登记维修项目', 'Propose works'),
    tone: 'primary',
    starts: 'space.renovations',
    about: words(
      '由管理该房屋的单位负责人审批后开工；支出合计不能超过预算。',
      'Whoever answers for the unit that keeps the building approves; spending stays within the budget.',
    ),
    fields: [
      field('building', '房屋', 'Building', 'pick', { list: 'space.buildings', label: ['name'] }),
      field('name', '项目名称', 'Name', 'text', { maxLength: 100 }),
      field('kind', '类型', 'Kind', 'choice', { choices: renovationKinds, initial: 'upkeep' }),
      field('what', '维修内容', 'What is done', 'long-text', { maxLength: 500 }),
      field('budgetFen', '批复预算', 'Budget', 'money'),
      field('source', '资金来源', 'Paid from', 'text', {
        maxLength: 100,
        help: words('预算科目，如“办公用房维修专项”', 'the item of the budget'),
      }),
      field('paper', '批复文号', 'Paper', 'text', { maxLength: 200 }),
      field('from', '计划开工', 'From', 'day'),
      field('to', '计划完工', 'To', 'day'),
      ...roomNames.map((name, n) =>
        field(name, n === 0 ? '涉及房间' : `涉及房间 ${n + 1}`, n === 0 ? 'Room' : `Room ${n + 1}`, 'pick', {
          ...optional,
          list: 'space.rooms',
          label: ['building', 'number'],
          ...(n === 0
            ? {
                help: words(
                  '施工期间不能使用的房间；公共部位可不填',
                  'rooms out of use meanwhile; none for common parts',
                ),
              }
            : {}),
        }),
      ),
    ],
    shape: (values) => {
      const rooms = roomNames.flatMap((name) => (values[name] ? [values[name]] : []));
      const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !/^room\d$/u.test(name)));
      return { ...rest, rooms };
    },
  },
  'space.approve-renovation': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: known,
    fields: [field('opinion', '意见', 'Opinion', 'long-text', { ...optional, maxLength: 500 })],
  },
  'space.refuse-renovation': {
    title: words('不同意', 'Refuse'),
    input: known,
    fields: [field('opinion', '理由', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.begin-renovation': {
    title: words('开工', 'Begin'),
    tone: 'primary',
    input: known,
    fields: [
      field('on', '开工日期', 'Day', 'day'),
      field('contractor', '施工单位', 'Contractor', 'text', { maxLength: 100 }),
      field('contractFen', '合同金额', 'Contract', 'money'),
    ],
  },
  'space.raise-budget': {
    title: words('调增预算', 'Raise the budget'),
    input: known,
    fields: [
      field('budgetFen', '调整后的预算', 'New budget', 'money'),
      field('paper', '批复文号', 'Paper', 'text', { maxLength: 200 }),
      field('why', '原因', 'Why', 'text', { maxLength: 300 }),
    ],
  },
  'space.record-spending': {
    title: words('登记支出', 'Record spending'),
    tone: 'primary',
    input: ({ id }) => ({ renovation: id }),
    fields: [
      field('day', '支付日期', 'Day', 'day'),
      field('amountFen', '金额', 'Amount', 'money'),
      field('receipt', '票据号', 'Receipt', 'text', { maxLength: 60 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
      papers(false, '票据', 'Papers'),
    ],
  },
  'space.accept-renovation': {
    title: words('验收', 'Accept'),
    input: known,
    fields: [
      field('on', '验收日期', 'Day', 'day'),
      field('opinion', '验收意见', 'Opinion', 'long-text', { maxLength: 500 }),
      papers(true, '验收单和竣工资料', 'Papers of acceptance'),
    ],
  },
  'space.cancel-renovation': {
    title: words('取消项目', 'Cancel'),
    tone: 'danger',
    input: known,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
  'space.strike-spending': {
    title: words('冲销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ spending: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
