import { addDays } from '@opengoa/kernel/calendar';
import type { Evidence, Judgement, RiskSubject, Settings, Signal } from '@opengoa/kernel/risk-kit';

/** One vehicle's fills of one day, in the order of time. Litres. */
export interface RefuelDaysInputs {
  readonly day: string;
  readonly kind: 'workday' | 'weekend' | 'holiday';
  readonly tankLitres: number | null;
  readonly fills: readonly {
    readonly id: string;
    readonly at: string;
    readonly litres: number;
    readonly costFen: number;
    readonly full: boolean;
    readonly odometerKm: number;
    readonly station: string;
    /** Out on a trip then, or back from one not long before; or the driver on duty, or an emergency. */
    readonly excused: boolean;
  }[];
}

type Fill = RefuelDaysInputs['fills'][number];

const minutesBetween = (a: Fill, b: Fill): number => (Date.parse(b.at) - Date.parse(a.at)) / 60_000;

/** Entries that are one visit to the pump: one station, minutes apart, together no more than the tank holds. */
function visitsOf({ fills, tankLitres }: RefuelDaysInputs, withinMinutes: number): Fill[] {
  return fills.reduce<Fill[]>((visits, fill) => {
    const last = visits.at(-1);
    const together = (last?.litres ?? 0) + fill.litres;
    const one =
      last !== undefined &&
      last.station === fill.station &&
      minutesBetween(last, fill) <= withinMinutes &&
      tankLitres !== null &&
      together <= tankLitres;
    if (!one) return [...visits, fill];
    const merged = { ...last, litres: together, costFen: last.costFen + fill.costFen, full: fill.full };
    return [...visits.slice(0, -1), merged];
  }, []);
}

export function judge(subject: RiskSubject, inputs: RefuelDaysInputs, settings: Settings): Judgement {
  const { day, kind, fills } = inputs;
  const at = (name: string): number => settings[name] ?? 0;
  const visits = visitsOf(inputs, at('one-visit-minutes'));
  // What was filled after a full tank, and what the way since can have burnt at the very most.
  const again = visits.flatMap((fill, n) => {
    const before = visits[n - 1];
    if (!before?.full) return [];
    const km = Math.max(0, fill.odometerKm - before.odometerKm);
    const unexplained = fill.litres - (km * at('most-per-100-km')) / 100;
    return unexplained > at('least-litres') ? [{ fill, km, unexplained }] : [];
  });
  const onDayOff = kind === 'workday' ? [] : visits.filter(({ excused }) => !excused);
  const evidence: Evidence[] = fills.map(({ id, litres }) => ({
    table: 'vehicles.fuel',
    key: id,
    field: 'litres',
    value: litres,
  }));
  const signals: Signal[] = [
    {
      rule: 'twice-a-day',
      found: again.length > 0,
      value: visits.length,
      threshold: 1,
      unit: 'times',
      evidenceClass: 'D',
    },
    {
      rule: 'on-a-day-off',
      found: onDayOff.length > 0,
      value: onDayOff.length,
      threshold: 0,
      unit: 'times',
      evidenceClass: 'S',
    },
  ];
  const [worst] = again.toSorted((a, b) => b.unexplained - a.unexplained);
  const data = {
    day,
    visits: visits.length,
    litres: visits.reduce((sum, { litres }) => sum + litres, 0).toFixed(1),
    km: worst?.km ?? 0,
    unexplained: (worst?.unexplained ?? 0).toFixed(1),
    off: onDayOff.reduce((sum, { litres }) => sum + litres, 0).toFixed(1),
  };
  const found = signals.find((each) => each.found);
  const { value, threshold, unit } = found ?? signals[0]!;
  if (!found) return { status: 'clear', value, threshold, unit, said: { template: 'clear', data }, signals, evidence };
  const doubted = worst
    ? Math.round((worst.fill.costFen * worst.unexplained) / worst.fill.litres)
    : onDayOff.reduce((sum, { costFen }) => sum + costFen, 0);
  const most = visits.reduce((sum, { costFen }) => sum + costFen, 0);
  return {
    status: 'flag',
    value,
    threshold,
    unit,
    evidenceClass: found.evidenceClass,
    llr: at(found.rule === 'twice-a-day' ? 'llr' : 'llr-day-off'),
    period: [day, addDays(day, 1)],
    loss: { low: 0, mid: doubted, high: Math.max(doubted, most), unit: 'fen' },
    said: { template: found.rule, data },
    signals,
    evidence,
  };
}
