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
import { chinaClock } from '../china-clock.ts';

const silent = silentIn('km');

/** A trip by the odometer beside what its terminal said. No place is in it: a rule needs distances alone. */
export interface TripWithoutTrackInputs {
  readonly trip: {
    readonly leftAt: string | null;
    readonly returnedAt: string | null;
    readonly odometerOutKm: number | null;
    readonly odometerInKm: number | null;
  };
  /** Null where the vehicle has no terminal. */
  readonly tracker: {
    /** The last fix before leaving, and the first after coming back. */
    readonly heardBefore: string | null;
    readonly heardAfter: string | null;
    readonly fixes: number;
    readonly trackedKm: number;
    /** Farthest fix of the trip from its first, in metres. */
    readonly spreadM: number;
    /** The stretch without fixes whose ends lie farthest apart, the fixes around the trip counted. */
    readonly gap: { readonly from: string; readonly to: string; readonly apartKm: number } | null;
  } | null;
}

const asked = ['min-km', 'heard-days', 'stood-metres', 'gap-minutes', 'gap-km'] as const;

export function judge(
  subject: RiskSubject,
  { trip, tracker }: TripWithoutTrackInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]) => standards[name]!.value as number;
  const { leftAt, returnedAt, odometerOutKm, odometerInKm } = trip;
  if (leftAt === null || returnedAt === null || odometerOutKm === null || odometerInKm === null)
    return silent('facts-missing', {});
  if (tracker === null) return silent('no-terminal', {});
  const km = odometerInKm - odometerOutKm;
  const { heardBefore, heardAfter, fixes, trackedKm, spreadM, gap } = tracker;
  const evidence = evidenceOf(subject, km, tracker);
  if (km < limit('min-km'))
    return {
      status: 'not_applicable',
      value: km,
      threshold: limit('min-km'),
      unit: 'km',
      said: { template: 'short-trip', data: { km } },
      evidence,
    };
  const days = limit('heard-days');
  const alive = within(heardBefore, leftAt, days) && within(returnedAt, heardAfter, days);
  if (fixes === 0 && !alive) return silent('terminal-silent', { days });

  const gapMinutes = gap ? (Date.parse(gap.to) - Date.parse(gap.from)) / 60_000 : 0;
  const signals: Signal[] = [
    {
      rule: 'stood-still',
      found: fixes >= (settings['least-fixes'] ?? 5) && spreadM <= limit('stood-metres'),
      value: Math.round(spreadM),
      threshold: limit('stood-metres'),
      unit: 'm',
      evidenceClass: 'D',
    },
    { rule: 'no-fix', found: fixes === 0, value: fixes, threshold: 1, unit: 'fixes', evidenceClass: 'S' },
    {
      rule: 'gap',
      found: fixes > 0 && gap !== null && gap.apartKm > limit('gap-km') && gapMinutes >= limit('gap-minutes'),
      value: gap?.apartKm ?? 0,
      threshold: limit('gap-km'),
      unit: 'km',
      evidenceClass: 'S',
    },
  ];
  const data = {
    km,
    left: chinaClock(leftAt),
    returned: chinaClock(returnedAt),
    fixes,
    trackedKm: trackedKm.toFixed(1),
    spread: Math.round(spreadM),
    before: heardBefore ? chinaClock(heardBefore) : '-',
    after: heardAfter ? chinaClock(heardAfter) : '-',
    gapFrom: gap ? chinaClock(gap.from) : '-',
    gapTo: gap ? chinaClock(gap.to) : '-',
    gapMinutes: Math.round(gapMinutes),
    gapKm: (gap?.apartKm ?? 0).toFixed(1),
  };
  const first = signals.find(({ found }) => found);
  if (!first) {
    const { value, threshold, unit } = signals[0]!;
    return { status: 'clear', value, threshold, unit, said: { template: 'clear', data }, signals, evidence };
  }
  return {
    status: 'flag',
    value: first.value,
    threshold: first.threshold,
    unit: first.unit,
    evidenceClass: first.evidenceClass,
    llr: settings['llr'] ?? 0,
    period: [dayOf(new Date(leftAt)), addDays(dayOf(new Date(returnedAt)), 1)],
    loss: { low: 0, mid: Math.max(0, km - trackedKm), high: km, unit: 'km' },
    said: { template: first.rule, data },
    signals,
    evidence,
  };
}

const within = (from: string | null, to: string | null, days: number): boolean =>
  from !== null && to !== null && Date.parse(to) - Date.parse(from) <= days * 86_400_000;

const evidenceOf = (
  subject: RiskSubject,
  km: number,
  tracker: NonNullable<TripWithoutTrackInputs['tracker']>,
): Evidence[] => [
  { table: 'vehicles.trip', key: subject.id, field: 'driven_km', value: km },
  { table: 'vehicles.track_trip', key: subject.id, field: 'points', value: tracker.fixes },
  { table: 'vehicles.track_trip', key: subject.id, field: 'km', value: tracker.trackedKm },
  { table: 'vehicles.track_trip', key: subject.id, field: 'spread', value: Math.round(tracker.spreadM) },
];
