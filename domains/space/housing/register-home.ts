import { newId, refuse, verb } from '@opengoa/kernel';
import { HomeRegistered, RegisterHome } from './contract.ts';
import { homeOf } from './home.ts';
import { buildingOfHome, isHomeNamed, roomForHome } from './housing-store.ts';

/** 登记周转住房: a home that a unit keeps. What is a room of the ledger already is chosen there and told once. */
export const registerHome = verb('space.register-home', {
  title: { zh: '登记住房', en: 'Register a home' },
  input: RegisterHome,
  who: ['space-clerk'],
  facts: [HomeRegistered],
  refusals: [
    'room-not-free',
    'home-name-needed',
    'home-place-needed',
    'home-area-needed',
    'home-building-unknown',
    'home-registered',
  ],
  async load(tx, { unit, name, address, room: chosen, building }) {
    const room = chosen === null ? null : await roomForHome(tx, chosen);
    const called = name || (room?.name ?? '');
    return {
      id: newId(),
      room,
      called,
      standing: await buildingOfHome(tx, building),
      named: await isHomeNamed(tx, unit, called, address, null),
    };
  },
  at: ({ room }, { unit }) => [{ unit }, ...(room === null ? [] : [{ unit: room.unit }])],
  decide({ id, room, called, standing, named }, { unit, name: _name, building: which, ...told }) {
    if (room !== null && (room.used || !['vacant', 'in-use', 'under-repair'].includes(room.state)))
      return refuse('room-not-free', { room: room.name }, { status: 409 });
    if (called === '') return refuse('home-name-needed');
    if (standing === undefined)
      return refuse('home-building-unknown', { building: typeof which === 'string' ? which : (which?.name ?? '') });
    const building = room?.building ?? standing;
    if (building === null && told.address === '') return refuse('home-place-needed');
    const areaM2 = room?.areaM2 ?? told.areaM2;
    if (areaM2 === null) return refuse('home-area-needed');
    if (named) return refuse('home-registered', { name: called }, { status: 409 });
    return [HomeRegistered.of({ object: homeOf({ id }), unit, body: { ...told, name: called, building, areaM2 } })];
  },
});
