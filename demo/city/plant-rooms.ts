import { chanceOf } from './chance.ts';
import type { EnergyYear } from './energy-year.ts';
import { plantLettings, plantRentals } from './plant-leases.ts';
import { plantKeptRooms, plantLargeRooms, plantSecondOffices } from './plant-seats.ts';
import { plantDeclaredEmpty, plantRoomMeters } from './plant-vacant.ts';
import type { Planting } from './planting.ts';
import type { CityPremises } from './premises.ts';
import { roomDesk } from './room-desk.ts';
import type { UnitsAndPeople } from './units-and-people.ts';

/** What is wrong about the city's offices, and what only looks like it: rooms, seats, leases, and meters in rooms, which come to the year's. */
export function plantRooms(seed: number, premises: CityPremises, people: UnitsAndPeople, year: EnergyYear): Planting[] {
  const desk = roomDesk(chanceOf(seed, 'plant-rooms'), premises, people, year);
  plantLargeRooms(desk);
  plantSecondOffices(desk);
  plantKeptRooms(desk, people);
  plantDeclaredEmpty(desk);
  year.registers.push(...plantRoomMeters(desk));
  plantLettings(desk);
  plantRentals(desk);
  return desk.found;
}
