import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject } from '@opengoa/web-kit/room';
import { meterChecks, meterUses } from '../../words.zh.ts';

const optional = { required: false } as const;
const meter = ({ id }: ActObject) => ({ meter: id });
const why = field('why', '原因', 'Why', 'text', { maxLength: 500 });

export const meterActs: Acts = {
  'energy.read-meter': {
    title: words('抄表', 'Read'),
    tone: 'primary',
    input: meter,
    fields: [
      field('value', '表底数', 'Register', 'number', { from: 0 }),
      field('at', '抄表时间', 'At', 'instant', {
        ...optional,
        help: words('不填即为现在', 'left out: now'),
      }),
    ],
  },
  'energy.fit-baseline': {
    title: words('建立基线', 'Fit a baseline'),
    about: words(
      '用一段正常时期学习这块表的用能规律，建议一整年。结束日期不含当日。',
      'Learns what is usual from a normal stretch, a whole year at best. The end is exclusive.',
    ),
    input: meter,
    fields: [field('from', '自', 'From', 'day'), field('toExclusive', '至（不含）', 'To (exclusive)', 'day')],
  },
  'energy.check-meter': {
    title: words('现场核表', 'Check on the spot'),
    input: ({ id, report }) => ({ meter: id, ...(typeof report === 'string' ? { report } : {}) }),
    fields: [
      field('outcome', '结果', 'Outcome', 'choice', { choices: meterChecks }),
      field('found', '看到什么', 'What was seen', 'long-text', { maxLength: 500 }),
    ],
  },
  'energy.question-readings': {
    title: words('核查读数', 'Look for doubts'),
    input: meter,
    fields: [field('from', '自', 'From', 'day'), field('toExclusive', '至（不含）', 'To (exclusive)', 'day')],
  },
  'energy.estimate-gaps': {
    title: words('估补缺数', 'Estimate gaps'),
    about: words(
      '用前后读数估补缺数，估计值永久标注，不计入完整率；真实读数补到后自动替换。结束日期不含当日。',
      'Estimates what is missing from what was read around it. Estimates keep their label, never count as read, and give way to the real reading. The end is exclusive.',
    ),
    input: meter,
    fields: [field('from', '自', 'From', 'day'), field('toExclusive', '至（不含）', 'To (exclusive)', 'day'), why],
  },
  'energy.withdraw-estimates': {
    title: words('撤销估补', 'Take estimates back'),
    about: words(
      '撤销这段时间的估补值，缺口恢复为缺数；实测读数不受影响。',
      'Estimates of the stretch go, and it is missing again; what was read stays.',
    ),
    input: meter,
    fields: [field('from', '自', 'From', 'day'), field('toExclusive', '至（不含）', 'To (exclusive)', 'day'), why],
  },
  'energy.correct-reading': {
    title: words('更正读数', 'Correct a reading'),
    about: words('原读数保留在记录中。', 'What was read stays on the Record.'),
    input: meter,
    fields: [field('at', '读数时间', 'At', 'instant'), field('value', '更正为', 'Right value', 'number'), why],
  },
  'energy.replace-meter': {
    title: words('换表', 'Replace'),
    input: meter,
    fields: [
      field('at', '换表时间', 'At', 'instant'),
      field('key', '新表号', 'New number', 'text', { ...optional, maxLength: 80 }),
      field('multiplier', '新表倍率', 'New multiplier', 'integer', { from: 1, to: 100_000, initial: 1 }),
      field('lastRegister', '旧表止码', 'Last of the old', 'number', {
        ...optional,
        from: 0,
        help: words('表底计量须填', 'for registers'),
      }),
      field('firstRegister', '新表起码', 'First of the new', 'number', { ...optional, from: 0 }),
      why,
    ],
  },
  'energy.change-meter': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ meter: id, version }),
    fields: [
      field('name', '表计', 'Meter', 'text', { maxLength: 100 }),
      field('use', '分项', 'Use', 'choice', {
        ...optional,
        choices: meterUses,
        help: words('仅电力分项表', 'sub-meters of electricity alone'),
      }),
      field('validTo', '停用日期', 'Out of service', 'day', optional),
    ],
    initial: (object) => ({
      name: object['name'],
      use: object['use'],
      validTo: object['validTo'] ?? object['valid_to'],
    }),
  },
  'energy.decide-doubt': {
    title: words('确认', 'Decide'),
    tone: 'primary',
    input: ({ id }) => ({ doubt: id }),
    fields: [
      field('outcome', '结论', 'Outcome', 'choice', {
        choices: {
          counted: words('读数有效，计入', 'Right: counted'),
          'left-out': words('读数无效，剔除', 'Wrong: left out'),
        },
      }),
      field('why', '说明', 'Why', 'text', {
        maxLength: 500,
        phrases: [words('网关断网补传', 'late from the gateway'), words('表计故障', 'the meter was faulty')],
      }),
    ],
  },
};
