import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { findMeter } from '../meters/meter-store.ts';
import { ChangeControlPoint, ControlPointChanged, DescribedPoint } from './contract.ts';
import { actingOn, lockPlans } from './plan-store.ts';
import { isAddressTaken, lockPoint } from './point-store.ts';
import { pointOf } from './point.ts';
import { unfitPoint } from './register-control-point.ts';

/** 变更受控点: never while a plan acts on it, since that plan was approved with the limits as they stand. */
export const changeControlPoint = verb('energy.change-control-point', {
  title: { zh: '变更受控点', en: 'Change a control point' },
  input: ChangeControlPoint,
  who: ['energy-clerk'],
  on: 'energy.control-point',
  facts: [ControlPointChanged],
  refusals: [
    'stale-version',
    'point-in-use',
    'limits-crossed',
    'switch-is-on-or-off',
    'limits-beyond-law',
    'meter-not-of-intervals',
    'address-taken',
  ],
  async load(tx, { point: id, version: _version, ...changed }) {
    // Plans before points, as every act here: their version turns with the point.
    await lockPlans(tx, sql`state = 'shadow' and ${id} = any (points)`);
    const point = await lockPoint(tx, id);
    const body = DescribedPoint.parse({ ...described(point), ...changed });
    return {
      point,
      body,
      meter: await findMeter(tx, body.meter),
      acting: await actingOn(tx, [id], null),
      taken: await isAddressTaken(tx, { ...body, unit: point.unit }, id),
    };
  },
  at: ({ point, meter }) => [{ unit: point.unit }, { unit: meter.unit }],
  decide({ point, body, meter, acting, taken }, { version }, context) {
    if (version !== point.version) return stale({ version: point.version });
    if (acting) return refuse('point-in-use', { plan: acting.name }, { status: 409 });
    const unfit = unfitPoint(body, meter, point.unit, context);
    if (unfit) return unfit;
    if (taken) return refuse('address-taken', { device: body.device, address: body.address }, { status: 409 });
    return [ControlPointChanged.of({ object: pointOf(point), unit: point.unit, body })];
  },
});

const described = (point: DescribedPoint): DescribedPoint =>
  Object.fromEntries(
    Object.keys(DescribedPoint.shape).map((name) => [name, point[name as keyof DescribedPoint]]),
  ) as DescribedPoint;
