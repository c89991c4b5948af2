import type { Context, Id, Tx } from '@opengoa/kernel';
import type { Carrier } from '../contract.ts';
import { quotaOf } from '../quota/quota-read.ts';
import { quotaLevels } from '../quota/words.zh.ts';

/** Of the quotas of one carrier, the level that must not be passed. */
const binding = [
  { indicator: 'electricity', level: 'constraint', carrier: 'electricity' },
  { indicator: 'water', level: 'general', carrier: 'water' },
] as const;

export interface OverQuota {
  readonly unit: Id;
  readonly carrier: Carrier;
  readonly says: string;
}

/** Where an institution's last 365 days lie above a quota of its own place; a place without one has none. */
export async function overQuota(tx: Tx, unit: Id, context: Context): Promise<OverQuota[]> {
  const { indicators } = await quotaOf(tx, { unit, zone: 'a', ventilated: 'a' }, context, null);
  return binding.flatMap(({ indicator, level, carrier }) => {
    const of = indicators.find((each) => each.indicator === indicator);
    const limit = of?.levels.find((each) => each.level === level);
    if (!of || !limit || of.value === null || of.value <= limit.allowed) return [];
    const says = `近 365 天 ${of.value.toFixed(1)} ${of.unit}，超出定额${quotaLevels[level].zh} ${limit.allowed}`;
    return [{ unit, carrier, says }];
  });
}
