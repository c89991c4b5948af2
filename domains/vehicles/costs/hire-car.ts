import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { equipmentVerdicts, refusalOf, warningsOf } from '../fleet/vehicle-standards.ts';
import { CarHired, HireCar } from './contract.ts';
import { hireOf } from './hire.ts';

/** 租用车辆: where the pool has none. It keeps the standard of bought ones and takes no slot's place (机关事务管理条例 第二十五条). */
export const hireCar = verb('vehicles.hire-car', {
  title: { zh: '租用车辆', en: 'Hire a car' },
  input: HireCar,
  who: ['fleet-clerk'],
  facts: [CarHired],
  refusals: ['hire-ends-before-it-begins', 'over-standard'],
  result: z.strictObject({ hire: z.uuid() }),
  load: async () => ({ id: newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id }, input, context) {
    const { unit, body, power, displacementL, priceFen, fromDay, toDay } = input;
    if (toDay < fromDay) return refuse('hire-ends-before-it-begins', { fromDay, toDay });
    const judged = { unit, body, power, displacementL, priceFen };
    const verdicts = equipmentVerdicts(
      { ...judged, category: 'other', condition: 'ordinary', inServiceDay: fromDay },
      context,
    );
    const blocked = refusalOf(verdicts, 'over-standard');
    if (blocked) return blocked;
    return {
      facts: [CarHired.of({ object: hireOf({ id }), unit, body: { ...input, warnings: warningsOf(verdicts) } })],
      result: { hire: id },
    };
  },
});
