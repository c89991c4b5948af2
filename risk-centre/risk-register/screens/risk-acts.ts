import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject, type NamedField } from '@opengoa/web-kit/room';
import { consequenceWords, likelihoodWords, riskOfficeWords } from '../words.ts';

const ratings: readonly NamedField[] = [
  field('likelihood', '控制前可能性', 'Likelihood before controls', 'choice', { choices: likelihoodWords }),
  field('consequence', '控制前后果', 'Consequence before controls', 'choice', { choices: consequenceWords }),
  field('controls', '控制措施', 'Controls', 'long-text', {
    maxLength: 2_000,
    help: words('已经在做的，不写打算做的。', 'What is in place, not what is planned.'),
  }),
  field('residualLikelihood', '控制后可能性', 'Likelihood after controls', 'choice', { choices: likelihoodWords }),
  field('residualConsequence', '控制后后果', 'Consequence after controls', 'choice', { choices: consequenceWords }),
];

const rated = (values: Readonly<Record<string, unknown>>) => ({
  controls: values['controls'],
  inherent: { likelihood: Number(values['likelihood']), consequence: Number(values['consequence']) },
  residual: { likelihood: Number(values['residualLikelihood']), consequence: Number(values['residualConsequence']) },
});

const sidesOf = (object: ActObject, name: string): Readonly<Record<string, number>> =>
  (object[name] ?? {}) as Readonly<Record<string, number>>;

/** What the form begins with: the present rating, where the object is the page's. */
function present(object: ActObject): Readonly<Record<string, unknown>> {
  const [inherent, residual] = [sidesOf(object, 'inherent'), sidesOf(object, 'residual')];
  const said = {
    controls: object['controls'],
    likelihood: inherent['likelihood'] ?? object['likelihood'],
    consequence: inherent['consequence'] ?? object['consequence'],
    residualLikelihood: residual['likelihood'] ?? object['residual_likelihood'],
    residualConsequence: residual['consequence'] ?? object['residual_consequence'],
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

const risk = (object: ActObject) => ({ risk: object.id });

/** How the steps of a risk are offered. */
export const riskActs: Acts = {
  'risk-centre.enter-risk': {
    title: words('登记风险', 'Enter a risk'),
    tone: 'primary',
    starts: 'risk-centre.risks',
    fields: [
      field('name', '什么风险', 'What may happen', 'text', {
        maxLength: 200,
        help: words(
          '写事情，不写人：例如“加油卡由一人保管和核销”。',
          'A thing, not a person: “one person keeps and settles the fuel cards”.',
        ),
      }),
      field('unit', '单位', 'Unit', 'unit'),
      field('office', '业务', 'Office', 'choice', { choices: riskOfficeWords }),
      field('post', '责任岗位', 'The post that answers for it', 'pick', {
        list: 'kernel.posts',
        label: ['unit_name', 'title'],
      }),
      ...ratings,
    ],
    shape: ({ name, unit, office, post, ...values }) => ({ name, unit, office, post, ...rated(values) }),
  },
  'risk-centre.assess-risk': {
    title: words('重新评估', 'Assess again'),
    initial: present,
    fields: [...ratings, field('reason', '为什么重新评估', 'Why', 'long-text', { maxLength: 2_000 })],
    shape: ({ reason, ...values }, object) => ({ ...risk(object), reason, ...rated(values) }),
  },
  'risk-centre.accept-risk': {
    title: words('接受剩余风险', 'Accept the residual risk'),
    tone: 'primary',
    about: words(
      '到期后自动转为待办，由责任岗位重新评估。',
      'When its last day is over it comes back as a task of the post that answers for it.',
    ),
    input: risk,
    fields: [
      field('until', '接受到哪一天', 'Last day', 'day'),
      field('reason', '理由', 'Reason', 'long-text', { maxLength: 2_000 }),
    ],
  },
  'risk-centre.tie-finding': {
    title: words('关联异常', 'Tie a finding'),
    input: risk,
    fields: [
      field('finding', '待核实异常', 'Finding', 'pick', {
        list: 'risk-centre.findings',
        label: ['number', 'subject_name'],
      }),
      field('belongs', '属于这项风险', 'Belongs to this risk', 'yes-no', { initial: true }),
    ],
  },
  'risk-centre.close-risk': {
    title: words('关闭风险', 'Close the risk'),
    tone: 'danger',
    input: risk,
    fields: [field('conclusion', '为什么可以关闭', 'Why it may be closed', 'long-text', { maxLength: 2_000 })],
  },
};
