import type { Judgement, RiskSubject, Settings, Signal, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { median, robustZ } from '@opengoa/kernel/robust-statistics';

/** One building's month (`offHoursUse`), the same months' shares of comparable buildings, and its own months before. */
export interface OffHoursLoadInputs {
  readonly month: string;
  readonly use: {
    readonly totalKwh: number;
    readonly offHoursKwh: number;
    readonly offHoursShare: number;
    readonly nightMedianKwh: number;
    readonly baseRatio: number;
    readonly hours: number;
  } | null;
  /** Share outside working hours of other buildings of the same kind in the same month. */
  readonly peerShares: readonly number[];
  /** Median night load of this building's earlier months, oldest first, in kWh per hour. */
  readonly nightHistoryKwh: readonly number[];
  /** Hours outside working time in the month. */
  readonly offHours: number;
  /** Loads that run at night by design and are not metered apart: data room, kitchen, duty room, charging piles. */
  readonly declaredNightLoads: readonly string[];
  readonly priceFenPerKwh: number | null;
}

const asked = ['peer-z', 'min-peers', 'night-over-baseline', 'min-days'] as const;

export function judge(
  subject: RiskSubject,
  inputs: OffHoursLoadInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const { month, use, peerShares, nightHistoryKwh } = inputs;
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const zLimit = limit('peer-z');
  if (use === null || use.hours < limit('min-days') * 24) {
    return silent('too-few-hours', { month, hours: use?.hours ?? 0, needed: limit('min-days') * 24 });
  }

  const peers = peerShares.length >= limit('min-peers') ? peerShares : null;
  const long = nightHistoryKwh.length >= (settings['least-months'] ?? 1);
  const history = long && nightHistoryKwh.every((kwh) => kwh > 0) ? nightHistoryKwh : null;
  if (!peers && !history) {
    return silent('no-comparison', { month, peers: peerShares.length, months: nightHistoryKwh.length });
  }
  const evidence = [
    { table: 'energy.month', key: `${subject.id}/${month}`, field: 'offHoursKwh', value: use.offHoursKwh },
    { table: 'energy.month', key: `${subject.id}/${month}`, field: 'totalKwh', value: use.totalKwh },
    { table: 'energy.month', key: `${subject.id}/${month}`, field: 'nightMedianKwh', value: use.nightMedianKwh },
    { table: 'energy.month', key: `${subject.id}/before ${month}`, field: 'nightMedianKwh', value: nightHistoryKwh },
  ];

  // The floors keep a group that agrees to the decimal from turning a trifle into many deviations.
  const peerZ = peers && robustZ(use.offHoursShare, peers, 0, settings['share-floor'] ?? 0);
  const usualNight = history && median(history);
  const rise = usualNight ? use.nightMedianKwh / usualNight - 1 : null;
  const ownZ = history && robustZ(Math.log(use.nightMedianKwh), history.map(Math.log), 0, settings['rise-floor'] ?? 0);
  const signals: Signal[] = [];
  const signal = (rule: string, value: number, found: boolean): void => {
    signals.push({ rule, found, value, threshold: zLimit, unit: 'z', evidenceClass: 'S' });
  };
  if (peerZ !== null) signal('high-among-peers', peerZ, peerZ > zLimit);
  if (ownZ !== null && rise !== null)
    signal('risen-against-own-past', ownZ, ownZ > zLimit && rise > limit('night-over-baseline'));

  const found = signals.length > 0 && signals.every((each) => each.found);
  const strongest = signals.toSorted((a, b) => b.value - a.value)[0]!;
  const data = {
    month,
    share: (100 * use.offHoursShare).toFixed(1),
    base: (100 * use.baseRatio).toFixed(0),
    night: use.nightMedianKwh.toFixed(1),
    usualNight: usualNight?.toFixed(1) ?? '-',
    rise: rise === null ? '-' : (100 * rise).toFixed(0),
    peerMedian: peers ? (100 * median(peers)).toFixed(1) : '-',
    z: strongest.value.toFixed(1),
    zLimit,
  };
  const decided = { value: strongest.value, threshold: zLimit, unit: 'z', signals, evidence } as const;
  if (!found) return { ...decided, status: 'clear', said: { template: 'clear', data } };

  const over =
    usualNight === null
      ? use.offHoursKwh - median(peers!) * use.totalKwh
      : (use.nightMedianKwh - usualNight) * inputs.offHours;
  const lossOf = (per: number, unit: 'kWh' | 'fen') => {
    const amount = Math.round(Math.max(0, over) * per);
    return { low: Math.round(amount / 2), mid: amount, high: amount, unit };
  };
  return {
    ...decided,
    status: 'flag',
    llr: settings['llr'] ?? 0,
    period: [`${month}-01`, monthAfter(month)],
    loss:
      inputs.priceFenPerKwh === null
        ? lossOf(1, 'kWh')
        : { ...lossOf(inputs.priceFenPerKwh, 'fen'), amount: lossOf(1, 'kWh') },
    said: {
      template: usualNight === null ? 'high-among-peers' : peers ? 'high-and-risen' : 'risen-against-own-past',
      data,
    },
    excluded: inputs.declaredNightLoads.length === 0 ? [] : ['undeclared-night-load'],
  };
}

const silent = (template: string, data: Judgement['said']['data']): Judgement => ({
  status: 'insufficient_data',
  value: null,
  threshold: null,
  unit: 'z',
  said: { template, data },
  evidence: [],
});

const monthAfter = (month: string): string => {
  const [year, m] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, m, 1)).toISOString().slice(0, 10);
};
