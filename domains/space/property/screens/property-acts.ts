import { words } from '@opengoa/kernel/words';
import { type ActObject, type Acts, field } from '@opengoa/web-kit/room';
import { today } from '../../housing/screens/today.ts';
import { dimensions } from '../words.zh.ts';

type Values = Readonly<Record<string, unknown>>;
interface Mark {
  readonly dimension: string;
  readonly mark: number;
  readonly note: string;
}

const optional = { required: false } as const;
const onContract = ({ id, version }: ActObject) => ({ contract: id, version });
const onRectification = ({ id, version }: ActObject) => ({ rectification: id, version });
const keys = Object.keys(dimensions) as (keyof typeof dimensions)[];
const buildingNames = ['building1', 'building2', 'building3', 'building4', 'building5', 'building6'] as const;

/** Several choices are edited as one line of keys. */
const isChosen =
  (key: string) =>
  ({ dimensions: chosen }: Values) =>
    typeof chosen === 'string' && chosen.split(',').includes(key);

/** A mark and a note for each dimension that is chosen. */
const markFields = [
  field('dimensions', '本次考评的项目', 'Dimensions looked at', 'choices', {
    choices: dimensions,
    help: words('没看的不勾，记为未考评，不算 0 分', 'what was not looked at is not checked, and never 0'),
  }),
  ...keys.flatMap((key) => [
    field(`mark-${key}`, `${dimensions[key].zh}得分`, `${dimensions[key].en}, mark`, 'number', {
      from: 0,
      to: 100,
      unitOfMeasure: '分',
      when: isChosen(key),
    }),
    field(`note-${key}`, `${dimensions[key].zh}说明`, `${dimensions[key].en}, note`, 'text', {
      ...optional,
      maxLength: 300,
      when: isChosen(key),
    }),
  ]),
];
const marksOf = (values: Values): Mark[] =>
  keys.flatMap((dimension) => {
    const mark = values[`mark-${dimension}`];
    return typeof mark === 'number' ? [{ dimension, mark, note: String(values[`note-${dimension}`] ?? '') }] : [];
  });
const marksBefore = ({ marks }: ActObject): Readonly<Record<string, unknown>> => {
  const before = Array.isArray(marks) ? (marks as readonly Mark[]) : [];
  return {
    dimensions: before.map(({ dimension }) => dimension),
    ...Object.fromEntries(
      before.flatMap(({ dimension, mark, note }) => [
        [`mark-${dimension}`, mark],
        [`note-${dimension}`, note],
      ]),
    ),
  };
};
/** What is checked next: the month after the last check where the page tells it, else the month before this one in Shanghai. */
const nextMonth = ({ checks }: ActObject): string => {
  const last = Array.isArray(checks) ? (checks as readonly { readonly month: string }[]).at(-1)?.month : undefined;
  const [year, at] = last?.split('-').map(Number) ?? [];
  if (year !== undefined && at !== undefined) return new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 7);
  const [thisYear = 0, thisMonth = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(thisYear, thisMonth - 2, 1)).toISOString().slice(0, 7);
};

const buildingFields = buildingNames.map((name, n) =>
  field(name, n === 0 ? '房屋' : `房屋 ${n + 1}`, n === 0 ? 'Building' : `Building ${n + 1}`, 'pick', {
    required: n === 0,
    list: 'space.buildings',
    label: ['name'],
    when: (values) => n < 2 || Boolean(values[buildingNames[n - 1]!]),
  }),
);
/** The buildings chosen one by one as the list that is sent; those that an amendment keeps and the form has no field for stay. */
const withBuildings = (values: Values): Values => {
  const { kept, ...rest } = Object.fromEntries(Object.entries(values).filter(([name]) => !/^building\d$/u.test(name)));
  const chosen = buildingNames.flatMap((name) => (values[name] ? [values[name]] : []));
  return { ...rest, buildings: [...chosen, ...(Array.isArray(kept) ? (kept as unknown[]) : [])] };
};
interface Named {
  readonly id: string;
  readonly name: string;
}
/** What stands, to be changed: the newest terms that were signed. */
const newestTerms = ({ newest, to, editions }: ActObject): Values => {
  const terms = newest as {
    readonly annualFeeFen: number;
    readonly dimensions: readonly string[];
    readonly energyTargets: string;
    readonly buildings: readonly Named[];
  };
  return {
    from: firstOfNextMonth(),
    paper: `补充协议${Array.isArray(editions) ? editions.length : 1}`,
    to,
    annualFeeFen: terms.annualFeeFen,
    dimensions: terms.dimensions,
    energyTargets: terms.energyTargets,
    ...Object.fromEntries(
      terms.buildings.slice(0, buildingNames.length).map(({ id, name }, n) => [buildingNames[n]!, { id, label: name }]),
    ),
  };
};

/** A year's contract: the day before the same day of the next year. */
const lastDayOfYearFrom = (day: string): string => {
  const [year = 0, month = 1, at = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + 1, month - 1, at - 1)).toISOString().slice(0, 10);
};
/** A new price begins with a month as a rule. */
function firstOfNextMonth(): string {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

export const propertyActs: Acts = {
  'space.register-service-contract': {
    title: words('登记物业合同', 'Register a contract'),
    tone: 'primary',
    starts: 'space.service-contracts',
    about: words(
      '登记后由单位负责人同意签订，再按月考评。',
      'Whoever answers for the unit signs it; then it is checked month by month.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('number', '合同编号', 'Number', 'text', { maxLength: 60 }),
      field('supplier', '物业公司', 'Company', 'text', { maxLength: 100 }),
      ...buildingFields,
      field('from', '合同开始日期', 'From', 'day'),
      field('to', '合同结束日期', 'To', 'day', { help: words('最后一天', 'the last day') }),
      field('annualFeeFen', '年费', 'Annual fee', 'money'),
      field('dimensions', '服务项目', 'What is served', 'choices', { choices: dimensions, initial: keys }),
      field('energyTargets', '节能管理目标', 'Energy targets', 'long-text', {
        ...optional,
        maxLength: 500,
        help: words('照抄合同里的约定；没有约定的留空', 'in the words of the contract; empty where it states none'),
      }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 500 }),
    ],
    initial: () => ({ from: today(), to: lastDayOfYearFrom(today()) }),
    shape: withBuildings,
  },
  'space.sign-service-contract': {
    title: words('同意签订', 'Sign'),
    tone: 'primary',
    key: 'a',
    input: onContract,
    fields: [field('opinion', '意见', 'Opinion', 'long-text', { ...optional, maxLength: 500 })],
  },
  'space.refuse-service-contract': {
    title: words('不同意', 'Refuse'),
    input: onContract,
    fields: [field('opinion', '理由', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.amend-service-contract': {
    title: words('变更合同', 'Amend'),
    about: words(
      '按补充协议改需要变更的项，其余不动。负责人同意后，从生效日期起执行新约定；此前的费用和考评仍按原约定。',
      'Change what the supplementary agreement changes. Once signed it holds from its day; earlier fees and checks keep the old terms.',
    ),
    input: ({ id, version, newest }) => ({
      contract: id,
      version,
      kept: (newest as { readonly buildings: readonly Named[] }).buildings
        .slice(buildingNames.length)
        .map((each) => each.id),
    }),
    initial: newestTerms,
    fields: [
      field('from', '生效日期', 'From', 'day', { help: words('新约定的第一天', 'the first day of the new terms') }),
      field('paper', '补充协议名称或编号', 'Supplementary agreement', 'text', { maxLength: 100 }),
      field('why', '变更原因', 'Why', 'text', { maxLength: 500 }),
      field('to', '合同结束日期', 'Last day of the contract', 'day'),
      field('annualFeeFen', '年费', 'Annual fee', 'money'),
      ...buildingFields,
      field('dimensions', '服务项目（即考评项目）', 'What is served and checked', 'choices', { choices: dimensions }),
      field('energyTargets', '节能管理目标', 'Energy targets', 'long-text', { ...optional, maxLength: 500 }),
    ],
    shape: withBuildings,
    done: words('已提交，等待负责人审批', 'Sent; it waits to be signed'),
  },
  'space.sign-contract-amendment': {
    title: words('同意变更', 'Sign the amendment'),
    tone: 'primary',
    key: 'a',
    about: words('变更内容见“各版约定”。', 'What changes stands under Editions.'),
    input: onContract,
    fields: [field('opinion', '意见', 'Opinion', 'long-text', { ...optional, maxLength: 500 })],
  },
  'space.refuse-contract-amendment': {
    title: words('不同意变更', 'Refuse the amendment'),
    input: onContract,
    fields: [field('opinion', '理由', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.end-service-contract': {
    title: words('终止', 'End'),
    tone: 'danger',
    about: words(
      '终止后不再考评以后的月份，等待审批的变更一并作废。',
      'Later months are not checked, and an amendment that waits lapses.',
    ),
    input: onContract,
    initial: () => ({ on: today() }),
    fields: [
      field('on', '最后一天', 'Last day', 'day'),
      field('why', '原因', 'Why', 'text', {
        ...optional,
        maxLength: 500,
        help: words('提前终止须写明', 'needed where it ends before its day'),
      }),
    ],
  },
  'space.check-service': {
    title: words('登记考评', 'Check the service'),
    tone: 'primary',
    about: words(
      '评的是公司的服务。结果为已打分项目的加权平均；低于标准线自动要求整改。',
      'It is the company’s service that is marked. The result is the weighted mean; below the line it is to be put right.',
    ),
    input: ({ id }) => ({ contract: id }),
    initial: (contract) => ({ month: nextMonth(contract), dimensions: contract['dimensions'] }),
    fields: [
      field('month', '月份', 'Month', 'text', { maxLength: 7, help: words('如 2026-10', 'such as 2026-10') }),
      ...markFields,
    ],
    shape: (values) => ({ contract: values['contract'], month: values['month'], marks: marksOf(values) }),
  },
  'space.correct-service-check': {
    title: words('更正', 'Correct'),
    about: words('旧版本保留；以最新版本为准。', 'What stood before stays; the last edition counts.'),
    input: ({ id }) => ({ check: id }),
    initial: marksBefore,
    fields: [...markFields, field('why', '更正原因', 'Why', 'text', { maxLength: 300 })],
    shape: (values) => ({ check: values['check'], marks: marksOf(values), why: values['why'] }),
  },
  'space.answer-rectification': {
    title: words('登记答复', 'Enter the answer'),
    tone: 'primary',
    input: onRectification,
    fields: [field('answer', '公司整改情况', 'What the company did', 'long-text', { maxLength: 1000 })],
  },
  'space.verify-rectification': {
    title: words('复核', 'Verify'),
    tone: 'primary',
    input: onRectification,
    fields: [
      field('good', '改进到位', 'It is right now', 'yes-no', { initial: true }),
      field('said', '复核意见', 'Opinion', 'long-text', {
        ...optional,
        maxLength: 500,
        help: words('退回须写明原因', 'needed where it goes back'),
      }),
      field('due', '新期限', 'New day', 'day', { ...optional, when: ({ good }) => good === false }),
    ],
  },
};
