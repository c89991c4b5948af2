import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('');

interface ShownOn {
  readonly day: string;
  /** What the register showed, in its own unit, without the multiplier. */
  readonly register: number;
}

/** A register that fell and that no exchange explains: what was read before it, then, and since. */
export interface ReadingResetInputs {
  readonly measure: string;
  /** Digits before the point, where they are on record. */
  readonly digits: number | null;
  readonly before: ShownOn;
  readonly fallen: ShownOn;
  readonly after: readonly ShownOn[];
  /** Days from the fall to the day that is judged. */
  readonly daysSince: number;
  /** Use a day before the fall, multiplier applied; null where too little is known. */
  readonly usualPerDay: number | null;
}

const asked = ['grace-days', 'least-fall'] as const;

export function judge(
  subject: RiskSubject,
  { measure, digits, before, fallen, after, daysSince, usualPerDay }: ReadingResetInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const grace = limit('grace-days');
  const fall = before.register - fallen.register;
  const end = digits === null ? endLikely(before.register, fallen.register) : null;
  const below = after.filter(({ register }) => register < before.register).length;
  const data = {
    beforeDay: before.day,
    before: before.register,
    day: fallen.day,
    now: fallen.register,
    after: after.length,
    days: daysSince,
    grace,
    end: end ?? 0,
    leastFall: (100 * limit('least-fall')).toFixed(1),
  };
  const evidence = [before, fallen, ...after.slice(0, 5)].map(({ day, register }) => ({
    table: 'energy.register',
    key: `${subject.id}/${day}`,
    field: 'value',
    value: register,
  }));
  const decided = { value: fall, threshold: limit('least-fall') * before.register, unit: measure, evidence } as const;
  if (fall <= decided.threshold) return { ...decided, status: 'clear', said: { template: 'clear', data } };
  if (end !== null) return { ...decided, status: 'insufficient_data', said: { template: 'round-likely', data } };
  if (below < after.length) return { ...decided, status: 'clear', said: { template: 'slip', data } };
  if (daysSince <= grace) return { ...decided, status: 'insufficient_data', said: { template: 'too-early', data } };
  if (after.length < (settings['least-after'] ?? 1))
    return { ...decided, status: 'insufficient_data', said: { template: 'nothing-after', data } };
  const lost =
    usualPerDay === null || measure !== 'kWh'
      ? null
      : Math.round(usualPerDay * (daysSince + daysBetween(before.day, fallen.day)));
  return {
    ...decided,
    status: 'flag',
    llr: settings['llr'] ?? 0,
    period: [fallen.day, dayAfter(fallen.day)],
    // What was used since the last good reading is in no total; some of it may be counted once the exchange is on record.
    ...(lost === null ? {} : { loss: { low: 0, mid: lost, high: lost, unit: 'kWh' as const } }),
    said: { template: 'reset', data },
    // Several readings in a row are nobody's slip.
    excluded: below > 1 ? ['misread'] : [],
  };
}

/** The end that a register whose digits are not on record seems to have gone round: from its last tenth to its first. */
function endLikely(before: number, now: number): number | null {
  const end = 10 ** Math.ceil(Math.log10(Math.max(1, before + 1)));
  return end >= 1_000 && before >= 0.9 * end && now <= 0.1 * end ? end : null;
}

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
const dayAfter = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
