import { newId, refuse, verb } from '@opengoa/kernel';
import { lockBuilding } from '../ledger/building-store.ts';
import { DisputeOpened, OpenDispute } from './contract.ts';
import { disputeOf } from './right-store.ts';

/** 登记权属争议: who says otherwise, and about what. */
export const openDispute = verb('space.open-dispute', {
  title: { zh: '登记权属争议', en: 'Open a dispute' },
  input: OpenDispute,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [DisputeOpened],
  refusals: ['time-not-yet'],
  load: async (tx, { building }) => ({ id: newId(), building: await lockBuilding(tx, building) }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building }, body, { today }) {
    if (body.day > today) return refuse('time-not-yet');
    return [
      DisputeOpened.of({
        object: disputeOf({ id }),
        unit: building.unit,
        body,
        facets: { place: { kind: 'building', id: building.id, name: building.name } },
      }),
    ];
  },
});
