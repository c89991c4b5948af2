import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

export const allocationStates = {
  searching: words('求解中', 'Searching'),
  stopping: words('正在停止', 'Stopping'),
  found: words('有方案', 'Plan found'),
  applied: words('已实施', 'Applied'),
  dropped: words('已放弃', 'Dropped'),
} as const satisfies Record<string, Words>;

/** What a unit needs of rooms, by how closed they are. */
export const zoneNeeds = {
  open: words('开放区', 'Open rooms'),
  restricted: words('受限区或涉密区', 'Restricted or secret rooms'),
  secret: words('只用涉密区', 'Secret rooms only'),
} as const satisfies Record<string, Words>;

/** Where a unit’s need comes from. */
export const needSources = {
  hand: words('手工填写', 'Entered by hand'),
  quota: words('核定面积', 'Its quota'),
  posts: words('按岗位和标准', 'By posts and standards'),
  default: words('按岗位数估算', 'Estimated by posts'),
} as const satisfies Record<string, Words>;

export const allocationFactWords = {
  'space.AllocationStarted': words('统筹配置开始求解', 'Search for an allocation started'),
  'space.AllocationFound': words('统筹配置求得方案', 'Allocation found'),
  'space.AllocationStopped': words('统筹配置求解被停止', 'Search for an allocation stopped'),
  'space.AllocationResearched': words('统筹配置再次求解', 'Search for an allocation repeated'),
  'space.AllocationEdited': words('统筹配置方案手工调整', 'Allocation changed by hand'),
  'space.AllocationDropped': words('统筹配置方案放弃', 'Allocation dropped'),
  'space.AllocationApplied': words('统筹配置方案实施', 'Allocation applied'),
} as const satisfies Record<string, Words>;

export const allocationRefusals = {
  'no-rooms-to-allocate': words(
    '范围内没有可分配的办公室。请先在房间台账登记办公室，或多选几栋房屋。',
    'There is no office to allocate here. Register offices in the ledger first, or choose more buildings.',
  ),
  'too-many-rooms': words(
    '范围内有 {rooms} 间，一次最多 {most} 间，请分楼求解。',
    'There are {rooms} rooms and {most} at most are searched at once; go building by building.',
  ),
  'no-units-to-allocate': words(
    '这些房间没有使用单位，也没有填写需求。请至少填写一个单位的需求面积。',
    'Nobody has these rooms and no need was entered. Enter the need of one unit at least.',
  ),
  'unit-outside': words('{name} 不在所选单位之下。', '{name} does not lie below the chosen unit.'),
  'room-not-in-plan': words('这间房不在方案里。', 'This room is not part of the plan.'),
  'unit-not-in-plan': words('这个单位不在方案里。', 'This unit is not part of the plan.'),
  'room-closed-to-unit': words('不能这样分配：{why}。', 'This cannot be: {why}.'),
  'still-searching': words(
    '还在求解，约 {seconds} 秒后再试，或先停止。',
    'It is still searched for: try in about {seconds} s, or stop it first.',
  ),
  'rooms-changed': words(
    '有 {rooms} 间房的使用单位或面积已与方案制定时不同（如 {number}）。请另建方案。',
    '{rooms} rooms are no longer as they were when the plan was made (such as {number}). Start another.',
  ),
  'nothing-changes': words(
    '方案与现状相同，没有可实施的变化。',
    'The plan is what stands today: there is nothing to apply.',
  ),
} as const satisfies Record<string, Words>;
