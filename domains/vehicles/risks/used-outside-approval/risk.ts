import { addDays, dayOf } from '@opengoa/kernel/calendar';
import {
  silentIn,
  type Evidence,
  type Judgement,
  type RiskSubject,
  type Settings,
  type Signal,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { coverOf, minuteOf } from '../../methods/trip-cover.ts';
import { chinaClock } from '../china-clock.ts';

const silent = silentIn('km');

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

type Limit = (name: (typeof asked)[number]) => number;

export function judge(
  subject: RiskSubject,
  inputs: UsedOutsideApprovalInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit: Limit = (name) => standards[name]!.value as number;
  const { trip, approval, costFenPerKm } = inputs;
  const move = movementOf(inputs, limit);
  if (move === null) return silent('facts-missing', {});
  const { km } = move;
  if (km < 0) return silent('odometer-falls', { out: trip.odometerOutKm!, back: trip.odometerInKm! });
  const evidence = evidenceOf(subject, inputs);
  if (trip.onDuty) {
    const said = { template: 'on-duty', data: { km } };
    return { status: 'not_applicable', value: km, threshold: null, unit: 'km', said, evidence };
  }

  const looked = lookAt(inputs, move, settings, limit);
  const found = looked.filter((rule) => rule.found);
  const signals: readonly Signal[] = looked;
  const data = {
    km,
    minutes: Math.round(move.minutes),
    left: chinaClock(move.leftAt),
    returned: chinaClock(move.returnedAt),
    approval: approval?.id ?? '-',
    approvedTo: approval ? chinaClock(approval.to) : '-',
    approvedKm: approval?.distanceKm ?? '-',
    covered: (100 * move.covered).toFixed(0),
    over: Math.round(move.minutesOver),
    places: move.placesOutside.join('、') || '-',
  };
  const [first] = found;
  if (!first) {
    const { value, threshold, unit } = signals[0]!;
    return { status: 'clear', value, threshold, unit, said: { template: 'clear', data }, signals, evidence };
  }
  const fen = (distanceKm: number): number => Math.round(distanceKm * (costFenPerKm ?? 1));
  const outsideKm = Math.max(...found.map((rule) => rule.outsideKm));
  return {
    status: 'flag',
    value: first.value,
    threshold: first.threshold,
    unit: first.unit,
    evidenceClass: first.evidenceClass,
    llr: settings['llr'] ?? 0,
    period: [dayOf(new Date(move.leftAt)), addDays(dayOf(new Date(move.returnedAt)), 1)],
    loss: { low: 0, mid: fen(outsideKm), high: fen(km), unit: costFenPerKm === null ? 'km' : 'fen' },
    said: { template: first.rule, data },
    signals,
    evidence,
    excluded: move.odometerAgrees ? ['clock-or-odometer'] : [],
  };
}

/** What moved, for how long, and how much of it the approval covers; null where a time or an odometer is missing. */
function movementOf({ trip, approval }: UsedOutsideApprovalInputs, limit: Limit) {
  const { leftAt, returnedAt, odometerOutKm, odometerInKm, trackedKm } = trip;
  if (leftAt === null || returnedAt === null || odometerOutKm === null || odometerInKm === null) return null;
  const km = odometerInKm - odometerOutKm;
  const span = { fromMinute: minuteOf(leftAt), toMinute: minuteOf(returnedAt) };
  const approved = approval && { fromMinute: minuteOf(approval.from), toMinute: minuteOf(approval.to) };
  const minutes = span.toMinute - span.fromMinute;
  const ratio = trackedKm ? km / trackedKm : null;
  return {
    leftAt,
    returnedAt,
    km,
    minutes,
    moved: km > limit('min-km') && minutes > limit('min-minutes'),
    covered: approved ? coverOf(span, approved).coveredShare : 0,
    minutesOver: approved ? Math.max(0, span.toMinute - approved.toMinute) : 0,
    placesOutside: approval?.places.length
      ? trip.placesVisited.filter((place) => !approval.places.includes(place))
      : [],
    odometerAgrees: ratio !== null && ratio >= limit('odometer-track-low') && ratio <= limit('odometer-track-high'),
  };
}

/** A rule looked at, with the kilometres that the approval would not cover if it is right. */
type Looked = Signal & { readonly outsideKm: number };

function lookAt(
  { trip, approval }: UsedOutsideApprovalInputs,
  move: NonNullable<ReturnType<typeof movementOf>>,
  settings: Settings,
  limit: Limit,
): Looked[] {
  const { km, moved, covered, minutesOver, placesOutside } = move;
  const withoutApplication: Looked = {
    rule: 'without-application',
    found: moved && covered < limit('covered-share'),
    value: covered,
    threshold: limit('covered-share'),
    unit: 'share',
    evidenceClass: move.odometerAgrees ? 'D' : 'S',
    outsideKm: km,
  };
  if (!approval) return [withoutApplication];
  const { distanceKm } = approval;
  const farthest =
    distanceKm && Math.max(distanceKm * (settings['distance-ratio'] ?? 1), distanceKm + (settings['distance-km'] ?? 0));
  return [
    withoutApplication,
    {
      rule: 'approved-not-driven',
      found: km < limit('ghost-km') && (trip.trackedKm ?? 0) < limit('ghost-km'),
      value: km,
      threshold: limit('ghost-km'),
      unit: 'km',
      evidenceClass: trip.trackedKm === null ? 'S' : 'D',
      outsideKm: 0,
    },
    {
      rule: 'overrun',
      found: moved && minutesOver > limit('overrun-minutes'),
      value: minutesOver,
      threshold: limit('overrun-minutes'),
      unit: 'minutes',
      evidenceClass: 'D',
      outsideKm: km * Math.min(1, minutesOver / Math.max(1, move.minutes)),
    },
    {
      rule: 'place-outside',
      found: moved && placesOutside.length > 0,
      value: placesOutside.length,
      threshold: 0,
      unit: 'places',
      evidenceClass: 'S',
      outsideKm: 0,
    },
    ...(distanceKm && farthest
      ? [
          {
            rule: 'distance-over',
            found: km > farthest,
            value: km,
            threshold: farthest,
            unit: 'km',
            evidenceClass: 'S' as const,
            outsideKm: Math.max(0, km - distanceKm),
          },
        ]
      : []),
  ];
}

function evidenceOf({ id }: RiskSubject, { trip, approval }: UsedOutsideApprovalInputs): Evidence[] {
  const key = approval?.id ?? 'none';
  return [
    { table: 'vehicles.trip', key: id, field: 'leftAt', value: trip.leftAt },
    { table: 'vehicles.trip', key: id, field: 'returnedAt', value: trip.returnedAt },
    { table: 'vehicles.trip', key: id, field: 'odometerKm', value: [trip.odometerOutKm, trip.odometerInKm] },
    { table: 'vehicles.trip', key: id, field: 'trackedKm', value: trip.trackedKm },
    { table: 'vehicles.approval', key, field: 'window', value: approval && [approval.from, approval.to] },
    { table: 'vehicles.approval', key, field: 'distanceKm', value: approval?.distanceKm ?? null },
  ];
}
