import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { reconciled } from '@opengoa/kernel/exact-identities';

/** A unit's line of the form beside its own main meters, the newest month last. */
export interface OutsideItsMetersInputs {
  readonly line: string;
  readonly measure: string;
  /** How the unit says the number is known: `metered`, `bill`, `allocated` … */
  readonly basis: string;
  readonly months: readonly {
    readonly month: string;
    readonly reported: number;
    readonly metered: number;
    /** Share of the month that every meter really read; null where a meter has no rhythm. */
    readonly share: number | null;
    /** Nobody wrote it: it stands as the meters gave it. */
    readonly asTaken: boolean;
  }[];
}

export function judge(
  subject: RiskSubject,
  { line, measure, basis, months }: OutsideItsMetersInputs,
  settings: Settings,
): Judgement {
  const at = (name: string) => settings[name] ?? 0;
  const read = months.filter(({ metered, share }) => metered > 0 && (share === null || share >= at('least-share')));
  const written = read.filter(({ asTaken }) => !asTaken);
  // A figure beside itself agrees and says nothing of the others.
  const usable = written.length >= at('least-months') ? written : read;
  const evidence = usable.map((each) => ({
    table: 'energy.statement_cell',
    key: `${subject.id}/${each.month}/${line}`,
    field: 'value',
    value: { reported: each.reported, metered: each.metered },
  }));
  const silent = (status: 'insufficient_data' | 'not_applicable', template: string, data: object): Judgement => ({
    status,
    value: null,
    threshold: null,
    unit: measure,
    said: { template, data: data as Judgement['said']['data'] },
    evidence,
  });
  if (basis === 'allocated' || basis === 'estimated')
    return silent('not_applicable', 'declared', { basis: basis === 'allocated' ? '分摊' : '估算' });
  if (usable.length < at('least-months'))
    return silent('insufficient_data', 'too-few', {
      months: usable.length,
      least: at('least-months'),
      share: Math.round(100 * at('least-share')),
    });
  const { mean, z } = reconciled(
    usable.map(({ reported }) => reported),
    usable.map(({ metered }) => metered),
    at('relative-sd'),
  );
  const reported = usable.reduce((sum, each) => sum + each.reported, 0);
  const metered = usable.reduce((sum, each) => sum + each.metered, 0);
  const data = {
    from: usable[0]!.month,
    to: usable.at(-1)!.month,
    months: usable.length,
    reported: Math.round(reported),
    metered: Math.round(metered),
    measure,
    mean: (100 * mean).toFixed(1),
    sd: (100 * at('relative-sd')).toFixed(1),
    z: z.toFixed(1),
  };
  const decided = { value: Math.abs(mean), threshold: at('least-gap'), unit: 'share', evidence } as const;
  if (Math.abs(mean) < at('least-gap') || Math.abs(z) < at('z-limit'))
    return { ...decided, status: 'clear', said: { template: 'clear', data } };
  const gap = Math.round(Math.abs(reported - metered));
  return {
    ...decided,
    status: 'flag',
    llr: at('llr'),
    period: [`${usable[0]!.month}-01`, dayAfter(usable.at(-1)!.month)],
    // Some or all of the gap may be counted rightly; nothing need be lost.
    ...(line === 'electricity' ? { loss: { low: 0, mid: Math.round(gap / 2), high: gap, unit: 'kWh' as const } } : {}),
    said: { template: 'outside', data },
  };
}

const dayAfter = (month: string): string => {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, '0')}-01`;
};
