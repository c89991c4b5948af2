import { inScope, list, read, sql, type Context, type Id, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { ofTrial } from '../chain/of-trial.ts';
import { kitStates } from '../register/kit-store.ts';
import { checksOfKit, checkWords, kitChecks, rowChecks, type KitWork, type RowCheck } from './checks.ts';

/** Who verifies and who supervises; a head reads what concerns the own unit. */
export const qualityReaders = ['risk-officer', 'superior', 'head', 'leader'] as const;
/** Who watches over kits: runs are not told by the unit alone. */
const kitWatchers = ['risk-officer', 'superior', 'leader'] as const;

/** 工作质量明细: each count of the scan opens its rows here. */
export const qualityRows = list('risk-centre.quality-rows', {
  title: { zh: '工作质量明细', en: 'Rows of the quality scan' },
  view: 'risk_centre_read.quality_v1',
  who: qualityReaders,
  order: '-since',
  only: ofTrial,
  columns: {
    check: {
      title: { zh: '核查项', en: 'Check' },
      kind: 'choice',
      filter: true,
      choices: Object.fromEntries(rowChecks.map((each) => [each, checkWords[each]])),
    },
    about: { title: { zh: '事项', en: 'About' }, kind: 'text' },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    office: { title: { zh: '业务', en: 'Office' }, kind: 'text', filter: true },
    kit: { title: { zh: '规则编号', en: 'Kit' }, kind: 'text', filter: true, hidden: true },
    since: { title: { zh: '自', en: 'Since' }, kind: 'instant', sort: 'nullable', filter: true },
    finding_id: { title: { zh: '异常', en: 'Finding' }, kind: 'id', hidden: true },
    risk_id: { title: { zh: '风险', en: 'Risk' }, kind: 'id', hidden: true },
  },
});

const words = z.strictObject({ zh: z.string(), en: z.string() });
const counted = z.strictObject({ check: z.enum(rowChecks), n: z.number() });

/** 工作质量: of offices, units and kits, never of persons. */
export const quality = read('risk-centre.quality', {
  title: { zh: '工作质量', en: 'Quality of the risk work' },
  query: z.strictObject({}),
  answer: z.strictObject({
    days: z.strictObject({ silent: z.number(), verdicts: z.number() }),
    checks: z.array(counted),
    offices: z.array(counted.extend({ office: z.string() })),
    units: z.array(counted.extend({ unit: z.uuid(), name: z.string() })),
    looked: z.number(),
    /** Null for whoever does not watch over kits. */
    kits: z.array(z.strictObject({ id: z.string(), title: words, check: z.enum(kitChecks), n: z.number() })).nullable(),
  }),
  who: qualityReaders,
  async fetch(tx, _query, context) {
    const rows = await tx.rows<{ check: RowCheck; office: string; unit: Id; name: string; n: number }>(sql`
      select "check", office, unit_id as unit, unit_name as name, count(*)::int as n from risk_centre_read.quality_v1
       where ${inScope(context, qualityReaders)} and ${ofTrial(context)} group by 1, 2, 3, 4`);
    const days = daysOf(context);
    const worked = await workOfKits(tx, context, days);
    const verdictsSince = before(context, days.verdicts);
    return {
      days,
      checks: rowChecks.map((check) => ({ check, n: sum(rows.filter((row) => row.check === check)) })),
      offices: summed(rows, (row) => row.office).map(([office, check, n]) => ({ office, check, n })),
      units: summed(rows, (row) => row.unit).map(([unit, check, n]) => ({
        unit,
        name: fullName(unit, context) ?? rows.find((row) => row.unit === unit)!.name,
        check,
        n,
      })),
      looked: context.kits.size,
      kits: context.actor.grants.some(({ role }) => (kitWatchers as readonly string[]).includes(role))
        ? [...context.kits.values()].flatMap(({ kit }) =>
            checksOfKit(worked.get(kit.id) ?? nothing(kit.state), verdictsSince).map((each) => ({
              id: kit.id,
              title: kit.title,
              ...each,
            })),
          )
        : null,
    };
  },
});

/** A division by its institution as well: there are many 办公室. */
function fullName(unit: Id, { organisation }: Context): string | undefined {
  const [own, institution] = [organisation.unit(unit)?.name, organisation.institutionOf(unit)];
  return institution && institution.id !== unit ? `${institution.name} ${own ?? ''}`.trim() : own;
}

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);

function summed<Row extends { readonly check: RowCheck; readonly n: number }>(
  rows: readonly Row[],
  by: (row: Row) => string,
): [key: string, check: RowCheck, n: number][] {
  return [...Map.groupBy(rows, by)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) =>
      [...Map.groupBy(own, ({ check }) => check)].map(([check, each]): [string, RowCheck, number] => [
        key,
        check,
        sum(each),
      ]),
    );
}

interface Days {
  readonly silent: number;
  readonly verdicts: number;
}

function daysOf({ standards, today }: Context): Days {
  const days = (item: string) => standards.numberOn('risk-centre.quality-scan', today, [], { item });
  return { silent: days('silent-days'), verdicts: days('verdict-days') };
}

const before = ({ now }: Context, days: number): Date => new Date(now.getTime() - days * 86_400_000);

const nothing = (state: string): KitWork => ({
  state,
  runs: 0,
  judged: 0,
  insufficient: 0,
  waiting: 0,
  lastVerdict: null,
  bareMoves: 0,
});

async function workOfKits(tx: Tx, context: Context, days: Days): Promise<ReadonlyMap<string, KitWork>> {
  const mine = inScope(context, kitWatchers);
  const states = await kitStates(tx);
  const runs = await tx.rows<{ kit: string; runs: number; judged: number; insufficient: number }>(sql`
    select kit, count(*)::int as runs, coalesce(sum(flagged + clear) filter (where at > ${before(context, days.silent)}), 0)::int as judged,
           coalesce(sum(insufficient) filter (where at > ${before(context, days.silent)}), 0)::int as insufficient
      from risk_centre.run where ${mine} group by kit`);
  const findings = await tx.rows<{ kit: string; waiting: number; last: Date | null }>(sql`
    select kit, count(*) filter (where decided_at is null and raised_at < ${before(context, days.verdicts)})::int as waiting, max(decided_at) as last
      from risk_centre.finding where ${mine} and ${ofTrial(context)} group by kit`);
  const moves = await tx.rows<{ kit: string; n: number }>(sql`
    select kit, count(*)::int as n from risk_centre.kit_move m
     where evidence is null and undoes is null and not exists (select 1 from risk_centre.kit_move u where u.undoes = m.id) group by kit`);
  return new Map(
    [...context.kits.values()].map(({ kit }) => {
      const run = runs.find((each) => each.kit === kit.id);
      const found = findings.find((each) => each.kit === kit.id);
      return [
        kit.id,
        {
          ...nothing(states.get(kit.id) ?? kit.state),
          ...(run && { runs: run.runs, judged: run.judged, insufficient: run.insufficient }),
          ...(found && { waiting: found.waiting, lastVerdict: found.last }),
          bareMoves: moves.find((each) => each.kit === kit.id)?.n ?? 0,
        },
      ];
    }),
  );
}
