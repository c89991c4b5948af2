import { newId, refuse, verb } from '@opengoa/kernel';
import { lockBuilding } from '../ledger/building-store.ts';
import { RecordRight, RightRecorded } from './contract.ts';
import { rightOf, standsAlready } from './right-store.ts';

/** 登记权属: to whom a building is registered, given, lent or sold, from which day, by which certificate and paper. */
export const recordRight = verb('space.record-right', {
  title: { zh: '登记权属', en: 'Record a right' },
  input: RecordRight,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [RightRecorded],
  refusals: ['time-not-yet', 'right-stands-already'],
  load: async (tx, { building, kind, holder }) => ({
    id: newId(),
    building: await lockBuilding(tx, building),
    stands: await standsAlready(tx, building, kind, holder),
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building, stands }, body, { today }) {
    if (body.from > today) return refuse('time-not-yet');
    if (stands) return refuse('right-stands-already', { holder: body.holder }, { status: 409 });
    return [
      RightRecorded.of({
        object: rightOf({ id }),
        unit: building.unit,
        body,
        facets: { place: { kind: 'building', id: building.id, name: building.name } },
      }),
    ];
  },
});
