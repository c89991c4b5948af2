import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { decided, listed, silent, upTo } from '../judgement.ts';

/** Cards that share a serial number, or a line of one invoice. */
export interface DuplicateCardInputs {
  readonly by: 'serial' | 'invoice';
  readonly shared: string;
  readonly cards: readonly {
    readonly id: string;
    readonly number: string;
    readonly unitName: string;
    readonly serial: string;
    readonly valueFen: number;
    /** The delivery that made it: cards of one delivery are as many things. */
    readonly delivery: string | null;
  }[];
}

export function judge(subject: RiskSubject, { by, shared, cards }: DuplicateCardInputs, settings: Settings): Judgement {
  if (cards.length < 2) return silent('not_applicable', 'one-card');
  // By invoice, cards that tell different serial numbers, or that one delivery made, are different things.
  const serials = new Set(cards.map(({ serial }) => serial).filter((serial) => serial !== ''));
  const deliveries = new Set(cards.map(({ delivery }) => delivery));
  const apart =
    by === 'invoice' && (serials.size === cards.length || (deliveries.size === 1 && cards[0]!.delivery !== null));
  const surplus = cards.map(({ valueFen }) => valueFen).toSorted((a, b) => a - b);
  const twice = surplus.slice(0, -1).reduce((sum, value) => sum + value, 0);
  return decided(
    {
      rule: by === 'serial' ? 'same-serial' : 'same-invoice-line',
      found: !apart,
      value: cards.length,
      threshold: 1,
      unit: 'cards',
      evidenceClass: 'D',
    },
    settings['llr'] ?? 0,
    upTo(twice),
    cards.map(({ id }) => ({
      table: 'assets.card',
      key: id,
      field: by === 'serial' ? 'serial' : 'voucher',
      value: shared,
    })),
    { shared, count: cards.length, list: listed(cards.map(({ number, unitName }) => `${unitName} ${number}`)) },
  );
}
