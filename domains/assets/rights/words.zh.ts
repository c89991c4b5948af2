import { words, type Words } from '@opengoa/kernel/words';

/** Owned by, given to for use, disposed of by: each is told apart. */
export const rightKinds = {
  ownership: words('所有权', 'Ownership'),
  allotment: words('使用权（配置）', 'Allotment'),
  disposal: words('处置权', 'Disposal'),
} as const satisfies Record<string, Words>;
export type RightKind = keyof typeof rightKinds;

export const rightStates = {
  standing: words('有效', 'Standing'),
  ended: words('已终止', 'Ended'),
} as const satisfies Record<string, Words>;

export const rightFactWords = {
  'assets.OwnershipRecorded': words('登记所有权', 'Ownership recorded'),
  'assets.AllotmentRecorded': words('登记使用权', 'Allotment recorded'),
  'assets.DisposalRightRecorded': words('登记处置权', 'Right of disposal recorded'),
  'assets.RightEnded': words('权属终止', 'Right ended'),
} as const satisfies Record<string, Words>;

export const rightRefusals: Readonly<Record<string, Words>> = {
  'holder-wanted': words(
    '请选择权利单位，或按文件填写权利人。',
    'Choose the unit that has it, or write the holder as the paper names it.',
  ),
  'right-stands-already': words(
    '“{number}”的该项权利已登记在“{holder}”名下，不需要重复登记。',
    '“{number}” is registered to “{holder}” already.',
  ),
  'day-before-right': words(
    '“{number}”的该项权利在 {day} 已有登记，日期须在其后；登记有误的，先终止原登记。',
    '“{number}” has an entry from {day}: the day lies after it. End a wrong entry first.',
  ),
  'right-not-yet': words(
    '该项登记自 {day} 起，终止日期不能早于这一天。',
    'This entry began on {day}: it does not end before.',
  ),
  'right-ended': words('该项登记已于 {day} 终止。', 'This entry ended on {day}.'),
  'no-such-cards': words(
    '该单位没有这一分类的资产需要登记：已登记在同一权利人名下的、正在交接或处置的不再登记。',
    'Nothing of this class is left to be registered: what stands so already, is on its way or is being disposed of is left out.',
  ),
};
