import { words } from '@opengoa/kernel/words';
import { field, type ActObject, type Acts } from '@opengoa/web-kit/room';
import { settings } from '../words.zh.ts';
import { lineOf, rulesOf, type TypedRule } from './rule-lines.ts';

const point = [
  field('name', '名称', 'Name', 'text', { maxLength: 100 }),
  field('device', '设备账号', 'Device account', 'text', {
    maxLength: 80,
    help: words(
      '设备的接口账号名；设备订阅 energy/commands/账号名，应答到 energy/command-answers/账号名。',
      'The name of the device’s account: it subscribes to energy/commands/name and answers under energy/command-answers/name.',
    ),
  }),
  field('address', '设备内地址', 'Address in the device', 'text', { maxLength: 80 }),
  field('sets', '设定', 'Sets', 'choice', { choices: settings, initial: 'cooling' }),
  field('least', '下限', 'Least', 'number', { from: -100, to: 200 }),
  field('most', '上限', 'Most', 'number', { from: -100, to: 200 }),
  field('safe', '安全值', 'Safe value', 'number', {
    from: -100,
    to: 200,
    help: words(
      '指令到期、方案停止或程序停止后设备返回的值。',
      'What the device goes back to when a command runs out.',
    ),
  }),
  field('step', '单次最大步长', 'Largest step', 'number', { from: 0.01, to: 50 }),
  field('pauseMinutes', '两次变更最短间隔（分钟）', 'Minutes between changes', 'integer', {
    from: 1,
    to: 1_440,
    initial: 30,
  }),
  field('ttlMinutes', '指令保持时间（分钟）', 'Minutes a command holds', 'integer', { from: 3, to: 240, initial: 15 }),
  field('meter', '依据表计', 'Goes by the meter', 'pick', { list: 'energy.meters' }),
  field('staleMinutes', '数据最长时效（分钟）', 'Data no older than (minutes)', 'integer', {
    from: 5,
    to: 1_440,
    initial: 60,
  }),
  field('exemptBy', '特殊要求依据', 'Excepted by', 'text', {
    maxLength: 200,
    required: false,
    help: words(
      '仅限医院等有特殊温度要求的场所；填写后法定温度限值不再约束本点。',
      'Only for special uses: with it the legal bound does not hold here.',
    ),
  }),
] as const;

const exempt = (values: Readonly<Record<string, unknown>>) => values['exemptBy'] || null;
const kept = (object: ActObject): Record<string, unknown> =>
  Object.fromEntries([...point.map(({ name }) => name), 'running'].map((name) => [name, object[name] ?? undefined]));

const plan = [
  field('name', '方案名称', 'Name', 'text', { maxLength: 100 }),
  field('point', '受控点', 'Point', 'pick', { list: 'energy.control-points' }),
  field('second', '第二个受控点', 'Second point', 'pick', { list: 'energy.control-points', required: false }),
  field('third', '第三个受控点', 'Third point', 'pick', { list: 'energy.control-points', required: false }),
];
const rules = field('rules', '规则', 'Rules', 'long-text', {
  maxLength: 2_000,
  help: words(
    '每行一条，先到先用，都不适用时返回安全值：非工作时段 = 30；工作日 12-13 = 28；预测负荷 150 = 28（千瓦）。',
    'One a line, the first that holds counts, none means the safe value: off-hours = 30; workday 12-13 = 28; forecast-over 150 = 28 (kW).',
  ),
});
const days = [field('from', '开始日期', 'From', 'day'), field('to', '结束日期', 'To', 'day')];

export const regulationActs: Acts = {
  'energy.register-control-point': {
    title: words('登记受控点', 'Register a point'),
    tone: 'primary',
    starts: 'energy.control-points',
    about: words(
      '任何指令都不会超出这里的限值；公共建筑制冷、采暖温度还受已核实的法定限值约束。',
      'No command ever leaves these limits; cooling and heating are held to confirmed law besides.',
    ),
    fields: [field('building', '建筑', 'Building', 'pick', { list: 'energy.buildings' }), ...point],
    shape: (values) => ({ ...values, exemptBy: exempt(values) }),
  },
  'energy.change-control-point': {
    title: words('变更受控点', 'Change'),
    about: words('有方案正在执行时不能变更，请先停止方案。', 'Not while a plan acts on it: stop the plan first.'),
    fields: [...point, field('running', '启用', 'In use', 'yes-no')],
    initial: kept,
    shape: (values, object) => ({ ...values, exemptBy: exempt(values), point: object.id, version: object['version'] }),
  },
  'energy.propose-regulation': {
    title: words('提出调控方案', 'Propose a plan'),
    tone: 'primary',
    starts: 'energy.regulation-plans',
    about: words(
      '提出后先试运行，只记录、不下发；期满由另一人批准后才会执行。',
      'It runs beside first and sends nothing; it acts after another person has approved it.',
    ),
    fields: [...plan, rules, ...days],
    shape: ({ point: one, second, third, rules: text, ...values }) => ({
      ...values,
      points: [one, second, third].filter((each) => typeof each === 'string' && each !== ''),
      rules: rulesOf(String(text ?? '')),
    }),
  },
  'energy.change-regulation': {
    title: words('变更方案', 'Change'),
    about: words(
      '变更后立即退出执行、返回安全值，重新试运行并须另一人重新批准。',
      'Changed, it stops acting at once, runs beside again, and is to be approved anew.',
    ),
    fields: [field('name', '方案名称', 'Name', 'text', { maxLength: 100 }), rules, ...days],
    initial: ({ name, rules: of, from, to }) => ({
      name,
      from,
      to,
      rules: ((of as readonly TypedRule[] | undefined) ?? []).map(lineOf).join('\n'),
    }),
    shape: ({ rules: text, ...values }, object) => ({
      ...values,
      plan: object.id,
      version: object['version'],
      rules: rulesOf(String(text ?? '')),
    }),
  },
  'energy.approve-regulation': {
    title: words('批准执行', 'Approve'),
    tone: 'primary',
    about: words(
      '批准后程序将按方案向设备下发指令。请核对受控点限值、规则和试算结果。批准人不得是提出人。',
      'From now on the program commands devices by this plan. Look at the limits, the rules and the trial. Not by the one who proposed it.',
    ),
    input: ({ id, version }) => ({ plan: id, version }),
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        required: false,
        maxLength: 500,
        phrases: [words('同意', 'Agreed')],
      }),
    ],
  },
  'energy.stop-regulation': {
    title: words('立即停止', 'Stop now'),
    tone: 'danger',
    about: words(
      '立即停止方案，所有受控点返回安全值；不需要他人批准。再次执行须重新提出、批准。',
      'The plan stops at once and every point goes back to its safe value; nobody else is asked. To act again it is changed and approved anew.',
    ),
    input: ({ id }) => ({ plan: id }),
    fields: [
      field('why', '原因', 'Why', 'text', {
        maxLength: 500,
        phrases: [words('现场异常', 'Something is wrong on site'), words('设备检修', 'Maintenance')],
      }),
    ],
  },
  'energy.switch-regulation': {
    title: words('开启或关闭', 'Switch'),
    tone: 'danger',
    about: words(
      '默认关闭。开启后，经两人批准的方案才可向设备下发指令；关闭后所有受控点立即返回安全值。',
      'Off unless switched on. On, plans approved by two may command devices; switched off, every point goes back at once.',
    ),
    input: ({ unit }) => ({ unit }),
    fields: [
      field('running', '开启自动调控', 'Regulation is on', 'yes-no'),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
    initial: ({ running }) => ({ running: running === undefined ? true : !running }),
  },
};
