import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

/** What the settings and limits of this room’s rules, and the figures they compute, are called on the rule’s page. */
export const ruleWords: Readonly<Record<string, Words>> = {
  llr: pair('规则自身的证据强度', 'strength of its own evidence'),
  'least-months': pair('最少月数', 'fewest months'),
  'share-floor': pair('占比下限', 'least share'),
  'rise-floor': pair('上升下限', 'least rise'),
  offHoursKwh: pair('非工作时段用电', 'use off hours'),
  totalKwh: pair('当月用电', 'use of the month'),
  nightMedianKwh: pair('夜间小时中位数', 'median hour at night'),
  'least-after': pair('其后最少读数', 'fewest readings after'),
  'grace-days': pair('宽限天数', 'days of grace'),
  'least-fall': pair('最小降幅', 'least fall'),
  'judged-days': pair('判断天数', 'days judged'),
  'run-days': pair('持续天数', 'days in a row'),
  'certainty-t': pair('确信倍数', 'certainty (t)'),
  'lead-days': pair('登记前的天数', 'days before the paper'),
  'least-nights': pair('最少夜数', 'fewest nights'),
  'llr-alone': pair('单项比较的证据强度', 'strength of one comparison alone'),
  residualRmseKwh: pair('残差均方根', 'root mean square of residuals'),
  longRunCorrelation: pair('残差长期自相关', 'long-run correlation'),
  'least-share': pair('最小占比', 'least share'),
  'cv-max': pair('基线误差上限', 'greatest baseline error'),
  actualKwh: pair('实际用电', 'actual use'),
  expectedKwh: pair('期望用电', 'expected use'),
  residualSpreadKwh: pair('残差离散度', 'spread of residuals'),
  lagOneCorrelation: pair('残差自相关', 'lag-one correlation'),
  'least-offices': pair('最少一致台账数', 'fewest registers that agree'),
  share: pair('容许差距占比', 'share that may differ'),
  'least-people': pair('容许相差人数', 'people that may differ'),
  trained: pair('训练期', 'training days'),
};
