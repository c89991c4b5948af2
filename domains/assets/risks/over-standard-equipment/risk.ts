import type { Evidence, Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { decided, listed, silent, upTo, yuan } from '../judgement.ts';

/** What a unit holds beside the standard of its region and day. Fen; limits that are only recalled are not handed over. */
export interface OverStandardInputs {
  readonly people: number;
  readonly limits: readonly {
    readonly limit: string;
    readonly title: string;
    readonly held: number;
    readonly allowed: number;
  }[];
  /** Things bought in the period, by invoice or by seller and day: those of one item that were booked as parts stand together. */
  readonly bought: readonly {
    readonly item: string;
    readonly limitFen: number;
    /** One thing; several where a price was spread over cards. */
    readonly cards: readonly {
      readonly id: string;
      readonly number: string;
      readonly name: string;
      readonly priceFen: number;
    }[];
  }[];
}

export function judge(
  subject: RiskSubject,
  { people, limits, bought }: OverStandardInputs,
  settings: Settings,
): Judgement {
  if (people === 0) return silent('insufficient_data', 'no-people');
  const sumOf = (thing: OverStandardInputs['bought'][number]) =>
    thing.cards.reduce((sum, { priceFen }) => sum + priceFen, 0);
  const dear = bought.filter((thing) => sumOf(thing) > thing.limitFen);
  const over = limits.filter(({ held, allowed }) => held > allowed);
  const evidence: Evidence[] = [
    ...dear.flatMap(({ cards }) =>
      cards.map(({ id, priceFen }) => ({ table: 'assets.card', key: id, field: 'price', value: priceFen })),
    ),
    ...over.map(({ limit, held }) => ({ table: 'assets.equipment', key: limit, field: 'held', value: held })),
    { table: 'assets.headcount', key: subject.id, field: 'people', value: people },
  ];
  const llr = settings['llr'] ?? 0;
  if (dear.length > 0) {
    const beyond = dear.reduce((sum, thing) => sum + sumOf(thing) - thing.limitFen, 0);
    const spread = dear.filter(({ cards }) => cards.length > 1);
    return decided(
      {
        rule: spread.length > 0 ? 'price-over-two-cards' : 'price-over-standard',
        found: true,
        value: beyond,
        threshold: 0,
        unit: 'fen',
        evidenceClass: spread.length > 0 ? 'S' : 'D',
      },
      llr,
      upTo(beyond),
      evidence,
      {
        count: dear.length,
        beyond: yuan(beyond),
        list: listed(
          (spread.length > 0 ? spread : dear).map(
            (thing) =>
              `${thing.cards.map(({ number }) => number).join('＋')} ${thing.cards[0]!.name}（${yuan(sumOf(thing))}元，上限${yuan(thing.limitFen)}元）`,
          ),
        ),
      },
    );
  }
  const beyond = over.reduce((sum, { held, allowed }) => sum + held - allowed, 0);
  return decided(
    {
      rule: 'quantity-over-standard',
      found: over.length > 0,
      value: beyond,
      threshold: 0,
      unit: 'pieces',
      evidenceClass: 'D',
    },
    llr,
    { low: 0, mid: 0, high: 0, unit: 'fen' },
    evidence,
    {
      people,
      count: over.length,
      beyond,
      list: listed(over.map(({ title, held, allowed }) => `${title}${held}（可配${allowed}）`)),
    },
  );
}
