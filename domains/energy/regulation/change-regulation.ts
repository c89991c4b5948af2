import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { ChangeRegulation, RegulationChanged } from './contract.ts';
import { returnsOf } from './entry-store.ts';
import { lockPlan } from './plan-store.ts';
import { planMoves, planOf, planPlace } from './plan.ts';
import { lockPoints } from './point-store.ts';
import { unfitPlan } from './propose-regulation.ts';

/** 变更调控方案: whatever it was, it runs beside again, is to be approved anew, and what it holds goes back. */
export const changeRegulation = verb('energy.change-regulation', {
  title: { zh: '变更调控方案', en: 'Change a regulation' },
  input: ChangeRegulation,
  who: ['energy-clerk', 'head'],
  on: 'energy.regulation-plan',
  facts: [RegulationChanged],
  refusals: [
    'person-needed',
    'not-now',
    'stale-version',
    'points-unknown',
    'points-differ',
    'period-backwards',
    'plan-is-over',
    'rule-incomplete',
    'value-outside-limits',
  ],
  async load(tx, { plan: id, points: named }, { now }) {
    const plan = await lockPlan(tx, id);
    const all = await lockPoints(tx, sql`id = any (${[...plan.points, ...(named ?? [])]}::uuid[])`);
    const ids: readonly string[] = named ?? plan.points;
    const was = all.filter((point) => plan.points.includes(point.id));
    return {
      plan,
      points: all.filter((point) => ids.includes(point.id)),
      returns: await returnsOf(tx, was, (by) => by === id, 'plan-changed', now),
    };
  },
  at: ({ plan, points }) => [
    planPlace(plan),
    ...[...new Set(points.map((each) => each.unit))].map((unit) => ({ unit })),
  ],
  decide({ plan, points, returns }, { plan: _plan, version, ...changed }, context) {
    if (context.actor.person === null) return refuse('person-needed', {}, { status: 403 });
    const refused = planMoves.refusal(plan.state, 'energy.change-regulation');
    if (refused) return refused;
    if (version !== plan.version) return stale({ version: plan.version });
    const body = {
      name: changed.name ?? plan.name,
      points: changed.points ?? [...plan.points],
      rules: changed.rules ?? [...plan.rules],
      from: changed.from ?? plan.from,
      to: changed.to ?? plan.to,
    };
    const unfit = unfitPlan(body, points, context);
    if (unfit) return unfit;
    // A plan stays at its unit.
    if (points[0]!.unit !== plan.unit) return refuse('points-differ');
    return [
      RegulationChanged.of({
        object: planOf(plan),
        unit: plan.unit,
        body: { ...body, points: [...new Set(body.points)], returns },
      }),
    ];
  },
});
