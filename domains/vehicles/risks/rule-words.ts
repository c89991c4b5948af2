import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

/** What the settings and limits of this room’s rules, and the figures they compute, are called on the rule’s page. */
export const ruleWords: Readonly<Record<string, Words>> = {
  llr: pair('规则自身的证据强度', 'strength of its own evidence'),
  'rate-resolution': pair('油耗分辨率', 'resolution of consumption'),
  litresPer100Km: pair('百公里油耗', 'litres per 100 km'),
  tail: pair('尾概率', 'tail probability'),
  'min-trips': pair('最少出车次数', 'fewest trips'),
  tripsOnDaysOff: pair('非工作日出车次数', 'trips on days off'),
  trips: pair('出车次数', 'trips'),
  'metres from custody': pair('距停放地米数', 'metres from custody'),
  'over-battery': pair('超出电池容量比例', 'over the battery'),
  'close-minutes': pair('两次加油间隔', 'minutes between two fills'),
  'most-per-100-km': pair('百公里最多可用', 'most per 100 km'),
  'least-litres': pair('最少升数', 'least litres'),
  'one-visit-minutes': pair('同一次加油的间隔', 'minutes of one visit'),
  'llr-day-off': pair('休息日加油的证据强度', 'strength of a fill on a day off'),
  limit: pair('审批权限', 'limit of approval'),
  days: pair('天数', 'days'),
  'least-fixes': pair('最少定位点', 'fewest fixes'),
  'heard-days': pair('终端上报天数', 'days the terminal was heard'),
  'stood-metres': pair('静止范围', 'range of standing still'),
  'gap-minutes': pair('轨迹中断时长', 'gap in minutes'),
  'gap-km': pair('轨迹中断距离', 'gap in km'),
  driven_km: pair('里程表增加', 'odometer difference'),
  points: pair('定位点数', 'fixes'),
  km: pair('轨迹里程', 'km of the track'),
  spread: pair('定位点散布', 'spread of the fixes'),
  'distance-ratio': pair('里程超出比例', 'distance ratio'),
  'distance-km': pair('里程超出公里', 'distance in km'),
  trackedKm: pair('定位里程', 'tracked km'),
};
