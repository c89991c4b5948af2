import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { median } from '@opengoa/kernel/robust-statistics';
import { slipOf } from '@opengoa/kernel/exact-identities';

/** One value of the form beside what the unit reported, or its meters read, in other months. */
export interface UnitSlipInputs {
  readonly line: string;
  readonly measure: string;
  readonly month: string;
  readonly value: number;
  /** Other months of the last two years, and the same month's meters where there are any. */
  readonly others: readonly number[];
}

export function judge(
  subject: RiskSubject,
  { line, measure, month, value, others }: UnitSlipInputs,
  settings: Settings,
): Judgement {
  const at = (name: string) => settings[name] ?? 0;
  const known = others.filter((other) => other > 0);
  const evidence = [
    { table: 'energy.statement_cell', key: `${subject.id}/${month}/${line}`, field: 'value', value: { value, others } },
  ];
  const base = { value: null, threshold: null, unit: 'times', evidence } as const;
  const usual = known.length === 0 ? 0 : median(known);
  const spread = known.length === 0 ? 0 : median(known.map((other) => Math.abs(Math.log10(other / usual))));
  if (known.length < at('least-others') || spread > at('spread-limit') || value <= 0)
    return {
      ...base,
      status: 'insufficient_data',
      said: { template: 'too-few', data: { month, others: known.length, least: at('least-others') } },
    };
  const times = value / usual;
  const power = slipOf(times, at('tolerance'));
  const data = {
    month,
    measure,
    value,
    usual: Number(usual.toPrecision(6)),
    times: Number(times.toPrecision(3)),
    power: 10 ** (power ?? 0),
  };
  const decided = { ...base, value: times, threshold: 10 } as const;
  if (power === null) return { ...decided, status: 'clear', said: { template: 'clear', data } };
  const off = Math.round(Math.abs(value - usual));
  return {
    ...decided,
    status: 'flag',
    llr: at('llr'),
    // A slip loses nothing but the truth of a total.
    ...(measure === 'kWh' ? { loss: { low: 0, mid: 0, high: off, unit: 'kWh' as const } } : {}),
    said: { template: 'slip', data },
  };
}
