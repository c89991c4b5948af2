import type { Evidence, Judgement, RiskSubject, Settings, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { decided, listed, silent, upTo } from '../judgement.ts';

/** What a unit disposed of and bought of one item, in time near each other. */
export interface ScrapThenRebuyInputs {
  readonly item: string;
  readonly gone: readonly {
    readonly id: string;
    readonly number: string;
    readonly day: string;
    readonly quantity: number;
    /** Still of use by its card, or before its years; what was unusable is no reason to ask. */
    readonly usable: boolean;
  }[];
  readonly bought: readonly {
    readonly id: string;
    readonly number: string;
    readonly day: string;
    readonly quantity: number;
    readonly priceFen: number;
  }[];
}

const daysApart = (a: string, b: string): number =>
  Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000;

export function judge(
  subject: RiskSubject,
  { item, gone, bought }: ScrapThenRebuyInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const days = standards['days']?.value;
  if (typeof days !== 'number') return silent('insufficient_data', 'standard-missing', { standard: 'days' });
  if (gone.length === 0 || bought.length === 0) return silent('not_applicable', 'one-side', { item });
  const near = gone.filter(({ usable, day }) => usable && bought.some((each) => daysApart(each.day, day) <= days));
  const again = bought.filter(({ day }) => near.some((each) => daysApart(each.day, day) <= days));
  const count = (of: readonly { readonly quantity: number }[]) => of.reduce((sum, { quantity }) => sum + quantity, 0);
  const replaced = Math.min(count(near), count(again));
  const evidence: Evidence[] = [
    ...near.map(({ id, day }) => ({ table: 'assets.card', key: id, field: 'disposed_on', value: day })),
    ...again.map(({ id, day }) => ({ table: 'assets.card', key: id, field: 'acquired_on', value: day })),
  ];
  const dearest = Math.max(0, ...again.map(({ priceFen }) => priceFen));
  return decided(
    {
      rule: 'replaced-while-usable',
      found: replaced > 0,
      value: replaced,
      threshold: 0,
      unit: 'pieces',
      evidenceClass: 'S',
    },
    settings['llr'] ?? 0,
    upTo(replaced * dearest),
    evidence,
    {
      item,
      days,
      gone: count(near),
      bought: count(again),
      replaced,
      list: listed([
        ...near.map(({ number, day }) => `${number}（${day}处置）`),
        ...again.map(({ number, day }) => `${number}（${day}购置）`),
      ]),
    },
  );
}
