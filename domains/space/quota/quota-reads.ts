import { read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { type Paper, type Reckoning, UnitQuotaAnswer } from './contract.ts';
import { gatherQuota } from './gather-quota.ts';
import { quotaOn, quotasOf } from './quota-store.ts';
import { cents, type QuotaSide, ratioOf } from './reckon-quota.ts';

/** Areas and numbers of rooms that an institution has, by group. */
export async function areasOf(
  tx: Tx,
  institution: string,
): Promise<Readonly<Record<string, { m2: number; rooms: number }>>> {
  const rows = await tx.rows<{ group: string; m2: number; rooms: number }>(sql`
    select use_group as "group", sum(area_m2)::float8 as m2, count(*)::int as rooms from space_read.used_room_v1
     where institution_id = ${institution} group by use_group`);
  return Object.fromEntries(rows.map(({ group, ...each }) => [group, each]));
}

/** 单位面积: what it may have and what it has, by group of rooms and both headcounts (SA-02), with what each figure was made from. */
export const unitQuota = read('space.unit-quota', {
  title: { zh: '单位面积核定', en: 'Quota of a unit' },
  query: z.strictObject({ id: z.uuid() }),
  answer: UnitQuotaAnswer,
  who: readers,
  async fetch(tx, { id: unit }, context) {
    const { organisation, today } = context;
    const history = await quotasOf(tx, unit);
    const set = await quotaOn(tx, unit, today);
    const { form, garageSpaces, guards } = set?.reckoning ?? {
      form: 'multi-storey' as const,
      garageSpaces: 0,
      guards: 0,
    };
    const now = await gatherQuota(tx, { unit, day: today, form, garageSpaces, guards }, context);
    const have = await areasOf(tx, unit);
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      day: today,
      set: set
        ? {
            id: set.id,
            from: set.from,
            paper: set.paper,
            setName: set.setName,
            setAt: set.setAt.toISOString(),
            reckoning: set.reckoning,
          }
        : null,
      now,
      groups: groupsOf(have, set?.reckoning ?? now),
      otherM2: { ancillary: have['ancillary']?.m2 ?? 0, technical: have['technical']?.m2 ?? 0 },
      history: history.map(({ id, from, paper, reckoning, setName, struck }) => ({
        id,
        from,
        paper,
        basicM2: reckoning.approved.basicM2,
        approvedPeople: reckoning.approved.people,
        setName,
        struck,
      })),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['space.set-quota'], place: { unit } }),
});

type Group = UnitQuotaAnswer['groups'][number];
const fields = {
  office: 'officeM2',
  service: 'serviceM2',
  equipment: 'equipmentM2',
  basic: 'basicM2',
} as const satisfies Record<string, keyof QuotaSide>;

/** Each group beside what may be; the whole rests on the least certain of its papers. */
export function groupsOf(
  have: Readonly<Record<string, { m2: number; rooms: number }>>,
  reckoning: Reckoning | null,
): Group[] {
  const parts = ['office', 'service', 'equipment'] as const;
  const total = {
    m2: cents(parts.reduce((sum, part) => sum + (have[part]?.m2 ?? 0), 0)),
    rooms: parts.reduce((sum, part) => sum + (have[part]?.rooms ?? 0), 0),
  };
  return ([...parts, 'basic'] as const).map((group): Group => {
    const { m2, rooms } = group === 'basic' ? total : (have[group] ?? { m2: 0, rooms: 0 });
    const paper = reckoning === null ? null : paperFor(group, reckoning);
    const known = reckoning !== null && paper !== null;
    const may = known ? reckoning.approved[fields[group]] : null;
    const mayActual = known ? reckoning.actual[fields[group]] : null;
    return {
      group,
      rooms,
      haveM2: m2,
      mayApprovedM2: may,
      mayActualM2: mayActual,
      surplusM2: may === null ? null : cents(m2 - may),
      ratioApproved: may === null ? null : ratioOf(m2, may),
      ratioActual: mayActual === null ? null : ratioOf(m2, mayActual),
      outcome: may === null ? 'unknown' : m2 <= may ? 'within' : paper?.confidence === 'confirmed' ? 'over' : 'check',
      paper,
    };
  });
}

const sureness = ['recalled', 'project-default', 'single-source', 'confirmed'];
function paperFor(group: keyof typeof fields, { papers }: Reckoning): Paper | null {
  if (group !== 'basic') return papers[group];
  const all = [papers.office, papers.service, papers.equipment];
  return all.every((each) => each !== null)
    ? all.toSorted((a, b) => sureness.indexOf(a.confidence) - sureness.indexOf(b.confidence))[0]!
    : null;
}
