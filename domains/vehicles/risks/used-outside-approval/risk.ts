import type {
  EvidenceClass,
  Judgement,
  RiskSubject,
  Settings,
  Signal,
  StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { coverOf, minuteOf } from '../../methods/trip-cover.ts';

/** One movement of a vehicle beside the approval it went under. Instants with their offset, distances in km. */
export interface UsedOutsideApprovalInputs {
  readonly trip: {
    readonly leftAt: string | null;
    readonly returnedAt: string | null;
    readonly odometerOutKm: number | null;
    readonly odometerInKm: number | null;
    /** Distance by the tracker; null where the vehicle has none or it was silent. */
    readonly trackedKm: number | null;
    readonly placesVisited: readonly string[];
    /** On the duty roster, or called out in an emergency. */
    readonly onDuty: boolean;
  };
  readonly approval: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly distanceKm: number | null;
    readonly places: readonly string[];
  } | null;
  readonly costFenPerKm: number | null;
}

const asked = [
  'min-km',
  'min-minutes',
  'covered-share',
  'overrun-minutes',
  'odometer-track-low',
  'odometer-track-high',
  'ghost-km',
] as const;

interface Found {
  readonly signal: Signal;
  /** Kilometres that the approval does not cover, as far as the facts tell. */
  readonly outsideKm: number;
}

export function judge(
  subject: RiskSubject,
  { trip, approval, costFenPerKm }: UsedOutsideApprovalInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const silent = (template: string, data: Judgement['said']['data'] = {}): Judgement => ({
    status: 'insufficient_data',
    value: null,
    threshold: null,
    unit: 'km',
    said: { template, data },
    evidence: [],
  });
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const { leftAt, returnedAt, odometerOutKm, odometerInKm, trackedKm } = trip;
  if (leftAt === null || returnedAt === null || odometerOutKm === null || odometerInKm === null)
    return silent('facts-missing');
  const km = odometerInKm - odometerOutKm;
  if (km < 0) return silent('odometer-falls', { out: odometerOutKm, back: odometerInKm });

  const span = { fromMinute: minuteOf(leftAt), toMinute: minuteOf(returnedAt) };
  const minutes = span.toMinute - span.fromMinute;
  const evidence = [
    { table: 'vehicles.trip', key: subject.id, field: 'leftAt', value: leftAt },
    { table: 'vehicles.trip', key: subject.id, field: 'returnedAt', value: returnedAt },
    { table: 'vehicles.trip', key: subject.id, field: 'odometerKm', value: [odometerOutKm, odometerInKm] },
    { table: 'vehicles.trip', key: subject.id, field: 'trackedKm', value: trackedKm },
    {
      table: 'vehicles.approval',
      key: approval?.id ?? 'none',
      field: 'window',
      value: approval && [approval.from, approval.to],
    },
    {
      table: 'vehicles.approval',
      key: approval?.id ?? 'none',
      field: 'distanceKm',
      value: approval?.distanceKm ?? null,
    },
  ];
  if (trip.onDuty)
    return {
      status: 'not_applicable',
      value: km,
      threshold: null,
      unit: 'km',
      said: { template: 'on-duty', data: { km } },
      evidence,
    };

  const looked: Found[] = [];
  const look = (
    rule: string,
    found: boolean,
    value: number,
    threshold: number,
    unit: string,
    outsideKm: number,
    evidenceClass: EvidenceClass,
  ): void => {
    looked.push({ signal: { rule, found, value, threshold, unit, evidenceClass }, outsideKm });
  };
  const ratio = trackedKm ? km / trackedKm : null;
  const agree = ratio !== null && ratio >= limit('odometer-track-low') && ratio <= limit('odometer-track-high');
  const approved = approval && { fromMinute: minuteOf(approval.from), toMinute: minuteOf(approval.to) };
  const covered = approved ? coverOf(span, approved).coveredShare : 0;
  const moved = km > limit('min-km') && minutes > limit('min-minutes');
  look(
    'without-application',
    moved && covered < limit('covered-share'),
    covered,
    limit('covered-share'),
    'share',
    km,
    agree ? 'D' : 'S',
  );
  if (approval && approved) {
    const still = km < limit('ghost-km') && (trackedKm ?? 0) < limit('ghost-km');
    look('approved-not-driven', still, km, limit('ghost-km'), 'km', 0, trackedKm === null ? 'S' : 'D');
    const over = span.toMinute - approved.toMinute;
    look(
      'overrun',
      moved && over > limit('overrun-minutes'),
      over,
      limit('overrun-minutes'),
      'minutes',
      (km * Math.max(0, over)) / Math.max(1, minutes),
      'D',
    );
    const places = trip.placesVisited.filter((place) => !approval.places.includes(place));
    if (approval.places.length > 0)
      look('place-outside', moved && places.length > 0, places.length, 0, 'places', 0, 'S');
    const { distanceKm } = approval;
    if (distanceKm !== null && distanceKm > 0) {
      const most = Math.max(
        distanceKm * (settings['distance-ratio'] ?? 1),
        distanceKm + (settings['distance-km'] ?? 0),
      );
      look('distance-over', km > most, km, most, 'km', km - distanceKm, 'S');
    }
  }

  const signals = looked.map(({ signal }) => signal);
  const found = looked.filter(({ signal }) => signal.found);
  const [first] = found;
  const data = {
    km,
    minutes: Math.round(minutes),
    left: spoken(leftAt),
    returned: spoken(returnedAt),
    approval: approval?.id ?? '-',
    approvedTo: approval ? spoken(approval.to) : '-',
    approvedKm: approval?.distanceKm ?? '-',
    covered: (100 * covered).toFixed(0),
    over: approved ? Math.round(span.toMinute - approved.toMinute) : '-',
    places: approval ? trip.placesVisited.filter((place) => !approval.places.includes(place)).join('、') || '-' : '-',
  };
  if (!first)
    return {
      status: 'clear',
      value: covered,
      threshold: limit('covered-share'),
      unit: 'share',
      said: { template: 'clear', data },
      signals,
      evidence,
    };
  const perKm = costFenPerKm ?? 1;
  const outside = Math.max(...found.map(({ outsideKm }) => outsideKm));
  return {
    status: 'flag',
    value: first.signal.value,
    threshold: first.signal.threshold,
    unit: first.signal.unit,
    evidenceClass: first.signal.evidenceClass,
    llr: settings['llr'] ?? 0,
    period: [leftAt.slice(0, 10), dayAfter(returnedAt)],
    loss: {
      low: 0,
      mid: Math.round(outside * perKm),
      high: Math.round(km * perKm),
      unit: costFenPerKm === null ? 'km' : 'fen',
    },
    said: { template: first.signal.rule, data },
    signals,
    evidence,
    excluded: agree ? ['clock-or-odometer'] : [],
  };
}

const spoken = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
const dayAfter = (instant: string): string =>
  new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
