import { type Context, newId, refuse, type Refusal, verb } from '@opengoa/kernel';
import { findBuilding } from '../buildings/building-store.ts';
import { findMeter } from '../meters/meter-store.ts';
import type { Meter } from '../meters/meter.ts';
import { ControlPointRegistered, type DescribedPoint, RegisterControlPoint } from './contract.ts';
import { exposed, lawOn } from './law.ts';
import { isAddressTaken } from './point-store.ts';
import { pointOf } from './point.ts';

/** 登记受控点: where in a device something may be set, and the limits that no command leaves. */
export const registerControlPoint = verb('energy.register-control-point', {
  title: { zh: '登记受控点', en: 'Register a control point' },
  input: RegisterControlPoint,
  who: ['energy-clerk'],
  facts: [ControlPointRegistered],
  refusals: ['limits-crossed', 'switch-is-on-or-off', 'limits-beyond-law', 'meter-not-of-intervals', 'address-taken'],
  async load(tx, input) {
    const building = await findBuilding(tx, input.building);
    const taken = await isAddressTaken(tx, { ...input, unit: building.unit }, null);
    return { id: newId(), building, meter: await findMeter(tx, input.meter), taken };
  },
  at: ({ building, meter }) => [{ unit: building.unit }, { unit: meter.unit }],
  decide({ id, building, meter, taken }, body, context) {
    const unfit = unfitPoint(body, meter, building.unit, context);
    if (unfit) return unfit;
    if (taken) return refuse('address-taken', { device: body.device, address: body.address }, { status: 409 });
    return [ControlPointRegistered.of({ object: pointOf({ id }), unit: building.unit, body })];
  },
});

/** What a point may not be, whether it is new or changed. A paper that excepts it is on the Record with it. */
export function unfitPoint(
  body: DescribedPoint,
  meter: Pick<Meter, 'reads' | 'name'>,
  unit: string,
  context: Context,
): Refusal | undefined {
  const { sets, least, most, safe, step, exemptBy } = body;
  if (least > safe || safe > most) return refuse('limits-crossed');
  if (sets === 'switch' && (least !== 0 || most !== 1 || step !== 1 || (safe !== 0 && safe !== 1)))
    return refuse('switch-is-on-or-off');
  const law = exemptBy === null ? lawOn(sets, unit, exposed(body), context) : null;
  if (law?.outcome === 'block')
    return refuse('limits-beyond-law', {
      value: exposed(body),
      document: law.source.document,
      allowed: String(law.allowed),
    });
  if (meter.reads !== 'interval') return refuse('meter-not-of-intervals', { meter: meter.name });
  return undefined;
}
