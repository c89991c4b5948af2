import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, field } from '@opengoa/web-kit/room';
import { acquiredBy, cardConditions, cardStates, valueKinds } from '../words.zh.ts';

const optional = { required: false } as const;

/** What the ledger asks about a thing, new or changed. */
const first = [
  field('name', '名称', 'Name', 'text', { maxLength: 200 }),
  field('class', '分类代码', 'Class', 'text', {
    maxLength: 9,
    suggests: 'assets.class-choices',
    help: words(
      'GB/T 14885-2022；输入代码或名称选择，也可直接填写完整代码',
      'GB/T 14885-2022: choose by code or name, or type a code whole',
    ),
  }),
  field('valueFen', '原值', 'Value', 'money', {
    help: words('批量卡片填合计金额', 'of a batch card that of all its things'),
  }),
  field('quantity', '数量', 'Quantity', 'integer', { initial: 1, from: 1 }),
  field('acquiredOn', '取得日期', 'Acquired on', 'day'),
];
const more = [
  field('model', '规格型号', 'Model', 'text', { ...optional, maxLength: 100 }),
  field('brand', '品牌', 'Brand', 'text', { ...optional, maxLength: 100 }),
  field('serial', '序列号', 'Serial number', 'text', { ...optional, maxLength: 100 }),
  field('measure', '计量单位', 'Measure', 'text', { initial: '件', maxLength: 20 }),
  field('valueKind', '价值类型', 'Kind of value', 'choice', { choices: valueKinds, initial: 'cost' }),
  field('acquiredBy', '取得方式', 'Acquired by', 'choice', { choices: acquiredBy, initial: 'purchase' }),
  field('bookedOn', '入账日期', 'Booked on', 'day', optional),
  field('voucher', '会计凭证号', 'Voucher', 'text', { ...optional, maxLength: 60 }),
  field('supplier', '供应商', 'Supplier', 'text', { ...optional, maxLength: 100 }),
  field('purchaseForm', '采购组织形式', 'Form of purchase', 'text', { ...optional, maxLength: 60 }),
  field('budgetItem', '预算项目编号', 'Budget item', 'text', { ...optional, maxLength: 60 }),
  field('funds', '经费来源', 'Funds', 'text', { ...optional, maxLength: 60 }),
  field('warrantyUntil', '保修截止', 'Warranty until', 'day', optional),
  field('lifeYears', '折旧年限', 'Years of depreciation', 'integer', {
    ...optional,
    unitOfMeasure: '年',
    from: 1,
    to: 100,
    help: words('不填即按分类取最低年限；文物、图书等不提折旧', 'left out: the least years of its class'),
  }),
  field('condition', '新旧程度', 'Condition', 'choice', { choices: cardConditions, initial: 'good' }),
  field('item', '用途', 'Use', 'text', {
    ...optional,
    maxLength: 100,
    help: words('配置标准中的品名，如“台式计算机”', 'as the standard of equipment calls it'),
  }),
  field('keeper', '管理人', 'Kept by', 'person', optional),
  field('note', '备注', 'Note', 'long-text', { ...optional, maxLength: 500 }),
];

/** A row of the ledger has the view's names, the card's page the room's. */
const nameOf = (object: ActObject, name: string) =>
  object[name] ?? object[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
/** What was left empty is not sent: a row of the ledger does not know every field of its card. */
const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );

/** States set right by hand; the others come and go by papers. */
const byHand = {
  'in-stock': cardStates['in-stock'],
  'in-use': cardStates['in-use'],
  idle: cardStates.idle,
  'rented-out': cardStates['rented-out'],
  pooled: cardStates.pooled,
};

const serialTwice = field('serialTwice', '序列号相同，确为两件', 'Same serial, two things', 'yes-no', {
  ...optional,
  help: words('本单位另有资产登记了同一序列号、已核对时选', 'where another card bears it and that was looked at'),
});

export const roomField = field('room', '存放房间', 'Room', 'pick', {
  ...optional,
  list: 'space.rooms' as never,
  label: ['building', 'number', 'name'],
});

export const cardActs: Acts = {
  'assets.register-card': {
    title: words('登记资产', 'Register an asset'),
    tone: 'primary',
    starts: 'assets.cards',
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('number', '资产编号', 'Number', 'text', {
        ...optional,
        maxLength: 60,
        help: words('不填即自动编号', 'left out: the next of the year'),
      }),
      ...first,
      field('department', '使用部门', 'Department', 'unit', optional),
      field('user', '使用人', 'Used by', 'person', optional),
      field('place', '存放地点', 'Place', 'text', { ...optional, maxLength: 200 }),
      ...more,
      serialTwice,
    ],
    shape: given,
  },
  'assets.change-card': {
    title: words('变更', 'Change'),
    about: words('使用人、部门和存放地点的变动请办领用、移交或移动。', 'Who has it and where it is change by papers.'),
    fields: [
      ...first,
      field('place', '存放地点', 'Place', 'text', { ...optional, maxLength: 200 }),
      field('state', '使用状况', 'State', 'choice', {
        ...optional,
        choices: byHand,
      }),
      ...more,
      serialTwice,
    ],
    initial: (object) =>
      given(
        Object.fromEntries(
          [...first, ...more, { name: 'place' }, { name: 'state' }]
            .map(({ name }) => [name, nameOf(object, name)] as const)
            .filter(([name, value]) => name !== 'state' || String(value) in byHand),
        ),
      ),
    shape: (values, { id, version }) => ({ ...given(values), card: id, version }),
  },
  'assets.strike-card': {
    title: words('撤销', 'Strike'),
    tone: 'danger',
    about: words(
      '只用于登记错误且没有办过单据的卡片；记录里保留痕迹。',
      'For a wrong entry without papers; the Record keeps that it was.',
    ),
    input: ({ id, version }) => ({ card: id, version }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
