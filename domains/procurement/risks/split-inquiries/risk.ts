import { type Judgement, type RiskSubject, type Settings, type Signal, silentIn } from '@opengoa/kernel/risk-kit';
import { splitOrders } from '../../methods/splitting.ts';
import { yuan } from '../judged-inquiry.ts';

/** What a unit bought of one kind. Fen. */
export interface Purchase {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly code: string;
  readonly supplier: string;
  readonly amountFen: number;
}

export interface SplitInquiriesInputs {
  /** Of a year, oldest first. */
  readonly purchases: readonly Purchase[];
  /** The thresholds of the unit's level and the kind, null where none is in force. */
  readonly openTenderFen: number | null;
  readonly dispersedFen: number | null;
}

interface Split {
  readonly rule: 'year' | 'window';
  readonly bills: readonly Purchase[];
  readonly sum: number;
  readonly limit: number;
}

/** Small purchases that stay below a threshold each and pass it together (PR-08): of one financial year, or of one supplier within a window. */
export function judge(subject: RiskSubject, inputs: SplitInquiriesInputs, settings: Settings): Judgement {
  const { purchases, openTenderFen, dispersedFen } = inputs;
  const silent = silentIn('fen');
  const days = settings['window-days'] ?? 90;
  if (openTenderFen === null && dispersedFen === null) return silent('no-threshold', {});
  if (purchases.length < 2) return { ...silent('one-purchase', { count: purchases.length }), status: 'not_applicable' };
  const year = openTenderFen === null ? null : ofOneYear(purchases, openTenderFen);
  const window = dispersedFen === null ? null : ofOneSupplier(purchases, dispersedFen, days);
  const told = year ?? window;
  const signal = (rule: Split['rule'], found: Split | null, limit: number): Signal => ({
    rule,
    found: found !== null,
    value: found?.sum ?? 0,
    threshold: limit,
    unit: 'fen',
    evidenceClass: 'S',
  });
  const bills = told?.bills ?? purchases;
  const limit = told?.limit ?? dispersedFen ?? openTenderFen ?? 0;
  const sum = bills.reduce((all, { amountFen }) => all + amountFen, 0);
  return {
    status: told ? 'flag' : 'clear',
    value: sum,
    threshold: limit,
    unit: 'fen',
    ...(told
      ? {
          // The nearer the largest comes to the threshold, the less it is chance.
          llr: (settings['llr'] ?? 0) * Math.min(1, Math.max(...bills.map(({ amountFen }) => amountFen)) / limit),
          loss: { low: 0, mid: Math.round((sum - limit) / 2), high: sum - limit, unit: 'fen' as const },
        }
      : {}),
    said: {
      template: told?.rule ?? 'clear',
      data: {
        count: bills.length,
        days,
        sum: yuan(sum),
        limit: yuan(limit),
        supplier: bills[0]!.supplier,
        year: bills[0]!.day.slice(0, 4),
        list: bills.map(({ name, amountFen }) => `${name}（${yuan(amountFen)}）`).join('、'),
      },
    },
    signals: [
      ...(openTenderFen === null ? [] : [signal('year', year, openTenderFen)]),
      ...(dispersedFen === null ? [] : [signal('window', window, dispersedFen)]),
    ],
    evidence: bills.map(({ id, amountFen }) => ({
      table: 'procurement.inquiry',
      key: id,
      field: 'amountFen',
      value: amountFen,
    })),
  };
}

const largest = (found: readonly (Split | null)[]): Split | null =>
  found.filter((each) => each !== null).toSorted((one, other) => other.sum - one.sum)[0] ?? null;

/** A financial year is a calendar year; whoever is the supplier. */
function ofOneYear(purchases: readonly Purchase[], limit: number): Split | null {
  const years = Map.groupBy(purchases, ({ day }) => day.slice(0, 4));
  return largest([...years.values()].map((own) => within(own, limit, 366, 'year')));
}

function ofOneSupplier(purchases: readonly Purchase[], limit: number, days: number): Split | null {
  const suppliers = Map.groupBy(purchases, ({ code }) => code);
  return largest([...suppliers.values()].map((own) => within(own, limit, days, 'window')));
}

function within(own: readonly Purchase[], limit: number, days: number, rule: Split['rule']): Split | null {
  const split = splitOrders(
    own.map(({ day, amountFen }) => ({ day, amount: amountFen })),
    limit,
    days,
  );
  if (!split) return null;
  const bills = own.filter(({ day, amountFen }) => amountFen < limit && day >= split.from && day <= split.to);
  return { rule, bills, sum: split.sum, limit };
}
