import { type Context, refuse, sql, stale, verb } from '@opengoa/kernel';
import { ApproveRegulation, RegulationApproved } from './contract.ts';
import { boundsOf } from './law.ts';
import { actingOn, lockPlan, lockSwitch } from './plan-store.ts';
import { approvers, type Plan, planMoves, planOf, planPlace } from './plan.ts';
import { lockPoints } from './point-store.ts';
import { unfitPlan } from './propose-regulation.ts';

/** 批准调控方案: by somebody other than the one who proposed it, after it has run beside for its days. From now on it acts. */
export const approveRegulation = verb('energy.approve-regulation', {
  title: { zh: '批准调控方案', en: 'Approve a regulation' },
  input: ApproveRegulation,
  who: approvers,
  on: 'energy.regulation-plan',
  facts: [RegulationApproved],
  refusals: [
    'another-approves',
    'not-now',
    'stale-version',
    'regulation-off',
    'shadow-too-short',
    'points-unknown',
    'points-differ',
    'period-backwards',
    'plan-is-over',
    'rule-incomplete',
    'value-outside-limits',
    'point-held',
  ],
  object: ({ plan }) => plan,
  async load(tx, { plan: id }) {
    const plan = await lockPlan(tx, id);
    const switched = await lockSwitch(tx, plan.unit);
    return {
      plan,
      switched,
      points: await lockPoints(tx, sql`id = any (${[...plan.points]}::uuid[])`),
      acting: await actingOn(tx, plan.points, id),
    };
  },
  at: ({ plan }) => planPlace(plan),
  decide({ plan, points, switched, acting }, { version, opinion }, context) {
    const { actor, now } = context;
    if (actor.person === null || actor.person === plan.proposedBy || actor.standInFor === plan.proposedBy)
      return refuse('another-approves', {}, { status: 403 });
    const refused = planMoves.refusal(plan.state, 'energy.approve-regulation');
    if (refused) return refused;
    if (version !== plan.version) return stale({ version: plan.version });
    if (!switched?.running) return refuse('regulation-off', {}, { status: 409 });
    const ripe = ripeAt(plan, context);
    if (now < ripe) return refuse('shadow-too-short', { days: shadowDays(plan, context), from: ripe.toISOString() });
    const unfit = unfitPlan(plan, points, context);
    if (unfit) return unfit;
    if (acting) {
      const point = points.find(({ id }) => acting.points.includes(id));
      return refuse('point-held', { point: point?.name ?? '', plan: acting.name }, { status: 409 });
    }
    const { name, rules, from, to } = plan;
    const limits = points.map((point) => ({ point: point.id, ...boundsOf(point, context), safe: point.safe }));
    return [
      RegulationApproved.of({
        object: planOf(plan),
        unit: plan.unit,
        body: {
          name,
          points: [...plan.points],
          rules: [...rules],
          from,
          to,
          proposedBy: plan.proposedBy,
          opinion,
          limits,
        },
      }),
    ];
  },
});

const shadowDays = ({ unit }: Pick<Plan, 'unit'>, { standards, organisation, today }: Context): number =>
  standards.numberOn('energy.regulation', today, organisation.place(unit), { item: 'shadow-days' });

/** From when on a plan may be approved: it has run beside for the days of the setting. */
export const ripeAt = (plan: Pick<Plan, 'unit' | 'shadowSince'>, context: Context): Date =>
  new Date(plan.shadowSince.getTime() + shadowDays(plan, context) * 86_400_000);
