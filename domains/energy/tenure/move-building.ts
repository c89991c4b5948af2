import { type Context, type Id, refuse, sql, stale, type Tx, verb } from '@opengoa/kernel';
import { buildingOf } from '../buildings/building.ts';
import { isNameTaken, lockBuilding } from '../buildings/building-store.ts';
import { BuildingMoved, MoveBuilding } from './contract.ts';
import { tenuresOf } from './tenure-store.ts';

/**
 * 移交建筑: from a day on a building and its meters are another unit's. Every day counts where the building was on that day: months, statements,
 * accounts, budgets and quotas of days before stay with whoever had it. The right is needed at both.
 */
export const moveBuilding = verb('energy.move-building', {
  title: { zh: '移交建筑', en: 'Move a building' },
  input: MoveBuilding,
  who: ['energy-clerk'],
  on: 'energy.building',
  facts: [BuildingMoved],
  refusals: [
    'stale-version',
    'unit-unknown',
    'unit-ended',
    'building-there-already',
    'time-not-yet',
    'move-before-last',
    'building-name-taken',
    'month-reported',
    'gateway-shared',
    'regulated-here',
  ],
  async load(tx, { building: id, to, from }, context) {
    const building = await lockBuilding(tx, id);
    return {
      building,
      last: (await tenuresOf(tx, [id])).get(id)?.at(-1) ?? null,
      taken: await isNameTaken(tx, to, building.name, id),
      reported: await reportedSince(tx, [building.unit, to], from, context),
      shared: await sharedGateway(tx, id),
      regulated: await tx.maybe<{ name: string }>(
        sql`select name from energy.control_point where building_id = ${id} and running order by name limit 1`,
      ),
    };
  },
  at: ({ building }, { to }) => [{ unit: building.unit }, { unit: to }],
  decide(
    { building, last, taken, reported, shared, regulated },
    { version, to, from, document, why },
    { organisation, today },
  ) {
    if (version !== building.version) return stale({ version: building.version });
    const unit = organisation.unit(to);
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    if (unit.validTo !== null && unit.validTo <= from)
      return refuse('unit-ended', { name: unit.name, day: unit.validTo });
    if (to === building.unit) return refuse('building-there-already', { unit: unit.name });
    if (from > today) return refuse('time-not-yet');
    if (last !== null && from <= last.from) return refuse('move-before-last', { day: last.from });
    if (taken) return refuse('building-name-taken', { name: building.name }, { status: 409 });
    if (reported)
      return refuse('month-reported', {
        unit: organisation.unit(reported.unit)?.name ?? '',
        month: reported.month,
      });
    if (shared !== null) return refuse('gateway-shared', { gateway: shared });
    // Its device answers to the former unit, whose people approved what it is told.
    if (regulated) return refuse('regulated-here', { point: regulated.name });
    return [
      BuildingMoved.of({
        object: buildingOf(building),
        unit: to,
        body: { was: building.unit, to, from, document, why },
      }),
    ];
  },
});

/** The first statement of one of the units' institutions that was submitted and has days since. */
const reportedSince = async (
  tx: Tx,
  units: readonly Id[],
  from: string,
  { organisation }: Pick<Context, 'organisation'>,
): Promise<{ unit: Id; month: string } | null> =>
  (await tx.maybe<{ unit: Id; month: string }>(sql`
    select unit_id as unit, to_char(month, 'YYYY-MM') as month from energy.statement
     where unit_id = any (${units.map((unit) => organisation.institutionOf(unit)?.id ?? unit)}::uuid[]) and state in ('submitted', 'accepted')
       and month >= date_trunc('month', ${from}::date)::date
     order by month limit 1`)) ?? null;

/** A gateway that asks meters of this building and of another: it cannot go along with one of them. */
const sharedGateway = async (tx: Tx, building: Id): Promise<string | null> =>
  (
    await tx.maybe<{ name: string }>(sql`
      select g.name from energy.gateway g cross join lateral jsonb_array_elements(g.points) p
        join energy.meter m on m.id = (p ->> 'meter')::uuid
       group by g.id, g.name having bool_or(m.building_id = ${building}) and not bool_and(m.building_id = ${building}) order by g.name limit 1`)
  )?.name ?? null;
