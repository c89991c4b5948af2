import { words, type Words } from '@opengoa/kernel/words';

export const supplyKinds = {
  consumable: words('耗材', 'Consumable'),
  component: words('配件', 'Component'),
  licence: words('软件授权', 'Software licence'),
} as const satisfies Record<string, Words>;
export const supplyStates = {
  kept: words('在管', 'Kept'),
  ended: words('已停用', 'Ended'),
} as const satisfies Record<string, Words>;
export const moveKinds = {
  in: words('入库', 'In'),
  out: words('领用、安装', 'Given out'),
  back: words('收回', 'Back'),
  count: words('盘点更正', 'Counted'),
  along: words('随资产调入', 'Came with a thing'),
} as const satisfies Record<string, Words>;

export const supplyFactWords = {
  'assets.SupplyKept': words('登记或变更耗材', 'Supply kept'),
  'assets.SupplyReceived': words('耗材入库', 'Supply received'),
  'assets.SupplyIssued': words('耗材领用', 'Supply given out'),
  'assets.SupplyReturned': words('耗材收回', 'Supply came back'),
  'assets.SupplyCounted': words('耗材盘点更正', 'Supply counted'),
  'assets.ComponentsWentAlong': words('配件随资产调入', 'Components went along'),
  'assets.SupplyEnded': words('耗材停用', 'Supply ended'),
} as const satisfies Record<string, Words>;

export const supplyRefusals: Readonly<Record<string, Words>> = {
  'supply-taken': words(
    '本单位已登记“{name}”，请在原条目上入库。',
    'The unit keeps “{name}” already: receive it there.',
  ),
  'supply-short': words(
    '“{name}”只有 {onHand} {measure}，不够领用；请先入库。',
    'There are only {onHand} of “{name}”: receive some first.',
  ),
  'supply-needs-place': words(
    '配件请选择装到哪件资产；软件授权请选择使用人或设备。',
    'Say into which thing a component goes; of a licence who has it or on what.',
  ),
  'supply-thing-elsewhere': words('所选资产不属于这个单位。', 'The thing stands in another unit’s ledger.'),
  'supply-not-out': words('只剩 {held} {measure}没有收回。', 'Only {held} are still out.'),
  'supply-unchanged': words('盘点数与账面数相同，不需要更正。', 'What was counted is what is kept.'),
  'supply-over': words('授权已于 {day} 到期，不能再分配；请先续期。', 'The licence ended on {day}: renew it first.'),
  'supply-still-there': words(
    '还有 {count} {measure}在库或在用，请先领用、收回或更正为零。',
    '{count} are still in the cupboard or out: see to them first.',
  ),
};
