import { sql, type Id, type Tx } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/contract';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import type { Outcome } from '../contract.ts';
import type { Features } from '../methods/patterns/condition.ts';
import { levelWords, unitKindWords } from '../words.ts';

/** A finding with what was known of it when it was raised; nothing in it comes from the verdict. */
export interface MinedCase {
  readonly id: Id;
  readonly unit: Id;
  /** Kind and id of its subject. */
  readonly subject: string;
  readonly raisedOn: string;
  /** 1 true, 0 not; null without a verdict, or where nothing could be verified. */
  readonly came: 0 | 1 | null;
  readonly features: Features;
}

interface Row {
  readonly id: Id;
  readonly unit: Id;
  readonly subjectKind: string;
  readonly subject: string;
  readonly raisedOn: string;
  readonly outcome: Outcome | null;
  readonly kit: string;
  readonly unitKind: string;
  readonly level: string;
  readonly month: string;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly lossFen: number | null;
  readonly spoke: readonly string[];
}

/** So many of the newest findings are looked at. */
const most = 5_000;

/** Findings a unit was asked about (none on trial), the newest of the asker's scope, with the kits that have spoken of the same subject. */
export async function minedCases(tx: Tx): Promise<MinedCase[]> {
  const rows = await tx.rows<Row>(sql`
    select f.id, f.unit_id as unit, f.subject_kind as "subjectKind", f.subject_id as subject, (f.raised_at at time zone 'Asia/Shanghai')::date::text as "raisedOn",
           f.outcome, f.kit, u.kind as "unitKind", f.level, to_char(f.period_from, 'MM') as month, (s.verdict->>'value')::float8 as value,
           (s.verdict->>'threshold')::float8 as threshold, case when s.verdict->'loss'->>'unit' = 'fen' then (s.verdict->'loss'->>'mid')::float8 end as "lossFen",
           array(select distinct o.kit from risk_centre.signal o join risk_centre.finding g on (g.node_id, g.id) = (o.node_id, o.finding_id)
                  where (g.node_id, g.subject_kind, g.subject_id) = (f.node_id, f.subject_kind, f.subject_id) and not g.shadow order by 1) as spoke
      from risk_centre.finding f
      join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
      join lateral (select verdict from risk_centre.signal where (node_id, finding_id) = (f.node_id, f.id) order by at, id limit 1) s on true
     where not f.shadow order by f.raised_at desc, f.id desc limit ${most}`);
  return rows.toReversed().map((row) => ({
    id: row.id,
    unit: row.unit,
    subject: `${row.subjectKind} ${row.subject}`,
    raisedOn: row.raisedOn,
    came: cameOf(row.outcome),
    features: featuresOf(row),
  }));
}

/** Partly true is true of something: a pattern asks where to look. */
const cameOf = (outcome: Outcome | null): 0 | 1 | null =>
  outcome === 'confirmed' || outcome === 'partly-confirmed'
    ? 1
    : outcome === 'explained' || outcome === 'data-problem'
      ? 0
      : null;

const featuresOf = (row: Omit<Row, 'id' | 'unit' | 'raisedOn' | 'outcome' | 'subject'>): Features => ({
  kit: row.kit,
  'unit-kind': row.unitKind,
  level: row.level,
  month: row.month,
  // Said of the kit's own measure alone: litres and kilowatt-hours are not held against each other.
  [`value:${row.kit}`]: row.value,
  'over-threshold':
    row.value === null || !row.threshold ? null : Math.round((row.value / row.threshold) * 1_000) / 1_000,
  'loss-yuan': row.lossFen === null ? null : Math.round(row.lossFen / 100),
  ...Object.fromEntries(row.spoke.map((kit) => [`spoke:${kit}`, true])),
});

/** Kits that met are another question, and are not mined among verdicts: a case that was looked into longer has more of them. */
export const withoutKitsThatMet = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => !name.startsWith('spoke:')));
export const kitsThatMet = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => name.startsWith('spoke:')));

const plain: Readonly<Record<string, Words>> = {
  kit: { zh: '规则', en: 'kit' },
  'unit-kind': { zh: '单位类别', en: 'kind of unit' },
  level: { zh: '级别', en: 'level' },
  month: { zh: '月份', en: 'month' },
  'over-threshold': { zh: '测得值与阈值之比', en: 'measured over threshold' },
  'loss-yuan': { zh: '涉及金额（元）', en: 'money at stake (yuan)' },
};

/** How a feature is called. */
export function featureTitle(feature: string, titleOf: (kit: string) => Words): Words {
  const [kind, kit] = [feature.slice(0, feature.indexOf(':')), feature.slice(feature.indexOf(':') + 1)];
  if (kind === 'value') return { zh: `「${titleOf(kit).zh}」测得值`, en: `what “${titleOf(kit).en}” measured` };
  if (kind === 'spoke') return { zh: `「${titleOf(kit).zh}」提示过该对象`, en: `“${titleOf(kit).en}” spoke of it` };
  return plain[feature] ?? { zh: feature, en: feature };
}

/** How a value of a feature is called; a number or a name stands as it is. */
export function valueTitle(feature: string, value: string, titleOf: (kit: string) => Words): Words {
  if (feature === 'kit') return titleOf(value);
  if (feature === 'unit-kind') return unitKindWords[value] ?? { zh: value, en: value };
  if (feature === 'level') return (levelWords as Readonly<Record<string, Words>>)[value] ?? { zh: value, en: value };
  return { zh: value, en: value };
}

/** A kit as people call it; one that is gone by its name. */
export const kitTitles =
  (kits: ReadonlyMap<string, { readonly kit: Pick<RiskKit, 'title'> }>) =>
  (kit: string): Words =>
    kits.get(kit)?.kit.title ?? { zh: kit, en: kit };
