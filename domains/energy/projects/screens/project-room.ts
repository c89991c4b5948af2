import { words } from '@opengoa/kernel/words';
import { type Acts, type DoorName, field } from '@opengoa/web-kit/room';
import { carriers } from '../../words.zh.ts';
import { projectFactWords, projectKinds } from '../words.zh.ts';

const optional = { required: false } as const;

/** What saving projects add to the room's pages. */
export const projectPages = [
  {
    path: '/energy/projects',
    title: words('节能项目', 'Saving projects'),
    needs: 'energy.projects' as DoorName,
    nav: true,
    load: () => import('./project-list.tsx'),
  },
  {
    path: '/energy/projects/{id}',
    title: words('节能项目', 'Saving project'),
    needs: 'energy.project' as DoorName,
    load: () => import('./project-page.tsx'),
  },
];

type Values = Readonly<Record<string, unknown>>;
const isContract = ({ kind }: Values) => kind !== undefined && kind !== 'own-funded';
const terms = [
  field('name', '项目', 'Project', 'text', { maxLength: 100 }),
  field('kind', '方式', 'Kind', 'choice', { choices: projectKinds, initial: 'own-funded' }),
  field('measures', '节能措施', 'Measures', 'long-text', { maxLength: 500 }),
  field('investmentFen', '投资', 'Invested', 'money'),
  field('contractor', '节能服务公司', 'Contractor', 'text', { maxLength: 100, when: isContract }),
  field('contractFrom', '合同开始', 'Contract from', 'day', { when: isContract }),
  field('contractTo', '合同结束', 'Contract to', 'day', { when: isContract }),
  field('sharePercents', '公司分享比例（逐年，%）', 'Contractor’s percent, year by year', 'text', {
    maxLength: 200,
    help: words('用逗号分隔，如 80,70,60', 'separated by commas, such as 80,70,60'),
    when: ({ kind }) => kind === 'shared-savings',
  }),
  field('guaranteed', '每年保证节能量', 'Guaranteed saving a year', 'number', {
    from: 0.001,
    help: words('按表计的计量单位', 'in the meters’ measure'),
    when: ({ kind }) => kind === 'guaranteed',
  }),
  field('yearlyFeeFen', '年服务费或托管费', 'Fee a year', 'money', {
    when: ({ kind }) => kind === 'guaranteed' || kind === 'energy-trust',
  }),
  field('baselineFrom', '基准期开始', 'Baseline from', 'day', {
    help: words('改造前一整年', 'the whole year before the works'),
  }),
  field('baselineTo', '基准期最后一天', 'Last day of the baseline', 'day'),
  field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
];

const dayAfter = (day: unknown): string =>
  new Date(Date.parse(`${String(day)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: unknown): string =>
  new Date(Date.parse(`${String(day)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
/** What was typed, as the verbs take it. */
const shapedTerms = ({ sharePercents, baselineTo, ...values }: Values): Record<string, unknown> => ({
  ...values,
  ...(typeof sharePercents === 'string' && sharePercents.trim() !== ''
    ? { sharePercents: sharePercents.split(/[,，、\s]+/u).map(Number) }
    : {}),
  ...(baselineTo ? { baselineToExclusive: dayAfter(baselineTo) } : {}),
});

const meter = (name: string, zh: string, en: string) =>
  field(name, zh, en, 'pick', { ...optional, list: 'energy.meters', label: ['building', 'name'] });
const building = (name: string, zh: string, en: string) =>
  field(name, zh, en, 'pick', { ...optional, list: 'energy.buildings', label: ['name'] });
const chosen = (values: Values, names: readonly string[]) => names.flatMap((name) => values[name] ?? []);
const buildingNames = ['building1', 'building2', 'building3'] as const;
const meterNames = ['meter1', 'meter2', 'meter3'] as const;

export const projectActs: Acts = {
  'energy.plan-project': {
    title: words('登记节能项目', 'Plan a project'),
    tone: 'primary',
    starts: 'energy.projects',
    about: words(
      '选择建筑时计入其总表；也可以另选单块表计。节能量按改造前的用能、气温和日历推算。',
      'Of a building its main meters count; single meters may be chosen too. Savings are told by use, weather and calendar before the works.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      ...terms.slice(0, 4),
      field('carrier', '能源', 'Carrier', 'choice', { choices: carriers, initial: 'electricity' }),
      building('building1', '建筑', 'Building'),
      building('building2', '另一建筑', 'Another building'),
      building('building3', '第三个建筑', 'A third building'),
      meter('meter1', '或单块表计', 'Or a single meter'),
      meter('meter2', '另一表计', 'Another meter'),
      meter('meter3', '第三块表计', 'A third meter'),
      ...terms.slice(4),
    ],
    shape: (values) => {
      const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !/^(?:building|meter)\d$/u.test(name)));
      return { ...shapedTerms(rest), buildings: chosen(values, buildingNames), meters: chosen(values, meterNames) };
    },
  },
  'energy.change-project': {
    title: words('变更', 'Change'),
    fields: terms,
    initial: (object) => ({
      ...Object.fromEntries(terms.map(({ name }) => [name, object[name]])),
      sharePercents: Array.isArray(object['sharePercents']) ? object['sharePercents'].join(',') : '',
      baselineTo: object['baselineToExclusive'] ? dayBefore(object['baselineToExclusive']) : undefined,
    }),
    shape: (values, { id, version }) => ({ ...shapedTerms(values), project: id, version }),
  },
  'energy.start-project': {
    title: words('投运', 'Start'),
    tone: 'primary',
    about: words('自该日起的用能与基准比较。', 'From that day on use is held beside the baseline.'),
    input: ({ id, version }) => ({ project: id, version }),
    fields: [
      field('from', '投运日期', 'Runs from', 'day'),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
  'energy.accept-project': {
    title: words('验收', 'Accept'),
    input: ({ id, version }) => ({ project: id, version }),
    fields: [field('opinion', '验收意见', 'Opinion', 'long-text', { maxLength: 500 })],
  },
  'energy.settle-project': {
    title: words('结算', 'Settle'),
    tone: 'primary',
    about: words(
      '按结算期的节能量、电价和合同约定计算应付款，并保存计算依据；一个结算期不跨合同年度。',
      'What is to be paid is reckoned from the saving of these days, the tariff and the contract, and kept with what it was reckoned from.',
    ),
    input: ({ id }) => ({ project: id }),
    fields: [
      field('from', '结算期第一天', 'First day', 'day'),
      field('to', '结算期最后一天', 'Last day', 'day'),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
  'energy.end-project': {
    title: words('结束项目', 'End'),
    tone: 'danger',
    input: ({ id, version }) => ({ project: id, version }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
};

export const projectWords = { ...projectFactWords, 'energy.project': words('节能项目', 'Saving project') };
