import { words } from '@opengoa/kernel/words';
import { type Acts, field, type Field } from '@opengoa/web-kit/room';
import { classOfItem } from '../../equipment/item-classes.ts';
import { equipmentItems, grades } from '../../equipment/words.zh.ts';
import { declineReasons, follows, modes } from '../words.zh.ts';

const optional = { required: false } as const;
type Values = Readonly<Record<string, unknown>>;
const opinion = field('opinion', '意见', 'Opinion', 'long-text', { maxLength: 500 });
const mostLines = 6;
const items = { ...equipmentItems, other: words('其他（按国标分类）', 'Something else, by its class') };
/** Items whose ceiling of price differs by rank. */
const byRank = ['desk', 'chair', 'bookcase', 'file-cabinet', 'wardrobe'];

const lineFields = (n: number): Field[] => {
  const needed = ({ [`item${n - 1}`]: before }: Values) => n === 1 || Boolean(before);
  const chosen = (values: Values) => needed(values) && Boolean(values[`item${n}`]);
  const first = n === 1;
  return [
    field(`item${n}`, `第 ${n} 项资产`, `Thing ${n}`, 'choice', { choices: items, required: first, when: needed }),
    field(`name${n}`, `第 ${n} 项名称`, `Name of thing ${n}`, 'text', {
      maxLength: 200,
      when: (values) => values[`item${n}`] === 'other' && needed(values),
    }),
    field(`class${n}`, `第 ${n} 项国标分类代码`, `Class of thing ${n}`, 'text', {
      maxLength: 9,
      help: words('如 A02010105', 'such as A02010105'),
      when: (values) => values[`item${n}`] === 'other' && needed(values),
    }),
    field(`quantity${n}`, `第 ${n} 项数量`, `Number of thing ${n}`, 'integer', { from: 1, when: chosen }),
    field(`priceFen${n}`, `第 ${n} 项预计单价`, `Price of thing ${n}`, 'money', { when: chosen }),
    field(`grade${n}`, `第 ${n} 项使用人职级`, `Rank of its user`, 'choice', {
      choices: grades,
      initial: 'ordinary',
      when: (values) => chosen(values) && byRank.includes(String(values[`item${n}`])),
    }),
  ];
};

/** Lines as the verb takes them. */
function linesFrom(values: Values): Record<string, unknown>[] {
  return Array.from({ length: mostLines }, (_, at) => at + 1).flatMap((n) => {
    const item = values[`item${n}`];
    if (typeof item !== 'string' || item === '') return [];
    const known = Object.hasOwn(classOfItem, item) ? (item as keyof typeof classOfItem) : null;
    return [
      {
        name: known ? equipmentItems[known].zh : values[`name${n}`],
        class: known ? classOfItem[known] : values[`class${n}`],
        equipment: known,
        mode: values['mode'],
        quantity: values[`quantity${n}`],
        priceFen: values[`priceFen${n}`],
        ...(values[`grade${n}`] ? { grade: values[`grade${n}`] } : {}),
      },
    ];
  });
}

export const purchaseActs: Acts = {
  'assets.plan-purchase': {
    title: words('拟定购置计划', 'Plan a purchase'),
    tone: 'primary',
    starts: 'assets.purchases',
    about: words(
      '先按配置标准核对数量和单价，再列出可调剂的闲置资产；调剂不能解决的，才购置或租用。',
      'Numbers and prices are held against the standard, then what lies idle is shown; only what that cannot meet is bought or rented.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('year', '年度', 'Year', 'integer', { from: 2000, to: 2100 }),
      field('title', '事项', 'What', 'text', { maxLength: 120 }),
      field('reason', '理由', 'Why', 'long-text', { maxLength: 1000 }),
      field('mode', '方式', 'Way', 'choice', { choices: modes, initial: 'buy' }),
      ...Array.from({ length: mostLines }, (_, at) => lineFields(at + 1)).flat(),
      field('budgetItem', '预算项目编号', 'Budget item', 'text', { ...optional, maxLength: 60 }),
      field('funds', '经费来源', 'Funds', 'text', { ...optional, maxLength: 60 }),
    ],
    shape: (values) => ({
      unit: values['unit'],
      year: values['year'],
      title: values['title'],
      reason: values['reason'],
      ...(values['budgetItem'] ? { budgetItem: values['budgetItem'] } : {}),
      ...(values['funds'] ? { funds: values['funds'] } : {}),
      lines: linesFrom(values),
    }),
  },
  'assets.take-idle': {
    title: words('选用', 'Take it'),
    tone: 'primary',
    input: ({ purchase, line, card }) => ({ purchase, line, card }),
    fields: [
      field('quantity', '数量', 'How many', 'integer', {
        ...optional,
        from: 1,
        help: words('不填时按所需数量', 'as many as are needed, if left empty'),
      }),
    ],
  },
  'assets.decline-idle': {
    title: words('不选用', 'Do not take it'),
    about: words('原因将保存，并由上级跟踪。', 'The reason is kept and followed up by whoever is above.'),
    input: ({ purchase, line, card }) => ({ purchase, line, card }),
    fields: [
      field('reason', '原因', 'Reason', 'choice', { choices: declineReasons }),
      field('said', '说明', 'In words', 'long-text', { ...optional, maxLength: 500 }),
    ],
  },
  'assets.ask-purchase': {
    title: words('提交审批', 'Send for approval'),
    tone: 'primary',
    input: ({ id, version }) => ({ purchase: id, version }),
    confirm: words('闲置资产已逐一选用或说明，提交审批？', 'Every idle thing is answered: send it for approval?'),
  },
  'assets.approve-purchase': {
    title: words('批准', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: ({ id }) => ({ purchase: id }),
    fields: [{ ...opinion, ...optional }],
  },
  'assets.refuse-purchase': {
    title: words('不批准', 'Refuse'),
    input: ({ id }) => ({ purchase: id }),
    fields: [opinion],
  },
  'assets.withdraw-purchase': {
    title: words('撤回计划', 'Withdraw'),
    tone: 'danger',
    input: ({ id }) => ({ purchase: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
  'assets.link-inquiry': {
    title: words('关联询价', 'Link the inquiry'),
    input: ({ id }) => ({ purchase: id }),
    fields: [
      field('number', '询价编号', 'Number of the inquiry', 'text', {
        maxLength: 40,
        help: words('如 XJ-2026-0001', 'such as XJ-2026-0001'),
      }),
    ],
  },
  'assets.accept-delivery': {
    title: words('验收到货', 'Accept the delivery'),
    tone: 'primary',
    about: words(
      '名称、分类、单价和供应商按计划带出，只填实际到货的情况；资产卡片随之建立。',
      'Name, class, price and supplier come from the plan; say only what came. The cards are made with it.',
    ),
    initial: ({ open, priceFen, supplier }) => ({ quantity: open, priceFen, supplier }),
    shape: ({ serials, ...values }, { purchase, line }) => ({
      ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')),
      purchase,
      line,
      serials:
        typeof serials === 'string'
          ? serials
              .split(/[\s,，、;；]+/u)
              .map((each) => each.trim())
              .filter(Boolean)
          : [],
    }),
    fields: [
      field('day', '验收日期', 'Day', 'day'),
      field('quantity', '到货数量', 'How many came', 'integer', { from: 1 }),
      field('serials', '序列号', 'Serial numbers', 'long-text', {
        ...optional,
        maxLength: 20_000,
        help: words('每件一个，用空格或换行隔开；可用扫码枪逐个扫入', 'one for each, separated by blanks or lines'),
      }),
      field('apart', '每件单独建卡', 'A card for each', 'yes-no', { ...optional, initial: true }),
      field('priceFen', '实际单价', 'Price of one', 'money', optional),
      field('supplier', '供应商', 'Supplier', 'text', { ...optional, maxLength: 100 }),
      field('invoice', '发票号', 'Invoice', 'text', { ...optional, maxLength: 60 }),
      field('brand', '品牌', 'Brand', 'text', { ...optional, maxLength: 100 }),
      field('model', '规格型号', 'Model', 'text', { ...optional, maxLength: 200 }),
      field('warrantyUntil', '保修至', 'Warranty until', 'day', optional),
      field('place', '存放地点', 'Place', 'text', { ...optional, maxLength: 200 }),
      field('difference', '与计划的差异', 'Differences', 'long-text', { ...optional, maxLength: 500 }),
      field('files', '照片和发票', 'Photographs and invoice', 'files', { ...optional, point: 'assets.acceptance' }),
    ],
  },
  'assets.follow-declined': {
    title: words('跟踪', 'Follow up'),
    input: ({ id }) => ({ answer: id }),
    fields: [
      field('followed', '结论', 'Conclusion', 'choice', { choices: follows }),
      field('words', '意见', 'In words', 'long-text', { maxLength: 500 }),
    ],
  },
};
