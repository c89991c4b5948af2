import { refuse, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { OrderVacating, VacatingOrdered } from './contract.ts';
import { chosenRooms } from './chosen-rooms.ts';
import { licenceRooms, lockLicence } from './licence-store.ts';
import { licenceOf } from './licence.ts';

/** 限期腾退: all rooms of a licence, or some of them, are to be handed back by a day. The unit is reminded before it. */
export const orderVacating = verb('space.order-vacating', {
  title: { zh: '限期腾退', en: 'Order to vacate' },
  input: OrderVacating,
  who: ['space-clerk'],
  on: 'space.licence',
  facts: [VacatingOrdered],
  refusals: ['room-not-on-licence', 'vacate-day-past'],
  load: async (tx, { licence }) => ({
    licence: await lockLicence(tx, licence),
    rooms: await licenceRooms(tx, licence),
  }),
  at: ({ licence }) => ({ unit: licence.unit }),
  decide({ licence, rooms }, { rooms: asked, by, why }, { today, standards, organisation }) {
    const chosen = chosenRooms(rooms, asked);
    if (chosen === null) return refuse('room-not-on-licence');
    const within = standards.numberOn('space.vacating', today, organisation.place(licence.unit), { item: 'within' });
    const until = by ?? addDays(today, within);
    if (until < today) return refuse('vacate-day-past');
    return [
      VacatingOrdered.of({
        object: licenceOf(licence),
        unit: licence.unit,
        body: { rooms: chosen.lots, by: until, why },
        why,
      }),
    ];
  },
});
