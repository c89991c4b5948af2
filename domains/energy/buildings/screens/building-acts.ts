import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject } from '@opengoa/web-kit/room';
import { buildingUses, carriers, changeKinds, meterKinds, meterReads } from '../../words.zh.ts';

const optional = { required: false } as const;

/** A row of the ledger has the view's names, the building's page the room's. */
const nameOf = (object: ActObject, name: string) =>
  object[name] ?? object[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
const building = ({ id }: ActObject) => ({ building: id });

const described = [
  field('name', '建筑', 'Building', 'text', { maxLength: 100 }),
  field('use', '用途', 'Use', 'choice', {
    choices: buildingUses,
    help: words('同一用途的建筑之间相互比较', 'buildings of one use are compared with each other'),
  }),
  field('areaM2', '建筑面积', 'Floor area', 'number', { ...optional, unitOfMeasure: '㎡', from: 0.01 }),
  field('people', '用能人数', 'People', 'integer', { ...optional, unitOfMeasure: '人', from: 1 }),
  field('floors', '层数', 'Floors', 'integer', { ...optional, from: 1, to: 200 }),
  field('builtYear', '建成年份', 'Built', 'integer', { ...optional, from: 1800, to: 2100 }),
  field('station', '气象站', 'Station', 'text', { maxLength: 60, initial: 'main' }),
  field('calendar', '日历', 'Calendar', 'text', {
    maxLength: 60,
    initial: 'national',
    help: words('national 为国家法定节假日；学校等可另登日历', 'national, or a calendar of its own'),
  }),
];

export const buildingActs: Acts = {
  'energy.register-building': {
    title: words('登记建筑', 'Register a building'),
    tone: 'primary',
    starts: 'energy.buildings',
    fields: [field('unit', '所属单位', 'Unit', 'unit'), ...described],
  },
  'energy.change-building': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ building: id, version }),
    fields: described,
    initial: (object) => Object.fromEntries(described.map(({ name }) => [name, nameOf(object, name)])),
  },
  'energy.declare-change': {
    title: words('报备用能变化', 'Declare a change'),
    tone: 'primary',
    about: words(
      '装修改造、人员入驻、设备增减等，自该日起按新情况判断，不作为异常。',
      'Works, new tenants, new plant: from that day on the new use is the normal one.',
    ),
    input: building,
    fields: [
      field('day', '自哪天起', 'From', 'day'),
      field('kind', '类别', 'Kind', 'choice', { choices: changeKinds }),
      field('what', '情况', 'What', 'text', { maxLength: 200 }),
    ],
  },
  'energy.set-price': {
    title: words('登记单价', 'Set a price'),
    about: words(
      '按电费单、供用电合同或价格文件登记；分时电价填平均单价。待核实异常据此折算金额，没有单价时只计数量。',
      'By bill, contract or tariff; of a tariff by the hour its mean. Findings are then told in money too.',
    ),
    input: building,
    fields: [
      field('carrier', '能源', 'Carrier', 'choice', { choices: carriers, initial: 'electricity' }),
      field('fenPerUnit', '单价（分/计量单位）', 'Price (fen a unit)', 'number', { from: 0.001, to: 1_000_000 }),
      field('from', '自哪天起', 'From', 'day'),
      field('toExclusive', '至哪天止（不含）', 'Until (exclusive)', 'day', optional),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
  'energy.record-size': {
    title: words('登记面积人数变化', 'Record a change of size'),
    about: words(
      '扩建、腾退、入驻后自该日起按新的面积和人数计算，以前的月份不变。',
      'From that day on use is divided by the new area and people; months before stay as they were.',
    ),
    input: building,
    fields: [
      field('day', '自哪天起', 'From', 'day'),
      field('areaM2', '建筑面积', 'Floor area', 'number', { ...optional, unitOfMeasure: '㎡', from: 0.01 }),
      field('people', '用能人数', 'People', 'integer', { ...optional, unitOfMeasure: '人', from: 1 }),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
  'energy.move-building': {
    title: words('移交给其他单位', 'Move to another unit'),
    about: words(
      '自该日起建筑及其表计归接收单位，以前的用量仍计入原单位；两个单位都须在您的管理范围内。接收单位可以查看建筑的全部历史。',
      'From that day on the building and its meters are the other unit’s; what was used before stays with the former one. You need the right at both. Whoever gets it reads its whole history.',
    ),
    input: ({ id, version }) => ({ building: id, version }),
    fields: [
      field('to', '接收单位', 'To which unit', 'unit'),
      field('from', '自哪天起', 'From', 'day'),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
      field('why', '原因', 'Why', 'text', { maxLength: 500 }),
    ],
  },
  'energy.register-meter': {
    title: words('登记表计', 'Register a meter'),
    input: building,
    fields: [
      field('name', '表计', 'Meter', 'text', { maxLength: 100 }),
      field('carrier', '能源', 'Carrier', 'choice', { choices: carriers, initial: 'electricity' }),
      field('kind', '层级', 'Kind', 'choice', { choices: meterKinds, initial: 'main' }),
      field('key', '表号', 'Number', 'text', {
        ...optional,
        maxLength: 80,
        help: words('表身编号或网关地址', 'the number on it, or its gateway address'),
      }),
      field('reads', '读法', 'Reads', 'choice', { choices: meterReads, initial: 'interval' }),
      field('intervalMinutes', '间隔（分钟）', 'Interval (min)', 'integer', {
        from: 5,
        to: 1440,
        initial: 60,
        when: ({ reads }) => reads === 'interval',
      }),
      field('multiplier', '倍率', 'Multiplier', 'integer', { from: 1, to: 100_000, initial: 1 }),
      field('digits', '表底位数', 'Digits', 'integer', {
        ...optional,
        from: 3,
        to: 9,
        when: ({ reads }) => reads === 'register',
      }),
      field('validFrom', '启用', 'From', 'day'),
    ],
  },
};
