import { refuse, stale, verb } from '@opengoa/kernel';
import { MeterUnplaced, UnplaceMeter } from './contract.ts';
import { lockMeterPlace } from './plan-store.ts';

/** 撤销表计位置: from that day on the meter says nothing of the room; what it said before stays. */
export const unplaceMeter = verb('space.unplace-meter', {
  title: { zh: '撤销表计位置', en: 'Take a meter from its place' },
  input: UnplaceMeter,
  who: ['space-clerk'],
  on: 'space.meter-place',
  facts: [MeterUnplaced],
  refusals: ['meter-place-ended', 'stale-version', 'place-before-begin'],
  load: async (tx, { place }) => ({ place: await lockMeterPlace(tx, place) }),
  at: ({ place }) => ({ unit: place.unit }),
  decide({ place }, { version, to }) {
    if (place.to !== null) return refuse('meter-place-ended', { day: place.to }, { status: 409 });
    if (version !== place.version) return stale({ version: place.version });
    if (to <= place.from) return refuse('place-before-begin', { day: place.from });
    const object = { kind: 'space.meter-place', id: place.id };
    return [MeterUnplaced.of({ object, unit: place.unit, body: { meter: place.meter, to } })];
  },
});
