import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { KeepPlace, PlaceKept } from './contract.ts';
import { lockPlace } from './place-store.ts';

/** 登记地点: where an office, a parking place or an often used destination lies; the plan of a day reckons empty kilometres from it. */
export const keepPlace = verb('vehicles.keep-place', {
  title: { zh: '登记地点', en: 'Keep a place' },
  input: KeepPlace,
  who: ['fleet-clerk', 'dispatcher'],
  facts: [PlaceKept],
  refusals: ['place-named-twice', 'place-removed'],
  async load(tx, { place, unit, name }) {
    return {
      id: place ?? newId(),
      old: place === undefined ? null : await lockPlace(tx, place),
      same: await tx.maybe<{ id: string }>(
        sql`select id from vehicles.place where unit_id = ${unit} and name = ${name} and state = 'kept'`,
      ),
    };
  },
  at: ({ old }, { unit }) => [{ unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ id, old, same }, { place: _place, unit, ...body }) {
    if (old?.state === 'removed') return refuse('place-removed', {}, { status: 409 });
    if (same && same.id !== id) return refuse('place-named-twice', { name: body.name }, { status: 409 });
    return [PlaceKept.of({ object: { kind: 'vehicles.place', id }, unit, body })];
  },
});
