import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { atLeast, chanceOfAgreement, largestSharingRounded, roundingOf } from '@opengoa/kernel/exact-identities';

/** A unit's line over a year beside the same months of the year before, the newest last. */
export interface ScaledInputs {
  readonly line: string;
  readonly measure: string;
  readonly basis: string;
  readonly months: readonly {
    readonly month: string;
    readonly value: number;
    /** What was reported of the same month a year before; null where nothing was. */
    readonly lastYear: number | null;
  }[];
}

export function judge(
  subject: RiskSubject,
  { line, measure, basis, months }: ScaledInputs,
  settings: Settings,
): Judgement {
  const at = (name: string) => settings[name] ?? 0;
  const pairs = months.flatMap(({ month, value, lastYear }) =>
    lastYear !== null && lastYear > 0 && value > 0 ? [{ month, value, lastYear }] : [],
  );
  const values = months.filter(({ value }) => value > 0);
  const evidence = months.map((each) => ({
    table: 'energy.statement_cell',
    key: `${subject.id}/${each.month}/${line}`,
    field: 'value',
    value: { value: each.value, lastYear: each.lastYear },
  }));
  const base = { value: null, threshold: null, unit: 'months', evidence } as const;
  if (basis === 'allocated' || basis === 'estimated') {
    const word = basis === 'allocated' ? '分摊' : '估算';
    return { ...base, status: 'not_applicable', said: { template: 'declared', data: { basis: word } } };
  }
  if (pairs.length < at('least-months') && values.length < at('least-months'))
    return {
      ...base,
      status: 'insufficient_data',
      said: { template: 'too-few', data: { months: pairs.length, least: at('least-months') } },
    };
  const { unit, members, lo, hi } = largestSharingRounded(
    pairs.map(({ value }) => value),
    pairs.map(({ lastYear }) => lastYear),
  );
  const repeated = repeatsOf(
    values.map(({ value }) => value),
    at('relative-spread'),
  );
  const period = [`${months[0]!.month}-01`, nextMonth(months.at(-1)!.month)] as const;
  const data = { from: months[0]!.month, to: months.at(-1)!.month, months: pairs.length, count: members.length, unit };
  const needed = members.length === pairs.length ? at('least-months') : Math.max(at('least-months'), at('least-part'));
  const whole = Math.round(values.reduce((sum, { value }) => sum + value, 0));
  const found = {
    status: 'flag' as const,
    unit: 'months',
    evidence,
    llr: at('llr'),
    period,
    // What was really used is not known; it may be what is reported.
    ...(measure === 'kWh' ? { loss: { low: 0, mid: 0, high: whole, unit: 'kWh' as const } } : {}),
  };
  if (members.length >= needed) {
    const ratio = (lo + hi) / 2;
    return {
      ...found,
      value: members.length,
      threshold: needed,
      said: {
        template: 'scaled',
        data: { ...data, ratio: ratio.toFixed(5), change: (100 * (ratio - 1)).toFixed(2) },
      },
    };
  }
  if (repeated.count > 0 && repeated.p <= at('p-limit'))
    return {
      ...found,
      value: repeated.count,
      threshold: at('p-limit'),
      p: repeated.p,
      said: {
        template: 'repeated',
        data: { ...data, months: values.length, count: repeated.count, p: repeated.p.toExponential(1) },
      },
    };
  return { ...base, status: 'clear', value: members.length, threshold: needed, said: { template: 'clear', data } };
}

/** How many months repeat another one's value, leaving out round numbers, and how likely so many do by chance. */
function repeatsOf(values: readonly number[], relativeSpread: number): { readonly count: number; readonly p: number } {
  if (values.length < 3) return { count: 0, p: 1 };
  const unit = roundingOf(values);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const seen = new Map<number, number>();
  for (const value of values) if (value % (100 * unit) !== 0) seen.set(value, (seen.get(value) ?? 0) + 1);
  const count = [...seen.values()].reduce((sum, times) => sum + times - 1, 0);
  const pairs = (values.length * (values.length - 1)) / 2;
  const chance = Math.min(0.5, chanceOfAgreement(unit, relativeSpread * mean));
  return { count, p: count === 0 ? 1 : atLeast(count, pairs, chance) };
}

const nextMonth = (month: string): string => {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, '0')}-01`;
};
