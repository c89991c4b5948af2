import { type Words, words } from '@opengoa/kernel/words';

export const scopes = {
  unit: words('全单位', 'The whole unit'),
  building: words('一栋楼', 'A building'),
  floor: words('一层楼', 'A floor'),
  class: words('一类资产', 'A class'),
} as const satisfies Record<string, Words>;

export const stocktakeStates = {
  counting: words('盘点中', 'Counting'),
  signed: words('已签一人，待第二人', 'Signed by one'),
  closed: words('已封存', 'Sealed'),
  cancelled: words('已取消', 'Cancelled'),
} as const satisfies Record<string, Words>;

export const lineStates = {
  waiting: words('未盘到', 'Not seen'),
  found: words('账实相符', 'Found'),
  short: words('数量不足', 'Fewer than booked'),
  elsewhere: words('在别处找到', 'Found elsewhere'),
  unexpected: words('不在本次清单', 'Not expected here'),
  surplus: words('账外实物', 'On no card'),
} as const satisfies Record<string, Words>;

export const conflicts = {
  'two-places': words('两人在两处扫到', 'Seen in two places by two people'),
  'moved-meanwhile': words('盘点期间台账已改地点', 'Moved in the book meanwhile'),
  'disposed-meanwhile': words('盘点期间台账已处置', 'Disposed of in the book meanwhile'),
} as const satisfies Record<string, Words>;

export const hows = {
  'search-again': words('再找一次', 'Search again'),
  lost: words('报失（盘亏）', 'Report as lost'),
  present: words('实物在，标签脱落', 'There, its label came off'),
  'move-here': words('改到这里', 'Move it here'),
  stays: words('台账不变', 'The book stays'),
  'book-it': words('补建卡片（盘盈）', 'To be entered as a card'),
  'not-ours': words('不是本单位的', 'Not ours'),
  'report-present': words('实物仍在，报核查', 'Still there: to be looked into'),
} as const satisfies Record<string, Words>;

export const entryKinds = {
  camera: words('摄像头', 'Camera'),
  scanner: words('扫码枪', 'Scanner'),
  typed: words('手工输入', 'Typed'),
  picked: words('点选', 'Picked'),
  move: words('改到这里', 'Move here'),
  done: words('本处盘完', 'Place done'),
  strike: words('撤回', 'Struck'),
} as const satisfies Record<string, Words>;

export const conditions = {
  new: words('全新', 'New'),
  good: words('完好', 'Good'),
  worn: words('陈旧可用', 'Worn'),
  repairable: words('待修', 'Repairable'),
  unusable: words('不能用', 'Unusable'),
} as const satisfies Record<string, Words>;

export const stocktakeFacts = {
  'assets.StocktakeOpened': words('开始盘点', 'Stocktake opened'),
  'assets.ScansReceived': words('收到盘点记录', 'Scans received'),
  'assets.LineNoted': words('记录实物情况', 'Condition noted'),
  'assets.DifferencesSettled': words('说明盘点差异', 'Differences explained'),
  'assets.StocktakeSigned': words('盘点签字', 'Stocktake signed'),
  'assets.StocktakeReopened': words('退回续盘', 'Stocktake reopened'),
  'assets.StocktakeSealed': words('盘点封存', 'Stocktake sealed'),
  'assets.StocktakeCancelled': words('取消盘点', 'Stocktake cancelled'),
} as const satisfies Record<string, Words>;

export const stocktakeRefusals: Readonly<Record<string, Words>> = {
  'nothing-to-count': words(
    '这个范围内没有在账资产。请换一个范围，或先登记卡片。',
    'No card stands in this scope: choose another, or register cards first.',
  ),
  'too-many-to-count': words(
    '这个范围有 {count} 张卡片，一次盘点最多 {most} 张。请按楼栋、楼层或类别分开盘点。',
    '{count} cards stand in this scope; one stocktake holds {most}. Take a building, a floor or a class at a time.',
  ),
  'scope-incomplete': words('请选择要盘点的楼栋、楼层或资产类别。', 'Choose the building, the floor or the class.'),
  'place-not-of-it': words(
    '有一处地点不在本次盘点之内，请刷新后重扫。',
    'One of the places is not of this stocktake: reload and scan again.',
  ),
  'way-not-open': words(
    '“{code}”目前是“{state}”，不能这样处理。',
    '“{code}” is “{state}”: it cannot be settled like this.',
  ),
  'places-open': words(
    '还有 {count} 处没有盘完：{names}。请到现场盘完，再签字。',
    '{count} places are not done yet: {names}.',
  ),
  'differences-open': words(
    '还有 {count} 项差异没有说明，请逐项处理后再签字。',
    '{count} differences are not explained yet.',
  ),
  'signed-before': words(
    '您已经签过字，须由另一位同事复核签字。',
    'You have signed already: a colleague signs as the second.',
  ),
  'same-line-twice': words('同一项不能一次处理两遍。', 'A line is named twice.'),
};
