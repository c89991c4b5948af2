/** 逐级汇总: what units submitted, added up along the tree. Pure; a total is made of its rows and of nothing else. */
import type { Context, Id } from '@opengoa/kernel';
import type { CellField, StatementSumsAnswer } from './contract.ts';

/** One institution over the months asked about. */
export interface Reported {
  readonly unit: Id;
  readonly opened: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly late: number;
  readonly sums: readonly { readonly line: string; readonly field: CellField; readonly value: number }[];
}

type Row = StatementSumsAnswer['rows'][number];
type Total = StatementSumsAnswer['total'];

/**
 * @param root the unit whose parts are told
 * @param expecting institutions that ought to report in every one of the months
 * @returns a row for the root's own report and one for each unit right below it that has anything to say
 */
export function sumStatements(
  root: Id,
  expecting: ReadonlySet<Id>,
  months: number,
  reported: readonly Reported[],
  { organisation }: Pick<Context, 'organisation'>,
): Pick<StatementSumsAnswer, 'rows' | 'total'> {
  const below = organisation.units.filter(({ parent }) => parent === root);
  const groups = [
    { unit: root, own: true, members: new Set([root]) },
    ...below.map(({ id }) => ({ unit: id, own: false, members: new Set(organisation.unitsBelow(id)) })),
  ];
  const rows = groups.flatMap(({ unit, own, members }): Row[] => {
    const within = reported.filter((each) => members.has(each.unit));
    const expected = months * [...members].filter((member) => expecting.has(member)).length;
    if (within.length === 0 && expected === 0) return [];
    const found = organisation.unit(unit);
    const { sums, ...standing } = added(within);
    return [{ unit, name: found?.name ?? '', kind: found?.kind ?? '', own, expected, ...standing, sums }];
  });
  const { sums, ...standing } = added(rows);
  return { rows, total: { expected: rows.reduce((sum, { expected }) => sum + expected, 0), ...standing, sums } };
}

function added(parts: readonly Omit<Reported, 'unit'>[]): Omit<Total, 'expected'> {
  const sums = new Map<string, Total['sums'][number]>();
  for (const { line, field, value } of parts.flatMap((part) => part.sums)) {
    const key = `${line} ${field}`;
    // In whole thousandths, so that a sum of sums is the sum.
    const before = sums.get(key)?.value ?? 0;
    sums.set(key, { line, field, value: Math.round((before + value) * 1_000) / 1_000 });
  }
  const count = (of: 'opened' | 'submitted' | 'accepted' | 'late') => parts.reduce((sum, part) => sum + part[of], 0);
  return {
    opened: count('opened'),
    submitted: count('submitted'),
    accepted: count('accepted'),
    late: count('late'),
    sums: [...sums.values()],
  };
}
