import type { Words } from '@opengoa/kernel/contract';
import type { FindingState, Level, Outcome } from './contract.ts';

export const stateWords: Readonly<Record<FindingState, Words>> = {
  raised: { zh: '待单位说明', en: 'Waiting for the unit' },
  explained: { zh: '待核实', en: 'To be verified' },
  confirmed: { zh: '属实待交办', en: 'Confirmed' },
  assigned: { zh: '整改中', en: 'Being rectified' },
  rectified: { zh: '待验收', en: 'To be accepted' },
  dismissed: { zh: '不属实', en: 'Dismissed' },
  closed: { zh: '已销号', en: 'Closed' },
};

export const levelWords: Readonly<Record<Level, Words>> = {
  red: { zh: '红', en: 'Red' },
  orange: { zh: '橙', en: 'Orange' },
  yellow: { zh: '黄', en: 'Yellow' },
  blue: { zh: '蓝', en: 'Blue' },
};

export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  confirmed: { zh: '属实', en: 'True' },
  'partly-confirmed': { zh: '部分属实', en: 'Partly true' },
  'data-problem': { zh: '数据问题', en: 'A data problem' },
  explained: { zh: '合理', en: 'Reasonable' },
  'not-verifiable': { zh: '无法核实', en: 'Cannot be verified' },
};

export const kitStateWords: Readonly<Record<string, Words>> = {
  draft: { zh: '草稿', en: 'Draft' },
  shadow: { zh: '试运行', en: 'Shadow' },
  live: { zh: '启用', en: 'Live' },
  restricted: { zh: '限制使用', en: 'Restricted' },
  retired: { zh: '停用', en: 'Retired' },
};

/** Kinds of unit as the organisation knows them. */
export const unitKindWords: Readonly<Record<string, Words>> = {
  region: { zh: '地区', en: 'Region' },
  institution: { zh: '单位', en: 'Institution' },
  division: { zh: '内设机构', en: 'Division' },
};

export const trialStateWords: Readonly<Record<string, Words>> = {
  waiting: { zh: '等待中', en: 'Waiting' },
  running: { zh: '进行中', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  'too-much': { zh: '超出范围，部分完成', en: 'Beyond the limit, done in part' },
};

export const standingWords: Readonly<Record<string, Words>> = {
  agree: { zh: '与实际一致', en: 'Found as well' },
  new: { zh: '新增提示', en: 'New' },
  'no-longer': { zh: '不再提示', en: 'No longer' },
};

/** What became of an alarm of a trial, by verdicts after the day it was tested on. */
export const scoreWords: Readonly<Record<string, Words>> = {
  hit: { zh: '命中', en: 'Hit' },
  wrong: { zh: '误报', en: 'False' },
  unverified: { zh: '未核实', en: 'Without a verdict' },
  missed: { zh: '漏报', en: 'Missed' },
  again: { zh: '同一对象再次提示', en: 'The same again' },
};

export const refusals: Readonly<Record<string, Words>> = {
  'not-now': { zh: '现在的状态是「{state}」，不能这样办理。', en: 'It is “{state}” now; this cannot be done.' },
  'kit-unknown': { zh: '没有这条规则。', en: 'There is no such kit.' },
  'unit-answers-first': { zh: '请先由单位说明，说明期限为 {due}。', en: 'The unit answers first, until {due}.' },
  'own-finding': {
    zh: '被提示的单位不能自己核实或销号。',
    en: 'The unit concerned does not decide on its own finding.',
  },
  'person-not-of-unit': { zh: '请交给被提示单位的人员办理。', en: 'Assign it to somebody of the unit concerned.' },
  'reason-not-listed': {
    zh: '请从列出的原因中选择，并与结论类别一致。',
    en: 'Choose one of the listed reasons, of the same kind as the outcome.',
  },
  'setting-outside-range': {
    zh: '「{name}」应在 {from} 至 {to} 之间。',
    en: '“{name}” must lie between {from} and {to}.',
  },
  'period-too-long': { zh: '一次最多试算 {days} 天。', en: 'One try covers at most {days} days.' },
  'period-backwards': { zh: '期间的终点应在起点之后。', en: 'The period must end after it begins.' },
  'trial-over': { zh: '这次试算已经结束。', en: 'This trial is over.' },
  'trial-waiting': {
    zh: '已有试算在进行，请等它结束或先取消。',
    en: 'A trial is under way; wait for it or cancel it first.',
  },
  'standard-not-asked': { zh: '该规则没有标准「{name}」。', en: 'The kit asks for no standard “{name}”.' },
  'kit-already-so': { zh: '该规则现在就是「{state}」。', en: 'The kit is “{state}” already.' },
  'proposal-changed': {
    zh: '现在的建议与您看到的不同，或没有建议。请重新查看后再签署。',
    en: 'What is proposed now is not what you saw, or nothing is. Look again before signing.',
  },
  'nothing-to-take-back': { zh: '该规则没有可以撤回的调整。', en: 'There is no change of this kit to take back.' },
  'not-overdue': { zh: '尚未逾期。', en: 'It is not overdue.' },
  'nobody-above': { zh: '上级没有可以接收的领导岗位。', en: 'Nobody above leads who could receive it.' },
};
