import { refuse, verb } from '@opengoa/kernel';
import { findBuilding } from '../buildings/building-store.ts';
import { buildingOf } from '../buildings/building.ts';
import { PriceSet, SetPrice } from './contract.ts';
import { findMeter } from '../meters/meter-store.ts';

/** 登记用能单价: what a unit costs from a day on, with the bill or contract that says so. A later word for the same days replaces it; nothing is overwritten. */
export const setPrice = verb('energy.set-price', {
  title: { zh: '登记用能单价', en: 'Set a price' },
  input: SetPrice,
  who: ['energy-clerk'],
  on: 'energy.building',
  facts: [PriceSet],
  refusals: ['period-backwards', 'meter-not-fitting'],
  load: async (tx, { building, meter }) => ({
    building: await findBuilding(tx, building),
    meter: meter === null ? null : await findMeter(tx, meter),
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ building, meter }, { building: _id, ...body }) {
    if (body.toExclusive !== null && body.toExclusive <= body.from) return refuse('period-backwards');
    if (meter && (meter.building !== building.id || meter.carrier !== body.carrier)) return refuse('meter-not-fitting');
    return [PriceSet.of({ object: buildingOf(building), unit: building.unit, body })];
  },
});
