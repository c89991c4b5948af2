import { addDays } from '@opengoa/kernel/calendar';
import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';

const silent = silentIn('minutes');

/** Where a vehicle stood within fences that forbid it, in one period. Of where it was only the fence’s name is here. */
export interface NoParkingInputs {
  readonly from: string;
  /** The day after the last. */
  readonly toExclusive: string;
  /** Fixes of the period that count. */
  readonly fixes: number;
  readonly stands: readonly {
    readonly fence: string;
    readonly name: string;
    /** The day and the time by China’s clock on which it began. */
    readonly day: string;
    readonly time: string;
    /** Minutes while the fence watched. */
    readonly minutes: number;
    /** By a trip that brought it there: to that place, or in an emergency; or by a repair. */
    readonly excused: boolean;
  }[];
}

export function judge(
  subject: RiskSubject,
  { from, toExclusive, fixes, stands }: NoParkingInputs,
  settings: Settings,
): Judgement {
  const allowed = settings['minutes'] ?? 0;
  const span = { from, to: addDays(toExclusive, -1), allowed };
  if (fixes === 0) return silent('no-track', span);
  const parked = stands.filter(({ excused, minutes }) => !excused && minutes > allowed);
  const longest = stands.reduce((most, { excused, minutes }) => (excused ? most : Math.max(most, minutes)), 0);
  const last = parked.at(-1);
  const data = {
    ...span,
    times: parked.length,
    longest,
    fence: last?.name ?? '-',
    day: last?.day ?? '-',
    time: last?.time ?? '-',
    minutes: last?.minutes ?? 0,
  };
  const evidence = parked.map(({ day, time, minutes }) => ({
    table: 'vehicles.position',
    key: `${subject.id}/${day}/${time}`,
    field: 'minutes stood',
    value: minutes,
  }));
  const judged = { value: longest, threshold: allowed, unit: 'minutes', evidence };
  if (!last) return { status: 'clear', ...judged, said: { template: 'clear', data } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'S',
    llr: settings['llr'] ?? 0,
    period: [parked[0]!.day, addDays(last.day, 1)],
    // Standing drives nowhere: what it cost is not known and may be nothing.
    loss: { low: 0, mid: 0, high: 0, unit: 'km' },
    said: { template: 'parked', data },
    signals: [{ rule: 'parked', found: true, value: longest, threshold: allowed, unit: 'minutes', evidenceClass: 'S' }],
  };
}
