import { type Context, newId, refuse, type Refusal, sql, verb } from '@opengoa/kernel';
import { ProposeRegulation, RegulationProposed, type Rule } from './contract.ts';
import { boundsOf } from './law.ts';
import { planOf } from './plan.ts';
import { pointsWhere } from './point-store.ts';
import type { ControlPoint } from './point.ts';
import { isComplete } from './wanted.ts';

/** 提出调控方案: it runs beside from now on, sends nothing, and waits for another person's approval. */
export const proposeRegulation = verb('energy.propose-regulation', {
  title: { zh: '提出调控方案', en: 'Propose a regulation' },
  input: ProposeRegulation,
  who: ['energy-clerk', 'head'],
  facts: [RegulationProposed],
  refusals: [
    'person-needed',
    'points-unknown',
    'points-differ',
    'period-backwards',
    'plan-is-over',
    'rule-incomplete',
    'value-outside-limits',
  ],
  load: async (tx, { points }) => ({ id: newId(), points: await pointsWhere(tx, sql`id = any (${points}::uuid[])`) }),
  // Points that are not one's own are not found at all.
  at: ({ points }, _input, { actor }) =>
    points.length === 0
      ? { unit: actor.unit ?? '' }
      : [...new Set(points.map((each) => each.unit))].map((unit) => ({ unit })),
  decide({ id, points }, body, context) {
    if (context.actor.person === null) return refuse('person-needed', {}, { status: 403 });
    const unfit = unfitPlan(body, points, context);
    if (unfit) return unfit;
    return [
      RegulationProposed.of({
        object: planOf({ id }),
        unit: points[0]!.unit,
        body: { ...body, points: [...new Set(body.points)] },
      }),
    ];
  },
});

/** What a plan may not be, whether it is new, changed or about to be approved. */
export function unfitPlan(
  body: {
    readonly points: readonly string[];
    readonly rules: readonly Rule[];
    readonly from: string;
    readonly to: string;
  },
  points: readonly ControlPoint[],
  context: Context,
): Refusal | undefined {
  if (points.length === 0 || points.length !== new Set(body.points).size)
    return refuse('points-unknown', {}, { status: 404 });
  const [first] = points;
  if (points.some(({ unit, sets }) => unit !== first!.unit || sets !== first!.sets)) return refuse('points-differ');
  if (body.to < body.from) return refuse('period-backwards');
  if (body.to < context.today) return refuse('plan-is-over', { to: body.to });
  if (!body.rules.every(isComplete)) return refuse('rule-incomplete');
  for (const point of points) {
    const { least, most } = boundsOf(point, context);
    const beyond = body.rules.find(({ value }) => value < least || value > most);
    if (beyond) return refuse('value-outside-limits', { point: point.name, least, most, value: beyond.value });
  }
  return undefined;
}
