import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { largestSharingRounded } from '@opengoa/kernel/exact-identities';

/** The same line of several units below one, in one month; those declared as allocated, and those taken from meters, are left out before. */
export interface HeadShareInputs {
  /** Whose statement is judged: one of `units`. */
  readonly own: string;
  readonly month: string;
  readonly line: string;
  readonly measure: string;
  readonly units: readonly {
    readonly id: string;
    readonly value: number;
    readonly heads: number | null;
    readonly areaM2: number | null;
  }[];
}

const bases = { heads: '用能人数', areaM2: '建筑面积' } as const;

export function judge(
  subject: RiskSubject,
  { own, month, line, measure, units }: HeadShareInputs,
  settings: Settings,
): Judgement {
  const at = (name: string) => settings[name] ?? 0;
  const tried = (['heads', 'areaM2'] as const).map((base) => {
    const with_ = units.filter((unit) => unit.value > 0 && (unit[base] ?? 0) > 0);
    const { unit, ...shared } = largestSharingRounded(
      with_.map(({ value }) => value),
      with_.map((each) => each[base]!),
      at('coarsest'),
    );
    const members = shared.members.map((i) => with_[i]!);
    // Units of one size agree with each other without anything being shared out.
    const sizes = new Set(members.map((each) => each[base]));
    const needed = members.length === with_.length ? at('least-units') : Math.max(at('least-units'), at('least-part'));
    return {
      base,
      of: with_.length,
      unit,
      members,
      per: (shared.lo + shared.hi) / 2,
      found: members.length >= needed && sizes.size >= at('least-units') && unit <= at('coarsest'),
    };
  });
  const most = Math.max(...tried.map(({ of }) => of));
  const best = tried.find(({ found }) => found) ?? tried.toSorted((a, b) => b.members.length - a.members.length)[0]!;
  // A unit is told of its own figures and of how many others agree, not of what theirs are.
  const evidence = units
    .filter(({ id }) => id === own)
    .map((each) => ({
      table: 'energy.statement_cell',
      key: `${each.id}/${month}/${line}`,
      field: 'value',
      value: { value: each.value, heads: each.heads, areaM2: each.areaM2 },
    }));
  const data = {
    month,
    measure,
    base: bases[best.base],
    count: best.members.length,
    per: Number(best.per.toPrecision(8)),
    unit: best.unit,
    least: at('least-units'),
  };
  const decided = { value: best.members.length, threshold: at('least-units'), unit: 'units', evidence } as const;
  if (most < at('least-units'))
    return {
      ...decided,
      status: 'insufficient_data',
      said: { template: 'too-few', data: { ...data, count: most } },
    };
  if (!best.found) return { ...decided, status: 'clear', said: { template: 'clear', data } };
  const mine = best.members.find(({ id }) => id === own);
  if (!mine) return { ...decided, status: 'clear', said: { template: 'not-among-them', data } };
  const reported = Math.round(mine.value);
  return {
    ...decided,
    status: 'flag',
    llr: at('llr'),
    // The total may well be right; how much of it this unit used is not known.
    ...(measure === 'kWh' ? { loss: { low: 0, mid: 0, high: reported, unit: 'kWh' as const } } : {}),
    said: { template: 'shared', data },
  };
}
