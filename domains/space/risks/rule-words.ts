import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the settings, limits and figures of this folder's rules are called on the rule's page. */
export const ruleWords: Readonly<Record<string, Words>> = {
  llr: words('规则自身的证据强度', 'strength of its own evidence'),
  tolerance: words('测量误差', 'error of measuring'),
  'one-office': words('办公用房处数', 'offices of one person'),
  months: words('腾退月数', 'months to vacate'),
  excess: words('超出面积', 'excess'),
  offices: words('座位处数', 'seats'),
  'days over': words('超期天数', 'days over'),
  room: words('房间', 'room'),
};
