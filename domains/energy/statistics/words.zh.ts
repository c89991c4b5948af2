import type { Words } from '@opengoa/kernel/contract';

export const statementStates = {
  draft: { zh: '待报送', en: 'To be submitted' },
  submitted: { zh: '待审核', en: 'To be reviewed' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '已审核', en: 'Accepted' },
} as const satisfies Record<string, Words>;

/** How a number came to be known, as the unit declares it. */
export const bases = {
  metered: { zh: '表计', en: 'Metered' },
  ledger: { zh: '台账', en: 'Ledger' },
  bill: { zh: '账单', en: 'Bill' },
  allocated: { zh: '分摊', en: 'Allocated' },
  estimated: { zh: '估算', en: 'Estimated' },
} as const satisfies Record<string, Words>;

export const cellFields = {
  amount: { zh: '消费量', en: 'Amount' },
  cost: { zh: '费用', en: 'Cost' },
} as const satisfies Record<string, Words>;

/** Lines of the form by their code in the standard `energy.statistics-form`. */
export const formLines: Readonly<Record<string, Words>> = {
  heads: { zh: '用能人数', en: 'People using energy' },
  area: { zh: '建筑面积', en: 'Floor area' },
  'heated-area': { zh: '供热面积', en: 'Heated area' },
  electricity: { zh: '电', en: 'Electricity' },
  'electricity-room': { zh: '其中：数据中心机房', en: 'of it data centre' },
  water: { zh: '水', en: 'Water' },
  coal: { zh: '煤炭', en: 'Coal' },
  'natural-gas': { zh: '天然气', en: 'Natural gas' },
  'gasoline-vehicle': { zh: '汽油（车辆用油）', en: 'Gasoline, vehicles' },
  'gasoline-other': { zh: '汽油（其他用油）', en: 'Gasoline, other' },
  'diesel-vehicle': { zh: '柴油（车辆用油）', en: 'Diesel, vehicles' },
  'diesel-other': { zh: '柴油（其他用油）', en: 'Diesel, other' },
  kerosene: { zh: '煤油', en: 'Kerosene' },
  heat: { zh: '热力', en: 'Heat' },
  'other-energy': { zh: '其他能源', en: 'Other energy' },
};

/** Units of measure as the form writes them. */
export const formMeasures: Readonly<Record<string, Words>> = {
  kWh: { zh: '千瓦时', en: 'kWh' },
  t: { zh: '吨', en: 't' },
  m3: { zh: '立方米', en: 'm³' },
  L: { zh: '升', en: 'L' },
  GJ: { zh: '吉焦', en: 'GJ' },
  tce: { zh: '吨标准煤', en: 'tce' },
  m2: { zh: '平方米', en: 'm²' },
  person: { zh: '人', en: 'persons' },
};

/** How a number was reckoned (由来). Native: one record says it. Derived: of several, by the formula. */
export const formulas = {
  'one-meter': { zh: '取自一块总表的当月用量', en: 'what one main meter used in the month' },
  'sum-of-meters': { zh: '各总表当月用量之和', en: 'sum of the main meters of the month' },
  'sum-of-fills': { zh: '当月加油台账升数之和', en: 'sum of the litres filled in the month' },
  'sum-of-fill-costs': { zh: '当月加油台账金额之和', en: 'sum of what was paid for fuel in the month' },
  'amount-times-price': { zh: '各总表用量 × 登记单价之和', en: 'sum of amount × registered price of each main meter' },
  'one-building': { zh: '取自一栋建筑的登记', en: 'what one building has on register' },
  'sum-of-buildings': { zh: '各建筑登记值之和', en: 'sum of what the buildings have on register' },
  'by-hand': { zh: '人工填写', en: 'filled in by hand' },
  none: { zh: '没有可取的数据', en: 'nothing to take it from' },
} as const satisfies Record<string, Words>;

/** What each audit rule says when it asks. */
export const checkWords = {
  'year-jump': {
    zh: '{line}{now}{measure}，去年同月{was}{measure}，变动{observed}，超过{allowed}，请说明原因。',
    en: '{line} {now} {measure} against {was} in the same month last year: a change of {observed}, above {allowed}. Please say why.',
  },
  'unit-slip': {
    zh: '{line}{now}{measure}是去年同月{was}{measure}的{observed}倍，请核对计量单位或小数点。',
    en: '{line} {now} {measure} is {observed} times the {was} of the same month last year: check the unit or the decimal point.',
  },
  'price-low': {
    zh: '{line}折合单价{observed}元/{measure}，低于{allowed}元，请核对消费量与费用。',
    en: '{line} comes to CNY {observed} a {measure}, below {allowed}: check amount and cost.',
  },
  'price-high': {
    zh: '{line}折合单价{observed}元/{measure}，高于{allowed}元，请核对消费量与费用。',
    en: '{line} comes to CNY {observed} a {measure}, above {allowed}: check amount and cost.',
  },
  'per-head-high': {
    zh: '人均{line}{observed}{measure}，高于{allowed}，请核对用能人数或消费量。',
    en: '{line} per head {observed} {measure}, above {allowed}: check the head count or the amount.',
  },
  'per-area-high': {
    zh: '单位面积{line}{observed}{measure}/㎡，高于{allowed}，请核对建筑面积或消费量。',
    en: '{line} per m² {observed} {measure}, above {allowed}: check the floor area or the amount.',
  },
  'base-jump': {
    zh: '{line}由上期的{was}变为{now}，变动{observed}，超过{allowed}，请附依据。',
    en: '{line} went from {was} to {now}, a change of {observed}, above {allowed}: please give the paper.',
  },
  'from-readings': {
    zh: '{line}填报{now}{measure}，表计取数{was}{measure}，相差{observed}，超过{allowed}，请说明口径。',
    en: '{line} is filled in as {now} {measure} where the meters say {was}: {observed} apart, above {allowed}. Please say what is counted.',
  },
  'read-share': {
    zh: '{line}当月读数完整率{observed}，低于{allowed}，请补数或说明。',
    en: '{line} was read to {observed} in the month, below {allowed}: fill the gaps or say why.',
  },
  required: {
    zh: '{line}没有填报。没有消费请填0，由他人统一结算请说明。',
    en: '{line} is empty. Enter 0 where nothing was used, or say who settles it.',
  },
  'part-over-whole': {
    zh: '{line}{now}{measure}大于其所属的{whole}{was}{measure}，请更正。',
    en: '{line} {now} {measure} is more than the {was} of {whole} it belongs to: please correct it.',
  },
  'cost-without-amount': {
    zh: '{line}填了费用而没有消费量，请更正。',
    en: '{line} has a cost and no amount: please correct it.',
  },
} as const satisfies Record<string, Words>;

export const statementFactWords = {
  'energy.StatementOpened': { zh: '生成统计月报', en: 'Statement opened' },
  'energy.StatementRefilled': { zh: '重新取数', en: 'Taken from the readings again' },
  'energy.CellFilled': { zh: '更正填报值', en: 'Cell filled in' },
  'energy.CheckAnswered': { zh: '说明审核提示', en: 'Audit note answered' },
  'energy.StatementSubmitted': { zh: '报送统计月报', en: 'Statement submitted' },
  'energy.StatementRecalled': { zh: '撤回统计月报', en: 'Statement recalled' },
  'energy.StatementReturned': { zh: '退回统计月报', en: 'Statement returned' },
  'energy.StatementAccepted': { zh: '审核通过统计月报', en: 'Statement accepted' },
  'energy.StatementReopened': { zh: '重新打开统计月报', en: 'Statement reopened' },
} as const satisfies Record<string, Words>;
export type StatementFactName = keyof typeof statementFactWords extends `energy.${infer Name}` ? Name : never;

export const statementRefusals: Readonly<Record<string, Words>> = {
  'not-now': { zh: '现在是“{state}”，不能这样做。', en: 'It is “{state}”: that cannot be done now.' },
  'statement-exists': { zh: '{unit}{month}的月报已经生成。', en: '{unit} has a statement of {month} already.' },
  'month-not-over': {
    zh: '{month}还没有结束，月底之后再生成月报。',
    en: '{month} is not over: a statement is opened afterwards.',
  },
  'not-an-institution': {
    zh: '{unit}不是独立填报的单位，由所属单位统一填报。',
    en: '{unit} makes no statement of its own; the institution it belongs to does.',
  },
  'no-such-cell': { zh: '表中没有这一格。', en: 'The form has no such cell.' },
  'cost-in-whole-fen': { zh: '费用填到分。', en: 'A cost is given to the fen.' },
  'check-not-asked': { zh: '这条审核提示已经不存在，请刷新。', en: 'That note is no longer asked: please look again.' },
  'statement-contradicts': {
    zh: '有 {count} 处前后矛盾，更正后再报送：{first}',
    en: '{count} contradictions are to be corrected first: {first}',
  },
  'checks-unanswered': {
    zh: '还有 {count} 条审核提示没有更正或说明：{first}',
    en: '{count} notes are neither corrected nor answered: {first}',
  },
  'own-statement': {
    zh: '本单位的月报由上级审核，经办人也不审核自己报送的月报。',
    en: 'A unit does not review its own statement, nor does anybody the one they submitted.',
  },
};
