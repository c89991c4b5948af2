import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type Signal,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { median, robustZ } from '@opengoa/kernel/robust-statistics';

const silent = silentIn('z');

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
  /** The month's nights beside the building's own baseline (`nightsOverBaseline`); null without one that serves. */
  readonly nightsOverBaseline: {
    readonly nights: number;
    /** Middle of the nights' actual / expected, less one. */
    readonly riseShare: number;
    /** kWh per hour. */
    readonly expectedKwh: number;
    /** Robust spread of a night in training, as a share of what is expected. */
    readonly spreadShare: number;
    readonly longRunCorrelation: number;
  } | null;
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
  const own = ownPast(inputs, settings);
  if (!peers && !own) {
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
  const signals: Signal[] = [];
  const signal = (rule: string, value: number, found: boolean): void => {
    signals.push({ rule, found, value, threshold: zLimit, unit: 'z', evidenceClass: 'S' });
  };
  if (own) signal('risen-against-own-past', own.z, own.z > zLimit && own.rise > limit('night-over-baseline'));
  if (peerZ !== null) signal('high-among-peers', peerZ, peerZ > zLimit);

  // The own past decides where there is one; what houses a data room is high among peers for ever.
  const [deciding] = signals as [Signal, ...Signal[]];
  const found = deciding.found;
  const agreed = signals.every((each) => each.found);
  const data = {
    month,
    share: (100 * use.offHoursShare).toFixed(1),
    base: (100 * use.baseRatio).toFixed(0),
    night: use.nightMedianKwh.toFixed(1),
    usualNight: own?.usualKwh.toFixed(1) ?? '-',
    rise: own ? (100 * own.rise).toFixed(0) : '-',
    peerMedian: peers ? (100 * median(peers)).toFixed(1) : '-',
    peerZ: peerZ?.toFixed(1) ?? '-',
    z: deciding.value.toFixed(1),
    zLimit,
  };
  const decided = { value: deciding.value, threshold: zLimit, unit: 'z', signals, evidence } as const;
  if (!found) return { ...decided, status: 'clear', said: { template: 'clear', data } };

  const over =
    own === null
      ? use.offHoursKwh - median(peers!) * use.totalKwh
      : (use.nightMedianKwh - own.usualKwh) * inputs.offHours;
  const lossOf = (per: number, unit: 'kWh' | 'fen') => {
    const amount = Math.round(Math.max(0, over) * per);
    return { low: Math.round(amount / 2), mid: amount, high: amount, unit };
  };
  return {
    ...decided,
    status: 'flag',
    llr: settings[agreed && signals.length > 1 ? 'llr' : 'llr-alone'] ?? 0,
    period: [`${month}-01`, monthAfter(month)],
    loss:
      inputs.priceFenPerKwh === null
        ? lossOf(1, 'kWh')
        : { ...lossOf(inputs.priceFenPerKwh, 'fen'), amount: lossOf(1, 'kWh') },
    said: {
      template:
        own === null
          ? 'high-among-peers'
          : peers === null
            ? 'risen-without-peers'
            : agreed
              ? 'high-and-risen'
              : 'risen-against-own-past',
      data,
    },
    excluded: inputs.declaredNightLoads.length === 0 ? [] : ['undeclared-night-load'],
  };
}

/**
 * How the month's nights stand against the building's own: beside its baseline where one serves, with the spread of the middle of so many nights
 * that lean on one another; else among its earlier months.
 */
function ownPast(
  { use, nightHistoryKwh, nightsOverBaseline: nights }: OffHoursLoadInputs,
  settings: Settings,
): { readonly z: number; readonly rise: number; readonly usualKwh: number } | null {
  const floor = settings['rise-floor'] ?? 0;
  if (nights && nights.nights >= (settings['least-nights'] ?? 1)) {
    const rho = nights.longRunCorrelation;
    const times = Math.min((1 + rho) / (1 - rho), nights.nights);
    const spread = 1.2533 * nights.spreadShare * Math.sqrt(times / nights.nights);
    return {
      z: Math.log(Math.max(1 + nights.riseShare, 0.01)) / Math.max(spread, floor),
      rise: nights.riseShare,
      usualKwh: nights.expectedKwh,
    };
  }
  const long = nightHistoryKwh.length >= (settings['least-months'] ?? 1);
  if (!use || !long || nightHistoryKwh.some((kwh) => kwh <= 0)) return null;
  const usualKwh = median(nightHistoryKwh);
  const z = robustZ(Math.log(use.nightMedianKwh), nightHistoryKwh.map(Math.log), 0, floor);
  return z === null ? null : { z, rise: use.nightMedianKwh / usualKwh - 1, usualKwh };
}

const monthAfter = (month: string): string => {
  const [year, m] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, m, 1)).toISOString().slice(0, 10);
};
