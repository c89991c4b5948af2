import { list } from '@opengoa/kernel';
import { ofTrial } from '../chain/of-trial.ts';
import { findingStates, levels, outcomes } from '../contract.ts';
import { levelWords, outcomeWords, stateWords } from '../words.ts';
import { openVerbs, placeOf, type Finding } from './finding.ts';

const from = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, { zh: string; en: string }>>) =>
  Object.fromEntries(keys.map((key) => [key, words[key]]));

/** 待核实异常: those on trial are the kit's owner's alone. */
export const findings = list('risk-centre.findings', {
  title: { zh: '待核实异常', en: 'Findings' },
  view: 'risk_centre_read.finding_v1',
  who: ['risk-officer', 'superior', 'head', 'leader', 'self'],
  order: '-raised_at',
  search: 'search',
  opens: '/risk/findings/{id}',
  only: ofTrial,
  columns: {
    number: { title: { zh: '编号', en: 'Number' }, kind: 'text', filter: true, sort: true },
    level: { title: { zh: '级别', en: 'Level' }, kind: 'choice', filter: true, choices: from(levels, levelWords) },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: from(findingStates, stateWords),
    },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    subject_name: { title: { zh: '对象', en: 'Subject' }, kind: 'text', filter: true },
    kit_title: { title: { zh: '规则', en: 'Kit' }, kind: 'text' },
    kit_title_en: { title: { zh: '规则英文名', en: 'Kit (en)' }, kind: 'text', hidden: true },
    kit: { title: { zh: '规则编号', en: 'Kit id' }, kind: 'text', filter: true, hidden: true },
    live: { title: { zh: '未办结', en: 'Open' }, kind: 'yes-no', filter: true, hidden: true },
    probability: { title: { zh: '概率', en: 'Probability' }, kind: 'decimal', sort: true, filter: true },
    expected_loss: { title: { zh: '预计损失', en: 'Expected loss' }, kind: 'decimal', sort: true },
    expected_loss_fen: {
      title: { zh: '预计损失金额', en: 'Expected loss in money' },
      kind: 'money-fen',
      sort: 'nullable',
      sum: true,
      hidden: true,
    },
    loss_unit: { title: { zh: '损失单位', en: 'Loss unit' }, kind: 'text', hidden: true },
    explanation: { title: { zh: '说明', en: 'Explanation' }, kind: 'text' },
    explanation_en: { title: { zh: '英文说明', en: 'Explanation (en)' }, kind: 'text', hidden: true },
    period_from: { title: { zh: '期间起', en: 'From' }, kind: 'day', filter: true },
    period_to: { title: { zh: '期间止', en: 'To' }, kind: 'day' },
    raised_at: { title: { zh: '提出', en: 'Raised' }, kind: 'instant', sort: true, filter: true },
    due_at: { title: { zh: '期限', en: 'Due' }, kind: 'instant', sort: 'nullable' },
    overdue: { title: { zh: '逾期', en: 'Overdue' }, kind: 'yes-no', filter: true },
    escalations: { title: { zh: '上报次数', en: 'Escalations' }, kind: 'integer' },
    outcome: {
      title: { zh: '结论', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      choices: from(outcomes, outcomeWords),
    },
    shadow: { title: { zh: '试运行', en: 'On trial' }, kind: 'yes-no', filter: true },
  },
  moves: (row) => ({
    verbs: openVerbs(
      {
        state: row['state'] as Finding['state'],
        shadow: row['shadow'] as boolean,
        due: row['due_at'] as Date | null,
        answered: row['answered_at'] as Date | null,
        escalations: row['escalations'] as number,
      },
      new Date(),
    ),
    place: placeOf({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      assignedTo: (row['person_id'] as string | null) ?? null,
    }),
  }),
});

/** 规则运行记录: what was looked at, and what had too little data to be judged. */
export const runs = list('risk-centre.runs', {
  title: { zh: '规则运行记录', en: 'Runs of kits' },
  view: 'risk_centre_read.run_v1',
  who: ['risk-officer', 'superior', 'leader'],
  order: '-at',
  columns: {
    at: { title: { zh: '时间', en: 'At' }, kind: 'instant', sort: true },
    kit: { title: { zh: '规则', en: 'Kit' }, kind: 'text', filter: true },
    kit_version: { title: { zh: '版本', en: 'Version' }, kind: 'text' },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    period_from: { title: { zh: '期间起', en: 'From' }, kind: 'day' },
    period_to: { title: { zh: '期间止', en: 'To' }, kind: 'day' },
    looked: { title: { zh: '检查', en: 'Looked at' }, kind: 'integer', sum: true },
    flagged: { title: { zh: '提示', en: 'Flagged' }, kind: 'integer', sum: true },
    clear: { title: { zh: '未见异常', en: 'Clear' }, kind: 'integer', sum: true },
    insufficient: { title: { zh: '数据不足', en: 'Insufficient data' }, kind: 'integer', sum: true },
    at_once: { title: { zh: '即时核查', en: 'At once' }, kind: 'yes-no', filter: true },
    not_applicable: { title: { zh: '不适用', en: 'Not applicable' }, kind: 'integer', sum: true },
  },
});
