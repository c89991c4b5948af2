import { addDays } from '@opengoa/kernel/calendar';
import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('nights');

/** A vehicle's nights of one period. Where it stood is not in it, only how far from where it is kept. */
export interface ParkedAwayOvernightInputs {
  readonly from: string;
  /** The day after the last night. */
  readonly toExclusive: string;
  /** Places of custody drawn for the vehicle's unit or above it. */
  readonly custodyPlaces: number;
  readonly nights: readonly {
    /** The day that begins at this midnight. */
    readonly night: string;
    /** Metres of the mean fix between 00:00 and 05:00 from the nearest place of custody; null without a fix. */
    readonly awayM: number | null;
    /** Booked or out on a trip during these hours, or in repair. */
    readonly excused: boolean;
  }[];
}

const asked = ['night-nights', 'night-metres'] as const;

export function judge(
  subject: RiskSubject,
  { from, toExclusive, custodyPlaces, nights }: ParkedAwayOvernightInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const [allowed, metres] = asked.map((name) => standards[name]!.value as number) as [number, number];
  const span = { from, to: addDays(toExclusive, -1) };
  if (custodyPlaces === 0) return silent('no-place', span);
  const known = nights.filter(({ awayM }) => awayM !== null);
  if (known.length === 0) return silent('no-track', span);
  const away = known.filter(({ awayM, excused }) => !excused && awayM! > metres);
  const last = away.at(-1);
  const data = {
    ...span,
    known: known.length,
    away: away.length,
    night: last?.night ?? '-',
    metres: Math.round(last?.awayM ?? 0),
  };
  const evidence = away.map(({ night, awayM }) => ({
    table: 'vehicles.position',
    key: `${subject.id}/${night}`,
    field: 'metres from custody',
    value: Math.round(awayM!),
  }));
  const judged = { value: away.length, threshold: allowed, unit: 'nights', evidence };
  if (away.length <= allowed) return { status: 'clear', ...judged, said: { template: 'clear', data } };
  // To where it stood and back again, once a night.
  const thereAndBackKm = away.reduce((sum, { awayM }) => sum + (2 * awayM!) / 1000, 0);
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'S',
    llr: settings['llr'] ?? 0,
    period: [away[0]!.night, addDays(last!.night, 1)],
    loss: { low: 0, mid: thereAndBackKm, high: 2 * thereAndBackKm, unit: 'km' },
    said: { template: 'away', data },
    signals: [
      { rule: 'away', found: true, value: away.length, threshold: allowed, unit: 'nights', evidenceClass: 'S' },
    ],
  };
}
