import { newId, refuse, verb } from '@opengoa/kernel';
import { KitchenWasteRecorded, RecordKitchenWaste } from './contract.ts';
import { lockWaste } from './waste-store.ts';

/** 登记厨余垃圾: what a canteen's kitchen and tables threw away in a month, beside the meals it served. Said again, it replaces what was said. */
export const recordKitchenWaste = verb('energy.record-kitchen-waste', {
  title: { zh: '登记厨余垃圾', en: 'Record kitchen waste' },
  input: RecordKitchenWaste,
  who: ['energy-clerk'],
  facts: [KitchenWasteRecorded],
  refusals: ['month-not-over', 'waste-as-before'],
  load: async (tx, { unit, canteen, month }) => {
    const was = await lockWaste(tx, unit, canteen, month);
    return { id: was?.id ?? newId(), was };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, was }, { unit, ...body }, { today }) {
    if (body.month >= today.slice(0, 7)) return refuse('month-not-over', { month: body.month });
    const same =
      was &&
      was.wasteKg === body.wasteKg &&
      was.meals === body.meals &&
      was.people === body.people &&
      was.document === body.document;
    if (same) return refuse('waste-as-before', { month: body.month });
    return [KitchenWasteRecorded.of({ object: { kind: 'energy.canteen', id }, unit, body })];
  },
});
