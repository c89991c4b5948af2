import type { Evidence, Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { decided, listed, silent, upTo } from '../judgement.ts';

/** What a unit bought of one item in a period, and what of it lay idle in the region meanwhile. */
export interface BoughtWhileIdleInputs {
  readonly item: string;
  readonly bought: readonly {
    readonly id: string;
    readonly number: string;
    readonly day: string;
    readonly quantity: number;
    readonly priceFen: number;
  }[];
  /** Idle or in the warehouse today, and there already when the first of these was bought; what was declined and agreed to is left out. */
  readonly idle: readonly {
    readonly id: string;
    readonly number: string;
    readonly unitName: string;
    readonly quantity: number;
  }[];
}

export function judge(
  subject: RiskSubject,
  { item, bought, idle }: BoughtWhileIdleInputs,
  settings: Settings,
): Judgement {
  if (bought.length === 0) return silent('not_applicable', 'nothing-bought');
  const wanted = bought.reduce((sum, { quantity }) => sum + quantity, 0);
  const lying = idle.reduce((sum, { quantity }) => sum + quantity, 0);
  // Of one item every pair is admissible: the largest matching is the lesser of both.
  const matched = Math.min(wanted, lying);
  const evidence: Evidence[] = [
    ...bought.map(({ id, quantity }) => ({ table: 'assets.card', key: id, field: 'bought', value: quantity })),
    ...idle.map(({ id, quantity }) => ({ table: 'assets.card', key: id, field: 'idle', value: quantity })),
  ];
  // The cheapest might have been spared: the least that is sure.
  const prices = bought.flatMap(({ quantity, priceFen }) =>
    Array.from({ length: Math.min(quantity, 1000) }, () => priceFen),
  );
  const spared = prices
    .toSorted((a, b) => a - b)
    .slice(0, matched)
    .reduce((sum, price) => sum + price, 0);
  return decided(
    {
      rule: 'idle-beside-purchase',
      found: matched > 0,
      value: matched,
      threshold: 0,
      unit: 'pieces',
      evidenceClass: 'S',
    },
    settings['llr'] ?? 0,
    upTo(spared),
    evidence,
    {
      item,
      wanted,
      lying,
      matched,
      share: matched === 0 ? '0' : ((100 * matched) / wanted).toFixed(0),
      list: listed(idle.map(({ number, unitName, quantity }) => `${unitName} ${number}（${quantity}件）`)),
    },
  );
}
