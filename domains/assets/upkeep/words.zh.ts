import { words, type Words } from '@opengoa/kernel/words';

export const planStates = {
  running: words('执行中', 'Running'),
  ended: words('已停止', 'Ended'),
} as const satisfies Record<string, Words>;
export const orderStates = {
  open: words('待完成', 'Open'),
  done: words('已完成', 'Done'),
  cancelled: words('已取消', 'Cancelled'),
} as const satisfies Record<string, Words>;
export const upkeepOutcomes = {
  good: words('正常', 'In order'),
  watch: words('可用，需留意', 'To be watched'),
  'to-repair': words('需要送修', 'To be repaired'),
} as const satisfies Record<string, Words>;

export const upkeepFactWords = {
  'assets.UpkeepPlanned': words('制定维护计划', 'Upkeep planned'),
  'assets.UpkeepEnded': words('停止维护计划', 'Upkeep ended'),
  'assets.UpkeepOrdered': words('开维护工单', 'Upkeep ordered'),
  'assets.UpkeepDone': words('维护完成', 'Upkeep done'),
  'assets.UpkeepCancelled': words('取消维护工单', 'Upkeep cancelled'),
} as const satisfies Record<string, Words>;

export const upkeepRefusals: Readonly<Record<string, Words>> = {
  'upkeep-planned-before': words(
    '这件资产已有“{what}”的维护计划。',
    'There is a plan of “{what}” for this thing already.',
  ),
  'upkeep-thing-gone': words('“{number}”已处置，不再维护。', '“{number}” was disposed of.'),
  'upkeep-ordered-before': words('这项计划已有未完成的工单 {number}。', 'The plan has an open order, {number}.'),
  'upkeep-day-over': words(
    '日期 {day} 已经过去，请填写今天或以后的日期。',
    '{day} is over: name today or a later day.',
  ),
  'upkeep-not-this-thing': words('这项计划不是为该资产制定的。', 'The plan is of another thing.'),
};
