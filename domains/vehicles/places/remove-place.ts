import { refuse, verb } from '@opengoa/kernel';
import { PlaceRemoved, RemovePlace } from './contract.ts';
import { lockPlace } from './place-store.ts';

/** 停用地点: plans reckon without it from now on. */
export const removePlace = verb('vehicles.remove-place', {
  title: { zh: '停用地点', en: 'Remove a place' },
  input: RemovePlace,
  who: ['fleet-clerk', 'dispatcher'],
  on: 'vehicles.place',
  facts: [PlaceRemoved],
  refusals: ['place-removed'],
  load: (tx, { place }) => lockPlace(tx, place),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, state, name }) {
    if (state === 'removed') return refuse('place-removed', {}, { status: 409 });
    return [PlaceRemoved.of({ object: { kind: 'vehicles.place', id }, unit, body: { name } })];
  },
});
