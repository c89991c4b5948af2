import { words, type Words } from '@opengoa/kernel/words';

export const rightStates = {
  kept: words('有效', 'In force'),
  ended: words('已停止', 'Ended'),
} as const satisfies Record<string, Words>;
export const emergencyStates = {
  open: words('应急状态', 'Emergency'),
  ended: words('已转平时', 'Over'),
} as const satisfies Record<string, Words>;
export const callStates = {
  called: words('待出库', 'To be handed out'),
  'handed-out': words('已出库', 'Handed out'),
  cancelled: words('已取消', 'Cancelled'),
} as const satisfies Record<string, Words>;
export const callSides = {
  taken: words('我方调用', 'We call'),
  given: words('我方出库', 'We hand out'),
} as const satisfies Record<string, Words>;

export const emergencyFactWords = {
  'assets.CallRightKept': words('设定应急调用权限', 'Right to call kept'),
  'assets.CallRightEnded': words('停止应急调用权限', 'Right to call ended'),
  'assets.EmergencyDeclared': words('转入应急状态', 'Emergency declared'),
  'assets.EmergencyEnded': words('转回平时', 'Emergency over'),
  'assets.StockCalled': words('应急调用', 'Stock called'),
  'assets.CallHandedOut': words('应急出库', 'Call handed out'),
  'assets.CallCancelled': words('取消应急调用', 'Call cancelled'),
} as const satisfies Record<string, Words>;

export const emergencyRefusals: Readonly<Record<string, Words>> = {
  'call-right-there': words(
    '该单位对这个公物仓的这一分类已有调用权限。',
    'The unit has a right to this class of the store already.',
  ),
  'caller-unknown': words('没有这个调用单位。', 'There is no such unit.'),
  'emergency-there': words('“{name}”已在应急状态。', '“{name}” is declared already.'),
  'no-emergency': words(
    '保管单位现在不在应急状态，请走平时的预约借用。',
    'No emergency is declared over the keeper: reserve it as in peace.',
  ),
  'no-right-to-call': words(
    '本单位没有调用这个公物仓这类物资的权限；可联系保管单位，或走预约借用。',
    'The unit may not call this class out of this store: ask its keeper, or reserve it.',
  ),
  'more-than-right': words('权限规定一次最多调用 {most} {measure}。', 'At most {most} in one call, says the right.'),
  'call-day-passed': words('归还日期已过。', 'The day is over.'),
};
