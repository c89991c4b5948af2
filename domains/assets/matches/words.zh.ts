import { words, type Words } from '@opengoa/kernel/words';

export const demandStates = {
  open: words('待满足', 'Open'),
  met: words('已满足', 'Met'),
  withdrawn: words('已撤回', 'Withdrawn'),
} as const satisfies Record<string, Words>;
export const matchStates = {
  approving: words('调出方审批中', 'With the giver'),
  approved: words('已同意，待调拨', 'Agreed, to be transferred'),
  declined: words('调出方未同意', 'Declined by the giver'),
  refused: words('不采用', 'Refused'),
  done: words('已完成', 'Done'),
} as const satisfies Record<string, Words>;
export const matchSides = {
  taken: words('我方调入', 'We receive'),
  given: words('我方调出', 'We give'),
} as const satisfies Record<string, Words>;
export const refusalReasons = {
  condition: words('成色不合适', 'Its condition does not do'),
  specification: words('规格或功能不合适', 'Its specification does not do'),
  distance: words('路程太远', 'Too far'),
  timing: words('时间不合适', 'The time does not suit'),
  'own-use': words('本单位另有用途', 'Needed by its own unit'),
  'met-otherwise': words('已通过其他方式解决', 'Met in another way'),
  other: words('其他', 'Other'),
} as const satisfies Record<string, Words>;
export const refusedBy = {
  receiver: words('需求方', 'The receiver'),
  giver: words('供给方', 'The giver'),
} as const satisfies Record<string, Words>;
export const planStates = {
  working: words('计算中', 'Being reckoned'),
  ready: words('可以采纳', 'Ready'),
  stopped: words('已停止', 'Stopped'),
  closed: words('已办结', 'Settled'),
} as const satisfies Record<string, Words>;
export const lineStates = {
  open: words('待定', 'Open'),
  accepted: words('已采纳', 'Accepted'),
  'left-out': words('未采纳', 'Left out'),
} as const satisfies Record<string, Words>;

export const matchFactWords = {
  'assets.DemandRaised': words('提出需求', 'Demand raised'),
  'assets.DemandWithdrawn': words('撤回需求', 'Demand withdrawn'),
  'assets.MatchAccepted': words('采用匹配', 'Match accepted'),
  'assets.MatchApproved': words('调出方同意', 'Giver agreed'),
  'assets.MatchDeclined': words('调出方未同意', 'Giver declined'),
  'assets.MatchRefused': words('不采用匹配', 'Match refused'),
  'assets.RefusalFollowed': words('跟进不采用原因', 'Refusal followed up'),
  'assets.PlanAsked': words('开始全系统撮合', 'Plan asked for'),
  'assets.PlanMoved': words('撮合进度', 'Plan goes on'),
  'assets.PlanFound': words('撮合方案完成', 'Plan found'),
  'assets.PlanStopped': words('停止撮合', 'Plan stopped'),
  'assets.PlanAccepted': words('采纳撮合方案', 'Plan accepted'),
} as const satisfies Record<string, Words>;

export const matchRefusals: Readonly<Record<string, Words>> = {
  'demand-closed': words('需求已不在待满足状态。', 'The demand is no longer open.'),
  'offer-not-there': words('物品已不在仓。', 'The thing is no longer in store.'),
  'does-not-suit': words('不能匹配：{why}。', 'It does not suit: {why}.'),
  'more-than-needed': words('只还需要 {left} 件。', 'Only {left} are still needed.'),
  'match-refused-before': words('这一对在 {day} 前已标记不采用。', 'This pair was refused until {day}.'),
  'match-open': words('还有 {count} 笔匹配正在办理。', '{count} matches of it are on their way.'),
  'plan-not-ready': words('方案还没有算好，或已停止。', 'The plan is not ready, or was stopped.'),
  'plan-stopped': words('已停止。', 'It was stopped.'),
  'nothing-to-accept': words('没有可采纳的行。', 'No line is left to accept.'),
  'class-unknown-kind': words('分类代码应为 A 加数字。', 'A class is A and digits.'),
  'say-more': words('选择“其他”时请写明原因。', 'Say why, where it is another reason.'),
};
