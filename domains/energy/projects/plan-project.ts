import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { lineageOf, metersWhere } from '../meters/meter-store.ts';
import { PlanProject, ProjectPlanned } from './contract.ts';
import { projectOf, termsRefusal } from './project.ts';
import { isProjectNameTaken } from './project-store.ts';

/**
 * 登记节能项目: what is to be done, who pays, which meters will tell it and which stretch of their past is the baseline. The right is needed at every
 * unit whose meters it covers.
 */
export const planProject = verb('energy.plan-project', {
  title: { zh: '登记节能项目', en: 'Plan a saving project' },
  input: PlanProject,
  who: ['energy-clerk'],
  facts: [ProjectPlanned],
  refusals: [
    'project-name-taken',
    'no-such-meters',
    'meters-differ',
    'meter-within-another',
    'period-backwards',
    'contract-incomplete',
    'shares-not-the-years',
  ],
  async load(tx, { unit, name, buildings, meters: asked, carrier }) {
    const meters = await metersWhere(
      tx,
      sql`id = any (${asked}::uuid[]) or (building_id = any (${buildings}::uuid[]) and kind = 'main' and carrier = ${carrier})`,
    );
    const lineages = new Map<string, readonly string[]>();
    for (const { id, parent } of meters) lineages.set(id, await lineageOf(tx, parent));
    return { id: newId(), taken: await isProjectNameTaken(tx, unit, name), meters, lineages };
  },
  at: ({ meters }, { unit }) =>
    [...new Set([unit, ...meters.map((meter) => meter.unit)])].map((each) => ({ unit: each })),
  decide({ id, taken, meters, lineages }, { unit, buildings, meters: asked, carrier: _carrier, ...terms }) {
    if (taken) return refuse('project-name-taken', { name: terms.name }, { status: 409 });
    const [first] = meters;
    const every =
      asked.every((each) => meters.some((meter) => meter.id === each)) &&
      buildings.every((each) => meters.some(({ building }) => building === each));
    if (!first || !every || meters.length > 20) return refuse('no-such-meters', {}, { status: 404 });
    if (
      meters.some(
        ({ carrier, measure, reads }) => carrier !== first.carrier || measure !== first.measure || reads !== 'interval',
      )
    )
      return refuse('meters-differ');
    const within = meters.find((meter) => lineages.get(meter.id)!.some((above) => lineages.has(above)));
    if (within) return refuse('meter-within-another', { meter: within.name });
    const lacking = termsRefusal(terms);
    if (lacking) return lacking;
    const { carrier, measure } = first;
    return [
      ProjectPlanned.of({
        object: projectOf({ id }),
        unit,
        body: { ...terms, carrier, measure, meters: meters.map((meter) => meter.id) },
      }),
    ];
  },
});
