import { refuse, verb } from '@opengoa/kernel';
import { lockBuilding } from '../buildings/building-store.ts';
import { buildingOf } from '../buildings/building.ts';
import { RecordSize, SizeRecorded } from './contract.ts';
import { sizeOn } from './size.ts';
import { sizesOf } from './size-store.ts';

/** 登记面积人数变化: a wing was added, an office moved in. From that day on use is divided by the new area and people; what was before stays as it was. */
export const recordSize = verb('energy.record-size', {
  title: { zh: '登记面积人数变化', en: 'Record a change of size' },
  input: RecordSize,
  who: ['energy-clerk'],
  on: 'energy.building',
  facts: [SizeRecorded],
  refusals: ['time-not-yet', 'size-as-before'],
  async load(tx, { building: id }) {
    const building = await lockBuilding(tx, id);
    return { building, sizes: (await sizesOf(tx, [id])).get(id) ?? [] };
  },
  at: ({ building }) => ({ unit: building.unit }),
  decide({ building, sizes }, { day, areaM2, people, document }, { today }) {
    if (day > today) return refuse('time-not-yet');
    const was = sizeOn(sizes, day);
    const is = { areaM2: areaM2 ?? was.areaM2, people: people ?? was.people };
    if (is.areaM2 === was.areaM2 && is.people === was.people) return refuse('size-as-before', { day });
    return [SizeRecorded.of({ object: buildingOf(building), unit: building.unit, body: { day, ...is, document } })];
  },
});
