import type { Evidence, Judgement, RiskSubject, Settings, Signal, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { binomialTail } from '../../methods/binomial-tail.ts';

/** A vehicle's trips of a period, and those of all vehicles of its category. */
export interface HolidayUseInputs {
  /** Kept for emergencies, or no rule has it sealed on holidays. */
  readonly notSealed: boolean;
  readonly trips: readonly {
    readonly id: string;
    readonly number: string;
    readonly day: string;
    readonly km: number;
    /** What the day it left on is. */
    readonly kind: 'workday' | 'weekend' | 'holiday' | 'makeup-workday';
    /** The duty said at dispatch, an emergency, or a driver on the duty roster: taken off before anything is counted. */
    readonly onDuty: boolean;
  }[];
  readonly others: { readonly trips: number; readonly onDaysOff: number };
  readonly costFenPerKm: number | null;
}

const asked = ['tail', 'min-trips'] as const;

export function judge(
  subject: RiskSubject,
  { notSealed, trips, others, costFenPerKm }: HolidayUseInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const nothing = { value: null, threshold: null, unit: 'km', evidence: [] } as const;
  const silent = (template: string, data: Judgement['said']['data'] = {}): Judgement => ({
    ...nothing,
    status: 'insufficient_data',
    said: { template, data },
  });
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: 'tail' | 'min-trips'): number => standards[name]!.value as number;
  if (trips.length === 0) return silent('no-trips');

  const counted = trips.filter(({ onDuty }) => !onDuty);
  const holidays = counted.filter(({ kind }) => kind === 'holiday');
  const off = counted.filter(({ kind }) => kind === 'holiday' || kind === 'weekend');
  const km = (of: typeof counted) => of.reduce((sum, trip) => sum + trip.km, 0);
  const signals: Signal[] = [];
  const evidence: Evidence[] = [
    ...off.map((trip) => ({ table: 'vehicles.trip', key: trip.id, field: 'km', value: trip.km })),
    { table: 'vehicles.vehicle', key: subject.id, field: 'tripsOnDaysOff', value: off.length },
    { table: 'vehicles.vehicle', key: subject.id, field: 'trips', value: counted.length },
  ];
  const flag = (signal: Signal, of: typeof counted, data: Judgement['said']['data'], p?: number): Judgement => {
    const amount = Math.round(km(of) * (costFenPerKm ?? 1));
    const unit = costFenPerKm === null ? 'km' : 'fen';
    return {
      status: 'flag',
      value: signal.value,
      threshold: signal.threshold,
      unit: signal.unit,
      evidenceClass: signal.evidenceClass,
      ...(p === undefined ? {} : { p }),
      llr: settings['llr'] ?? 0,
      loss: { low: 0, mid: Math.round(amount / 2), high: amount, unit },
      said: {
        template: signal.rule,
        data: {
          km: km(of),
          count: of.length,
          list: of
            .slice(0, 5)
            .map(({ number, day }) => `${number}（${day}）`)
            .join('、'),
          ...data,
        },
      },
      signals,
      evidence,
    };
  };

  if (!notSealed) {
    const signal: Signal = {
      rule: 'sealed-but-driven',
      found: holidays.length > 0,
      value: holidays.length,
      threshold: 0,
      unit: 'times',
      evidenceClass: 'D',
    };
    signals.push(signal);
    if (signal.found) return flag(signal, holidays, {});
  }
  if (counted.length < limit('min-trips') || others.trips === 0)
    return { ...silent('too-few', { count: counted.length }), signals, evidence };
  const share = others.onDaysOff / others.trips;
  const p = binomialTail(off.length, counted.length, share);
  const signal: Signal = {
    rule: 'more-than-others',
    found: p < limit('tail') && off.length > share * counted.length,
    value: off.length,
    threshold: Math.round(share * counted.length * 100) / 100,
    unit: 'times',
    evidenceClass: 'S',
  };
  signals.push(signal);
  const data = {
    all: counted.length,
    share: (100 * (off.length / counted.length)).toFixed(0),
    usual: (100 * share).toFixed(0),
    p: p < 0.0001 ? '<0.0001' : p.toFixed(4),
  };
  if (signal.found) return flag(signal, off, data, p);
  return {
    status: 'clear',
    value: off.length,
    threshold: signal.threshold,
    unit: 'times',
    p,
    said: { template: 'clear', data: { count: off.length, ...data } },
    signals,
    evidence,
  };
}
