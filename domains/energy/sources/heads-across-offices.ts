import { type Context, type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { afterSubmission, fresh, reportedOver } from '../authenticity/gather-reports.ts';
import { andBefore } from '../known-before.ts';
import { afterMonth } from '../sizes/size.ts';
import { headsAsKnown } from './as-known-words.ts';
import { headcountsBefore, holdingsBefore, kitchensBefore, seatingsBefore, stoodBefore } from './counted-before.ts';
import type { HeadOffice, HeadsAcrossInputs } from '../risks/heads-across-offices/risk.ts';

interface Counted {
  readonly unit: Id;
  readonly people: number;
}

/** Where each office publishes people by unit, as of a day and as known before an instant; those that do not run publish nothing. */
const published: readonly {
  readonly office: HeadOffice;
  readonly view: string;
  /** Of a division counted for its institution, or said of the institution as a whole. */
  readonly sums: boolean;
  readonly count: (tx: Tx, day: string, knownBefore?: Date) => Promise<Counted[]>;
}[] = [
  {
    office: 'posts',
    view: 'kernel.holding',
    sums: true,
    count: (tx, day, knownBefore) =>
      tx.rows<Counted>(sql`
        select p.unit_id as unit, count(distinct h.person_id)::int as people
          from ${knownBefore ? holdingsBefore(knownBefore) : sql`kernel.holding`} h
          join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
         where h.kind = 'main' and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to > ${day}::date)
         group by 1`),
  },
  {
    office: 'desks',
    view: 'space_read.seating_v1',
    sums: true,
    count: (tx, day, knownBefore) =>
      tx.rows<Counted>(sql`
        select unit_id as unit, count(distinct person_id)::int as people
          from ${knownBefore ? seatingsBefore(knownBefore) : sql`space_read.seating_v1`}
         where standing not in ('retired', 'left', 'second-office') and from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)
         group by 1`),
  },
  {
    office: 'quota',
    view: 'space_read.quota_v1',
    sums: false,
    count: (tx, day, knownBefore) =>
      tx.rows<Counted>(sql`
        select distinct on (unit_id) unit_id as unit, actual_people as people from space_read.quota_v1 q
         where ${knownBefore ? stoodBefore(knownBefore) : sql`struck is null`} and from_day <= ${day}::date ${andBefore(sql`set_at`, knownBefore)}
         order by unit_id, from_day desc, id`),
  },
  {
    office: 'equipment',
    view: 'assets_read.headcount_v1',
    sums: false,
    // Where it was not said it is counted from personnel, and says nothing of its own.
    count: (tx, day, knownBefore) =>
      tx.rows<Counted>(sql`
        select unit, people from (
          select distinct on (unit_id) unit_id as unit, actual as people
            from ${knownBefore ? headcountsBefore(knownBefore) : sql`assets_read.headcount_v1`}
           where from_day <= ${day}::date order by unit_id, from_day desc, id) newest
         where people is not null`),
  },
  {
    office: 'canteen',
    view: 'energy.kitchen_waste',
    sums: false,
    count: (tx, day, knownBefore) =>
      tx.rows<Counted>(sql`
        select unit_id as unit, max(people)::int as people from ${knownBefore ? kitchensBefore(knownBefore) : sql`energy.kitchen_waste`}
         where month = date_trunc('month', ${day}::date)::date group by 1`),
  },
];

/** The people of every institution on the last day of a month, office by office. */
async function peopleIn(
  tx: Tx,
  month: string,
  { organisation }: Pick<Context, 'organisation'>,
  knownBefore: Date | undefined,
) {
  const last = addDays(afterMonth(`${month}-01`), -1);
  const found = new Map<Id, Map<HeadOffice, number>>();
  for (const { office, view, sums, count } of published) {
    const { there } = await tx.one<{ there: boolean }>(sql`select to_regclass(${view}) is not null as there`);
    if (!there) continue;
    for (const { unit, people } of await count(tx, last, knownBefore)) {
      const institution = organisation.institutionOf(unit)?.id;
      if (institution === undefined || (!sums && institution !== unit)) continue;
      const own = found.get(institution) ?? new Map<HeadOffice, number>();
      own.set(office, (own.get(office) ?? 0) + people);
      found.set(institution, own);
    }
  }
  return found;
}

/** The newest month that a unit submitted people for, beside what the other offices say of that month. */
export const headsAcrossOffices: RiskSource = {
  kit: 'heads-across-offices',
  looksAgain: afterSubmission,
  asKnown: headsAsKnown,
  async gather(tx, [from, toExclusive], context, only, knownBefore) {
    const all = await reportedOver(tx, 3, toExclusive, knownBefore);
    const units = fresh(all, from, only);
    const heads = all.filter(({ unit, line, value }) => units.has(unit) && line === 'heads' && value > 0);
    const newest = [...Map.groupBy(heads, ({ unit }) => unit).values()].map((months) => months.at(-1)!);
    const months = new Map<string, Awaited<ReturnType<typeof peopleIn>>>();
    for (const month of new Set(newest.map((each) => each.month)))
      months.set(month, await peopleIn(tx, month, context, knownBefore));
    return newest.map(({ unit, month, value, statement }): RiskCase => {
      const counts = [...(months.get(month)!.get(unit) ?? [])].map(([office, people]) => ({ office, people }));
      return {
        subject: { kind: 'unit', id: unit, name: context.organisation.unit(unit)?.name ?? '' },
        unit,
        inputs: { month, reported: value, counts } satisfies HeadsAcrossInputs,
        period: [from, toExclusive],
        opens: `/energy/statements/${statement}`,
      };
    });
  },
};
