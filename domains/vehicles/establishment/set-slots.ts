import { newId, sql, verb } from '@opengoa/kernel';
import { SetSlots, SlotsSet } from '../roster/contract.ts';

/** 核定编制: how many of a category a unit may keep (第六条). Set anew, the paper is the new one; the Record keeps the old. */
export const setSlots = verb('vehicles.set-slots', {
  title: { zh: '核定编制', en: 'Set the slots' },
  input: SetSlots,
  who: ['fleet-clerk'],
  facts: [SlotsSet],
  refusals: [],
  load: async (tx, { unit, category }) =>
    (await tx.maybe<{ id: string }>(
      sql`select id from vehicles.slot where unit_id = ${unit} and category = ${category} for update`,
    )) ?? { id: newId() },
  at: (_known, { unit }) => ({ unit }),
  decide: ({ id }, { unit, ...body }) => [SlotsSet.of({ object: { kind: 'vehicles.slot', id }, unit, body })],
});
