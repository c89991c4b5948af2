import { sql, words as word, type Words } from '@opengoa/kernel';
import { type Choice, sheet } from '@opengoa/kernel/exchange';
import { classForm } from '../contract.ts';
import { cardsWhere } from './card-store.ts';
import { firstStates } from './contract.ts';
import { acquiredBy, cardConditions, cardStates, valueKinds } from './words.zh.ts';

const choicesOf = (words: Readonly<Record<string, Words>>, aliases: Readonly<Record<string, readonly string[]>> = {}) =>
  Object.entries(words).map(([code, { zh, en }]): Choice => ({
    code,
    zh,
    en,
    ...(aliases[code] ? { aliases: aliases[code] } : {}),
  }));

/** 资产台账 as a sheet: what goes out of the ledger comes back in. A card is known by its number. */
export const cardSheet = sheet({
  kind: 'assets.card',
  title: word('资产台账', 'Assets'),
  key: ['number'],
  blankKeyIsNew: true,
  columns: {
    number: {
      type: 'text',
      title: word('资产编号', 'Number'),
      maxLength: 60,
      note: word('不填即新登记，自动编号', 'left out: a new card, numbered by itself'),
      example: 'ZC-2026-000001',
      aliases: ['卡片编号', '固定资产编号'],
    },
    name: {
      type: 'text',
      title: word('名称', 'Name'),
      required: true,
      maxLength: 200,
      example: '台式计算机',
      aliases: ['资产名称'],
    },
    unit: {
      type: 'unit',
      title: word('单位', 'Unit'),
      note: word('不填即为导入人所在单位', 'left out: the unit of whoever imports'),
      aliases: ['所属单位'],
    },
    class: {
      type: 'text',
      title: word('分类代码', 'Code'),
      required: true,
      maxLength: 9,
      example: 'A02010104',
      aliases: ['资产分类代码', '国标分类代码'],
      check: (text) => (/^A\d{2,8}$/.test(text) ? null : classForm),
    },
    model: { type: 'text', title: word('规格型号', 'Model'), maxLength: 100 },
    brand: { type: 'text', title: word('品牌', 'Brand'), maxLength: 100 },
    serial: { type: 'text', title: word('序列号', 'Serial number'), maxLength: 100, aliases: ['出厂编号', 'SN'] },
    measure: {
      type: 'text',
      title: word('计量单位', 'Measure'),
      maxLength: 20,
      note: word('不填即为“件”', 'left out: 件'),
    },
    quantity: { type: 'integer', title: word('数量', 'Quantity'), min: 1, max: 1_000_000 },
    valueFen: {
      type: 'money-fen',
      title: word('原值', 'Value'),
      required: true,
      minFen: 0,
      maxFen: 10_000_000_000_000,
      aliases: ['账面原值', '价值'],
    },
    valueKind: { type: 'choice', title: word('价值类型', 'Kind of value'), choices: choicesOf(valueKinds) },
    acquiredBy: {
      type: 'choice',
      title: word('取得方式', 'Acquired by'),
      choices: choicesOf(acquiredBy, { purchase: ['新购'], transfer: ['调拨', '划转'], donation: ['捐赠'] }),
    },
    acquiredOn: { type: 'day', title: word('取得日期', 'Acquired'), required: true },
    bookedOn: { type: 'day', title: word('入账日期', 'Booked') },
    voucher: { type: 'text', title: word('会计凭证号', 'Voucher'), maxLength: 60 },
    supplier: { type: 'text', title: word('供应商', 'Supplier'), maxLength: 100 },
    purchaseForm: { type: 'text', title: word('采购组织形式', 'Form of purchase'), maxLength: 60 },
    budgetItem: { type: 'text', title: word('预算项目编号', 'Budget item'), maxLength: 60 },
    funds: { type: 'text', title: word('经费来源', 'Funds'), maxLength: 60 },
    warrantyUntil: { type: 'day', title: word('保修截止', 'Warranty until'), aliases: ['保修截止日期'] },
    lifeYears: {
      type: 'integer',
      title: word('折旧年限', 'Life'),
      min: 1,
      max: 100,
      note: word('不填即按分类取最低年限', 'left out: the years of the class'),
    },
    department: { type: 'unit', title: word('使用部门', 'Department') },
    userName: {
      type: 'text',
      title: word('使用人', 'Used by'),
      maxLength: 60,
      note: word('只用于新登记；以后变更请办领用、移交', 'for new cards; later by papers'),
    },
    place: { type: 'text', title: word('存放地点', 'Place'), maxLength: 200 },
    state: {
      type: 'choice',
      title: word('使用状况', 'State'),
      choices: choicesOf(Object.fromEntries(firstStates.map((each) => [each, cardStates[each]])), {
        'in-use': ['自用', '使用中', '在用'],
        idle: ['闲置未用'],
        lent: ['出借'],
      }),
    },
    condition: { type: 'choice', title: word('新旧程度', 'Condition'), choices: choicesOf(cardConditions) },
    item: { type: 'text', title: word('用途', 'Use'), maxLength: 100 },
    note: { type: 'text', title: word('备注', 'Note'), maxLength: 500 },
  },
  verb: 'assets.register-card',
  changeVerb: 'assets.change-card',
  input: (row, context) => ({ ...filled(row), unit: row.unit ?? context.unit }),
  changeInput: (
    { unit: _unit, userName: _user, state: _state, department: _department, ...row },
    { object, version },
  ) => ({
    ...row,
    ...filled(row),
    card: object.id,
    version,
  }),
  async existing(tx, keys) {
    const found = await cardsWhere(
      tx,
      sql`state <> 'disposed' and facet_kind is null and number = any (${keys.map(([number]) => String(number))}::text[])`,
    );
    return found.map(({ id, version, unit, ...card }) => ({
      object: { kind: 'assets.card', id },
      version,
      values: Object.fromEntries(
        Object.entries({ ...card, unit }).map(([name, value]) => [name, value instanceof Date ? null : value]),
      ) as Readonly<Record<string, string | number | null>>,
    }));
  },
  undo: ({ outcome, object, line }) =>
    outcome === 'new' && object
      ? { verb: 'assets.strike-card', input: { card: object.id, why: `撤销导入，第 ${line} 行` } }
      : null,
});

/** What a card has by itself where its cell is left empty. */
const own: Readonly<Record<string, unknown>> = {
  measure: '件',
  quantity: 1,
  valueKind: 'cost',
  acquiredBy: 'purchase',
  condition: 'good',
  ...Object.fromEntries(
    [
      'model',
      'brand',
      'serial',
      'voucher',
      'supplier',
      'purchaseForm',
      'budgetItem',
      'funds',
      'place',
      'item',
      'note',
    ].map((text) => [text, '']),
  ),
};

const byTheAct = new Set(['number', 'userName', 'state']);

/** Cells left empty take what a card has by itself; where that follows from the act, nothing is said. */
function filled<Row extends Readonly<Record<string, unknown>>>(row: Row): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row))
    if (value !== null) whole[name] = value;
    else if (!byTheAct.has(name)) whole[name] = name in own ? own[name] : null;
  return whole;
}
