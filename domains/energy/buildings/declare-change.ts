import { verb } from '@opengoa/kernel';
import { ChangeDeclared, DeclareChange } from './contract.ts';
import { findBuilding } from './building-store.ts';
import { buildingOf } from './building.ts';

/** 报备用能变化: a renovation, a new tenant, other hours. From that day on more use is explained, and the baseline is to be fitted anew. */
export const declareChange = verb('energy.declare-change', {
  title: { zh: '报备用能变化', en: 'Declare a change' },
  input: DeclareChange,
  who: ['energy-clerk', 'head'],
  on: 'energy.building',
  facts: [ChangeDeclared],
  refusals: [],
  load: async (tx, { building }) => ({ building: await findBuilding(tx, building) }),
  at: ({ building }) => ({ unit: building.unit }),
  decide: ({ building }, { building: _id, ...body }) => [
    ChangeDeclared.of({ object: buildingOf(building), unit: building.unit, body }),
  ],
});
