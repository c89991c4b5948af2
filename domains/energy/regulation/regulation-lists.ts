import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { offersOfPlan, regulationReaders } from './plan.ts';
import type { PlanState } from './contract.ts';
import { entryKinds, entryStates, planStates, reasons, settings } from './words.zh.ts';

/** 受控点. Where a device is reached is for those who keep it. */
export const controlPoints = list('energy.control-points', {
  title: words('受控点', 'Control points'),
  view: 'energy_read.control_point_v1',
  who: regulationReaders,
  order: 'name',
  opens: '/energy/regulation/points/{id}',
  columns: {
    name: { title: words('受控点', 'Point'), kind: 'text', filter: true, sort: true },
    building: { title: words('建筑', 'Building'), kind: 'text', filter: true, always: true },
    sets: { title: words('设定', 'Sets'), kind: 'choice', choices: settings, filter: true, always: true },
    value: { title: words('现值', 'Stands at'), kind: 'decimal' },
    value_at: { title: words('设备应答', 'Answered'), kind: 'instant', sort: 'nullable' },
    least: { title: words('下限', 'Least'), kind: 'decimal', always: true },
    most: { title: words('上限', 'Most'), kind: 'decimal', always: true },
    safe: { title: words('安全值', 'Safe'), kind: 'decimal', always: true },
    running: { title: words('启用', 'In use'), kind: 'yes-no', filter: true, always: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
});

/** 调控方案. */
export const regulationPlans = list('energy.regulation-plans', {
  title: words('调控方案', 'Regulations'),
  view: 'energy_read.regulation_plan_v1',
  who: regulationReaders,
  order: '-proposed_at',
  opens: '/energy/regulation/plans/{id}',
  columns: {
    name: { title: words('方案', 'Plan'), kind: 'text', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: planStates, filter: true, always: true },
    points: { title: words('受控点', 'Points'), kind: 'integer', always: true },
    from_day: { title: words('开始', 'From'), kind: 'day', always: true },
    to_day: { title: words('结束', 'To'), kind: 'day', always: true },
    proposed_name: { title: words('提出人', 'Proposed by'), kind: 'text', always: true },
    proposed_at: { title: words('提出时间', 'Proposed'), kind: 'instant', sort: true },
    approved_name: { title: words('批准人', 'Approved by'), kind: 'text' },
    approved_at: { title: words('批准时间', 'Approved'), kind: 'instant' },
    stopped_name: { title: words('停止人', 'Stopped by'), kind: 'text' },
    stopped_why: { title: words('停止原因', 'Why'), kind: 'text' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  // Everything else is done with the plan before one's eyes.
  moves: (row) => {
    const plan = { id: row['id'] as string, unit: row['unit_id'] as string, state: row['state'] as PlanState };
    const { verbs, place } = offersOfPlan(plan);
    return { verbs: verbs.filter((each) => each === 'energy.stop-regulation'), place };
  },
});

/** 调控日志: every command, answer, refusal and return. */
export const regulationLog = list('energy.regulation-log', {
  title: words('调控日志', 'Log of regulation'),
  view: 'energy_read.regulation_entry_v1',
  who: regulationReaders,
  order: '-decided_at',
  columns: {
    decided_at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    point: { title: words('受控点', 'Point'), kind: 'text', filter: true, always: true },
    kind: { title: words('动作', 'What'), kind: 'choice', choices: entryKinds, filter: true, always: true },
    value: { title: words('值', 'Value'), kind: 'decimal' },
    reason: { title: words('原因', 'Why'), kind: 'choice', choices: reasons, filter: true, always: true },
    state: { title: words('结果', 'State'), kind: 'choice', choices: entryStates, filter: true, always: true },
    until: { title: words('有效至', 'Until'), kind: 'instant' },
    sent_at: { title: words('发送', 'Sent'), kind: 'instant' },
    tries: { title: words('发送次数', 'Times sent'), kind: 'integer', always: true },
    answered_at: { title: words('应答', 'Answered'), kind: 'instant' },
    answered_value: { title: words('应答值', 'Answered value'), kind: 'decimal' },
    plan: { title: words('方案', 'Plan'), kind: 'text', filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true, always: true },
    point_id: { title: words('受控点', 'Point'), kind: 'id', filter: true, hidden: true, always: true },
    plan_id: { title: words('方案', 'Plan'), kind: 'id', filter: true, hidden: true, always: true },
  },
});
