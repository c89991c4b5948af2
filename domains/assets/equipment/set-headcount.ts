import { newId, refuse, verb } from '@opengoa/kernel';
import { basisOf } from './allowance.ts';
import { HeadcountSet, SetHeadcount } from './contract.ts';
import { staffOf } from './headcount-store.ts';

/** 核定配置人数: whom equipment is counted for, from a day on. What is left out is counted from the organisation and the ledger of space. */
export const setHeadcount = verb('assets.set-headcount', {
  title: { zh: '核定配置人数', en: 'Set the headcount for equipment' },
  input: SetHeadcount,
  who: ['assets-clerk'],
  facts: [HeadcountSet],
  refusals: ['unit-unknown', 'not-an-institution', 'headcount-ahead', 'seniors-over-staff'],
  load: async (tx, { unit }, context) => ({ id: newId(), counted: await staffOf(tx, unit, context) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, counted }, { unit, actual, offices, ...input }, { organisation, today }) {
    const known = organisation.unit(unit);
    if (!known) return refuse('unit-unknown', {}, { status: 404 });
    if (known.kind === 'division') return refuse('not-an-institution', { unit: known.name });
    if (input.fromDay > today) return refuse('headcount-ahead', { day: input.fromDay });
    const staff = basisOf(input.establishment, actual ?? counted.counted);
    if (input.seniors > staff) return refuse('seniors-over-staff', { seniors: input.seniors, staff });
    return [
      HeadcountSet.of({
        object: { kind: 'assets.headcount', id },
        unit,
        body: { ...input, actual: actual ?? null, offices: offices ?? null },
      }),
    ];
  },
});
