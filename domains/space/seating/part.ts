import { part, saves } from '@opengoa/kernel';
import { changeStanding } from './change-standing.ts';
import { endSeating } from './end-seating.ts';
import { movePerson } from './move-person.ts';
import { reckonJob, reckonSeats } from './reckon-seats.ts';
import { roomPeople } from './room-people.ts';
import { seatPerson } from './seat-person.ts';
import { occupants } from './seating-lists.ts';
import { seatingSheet } from './seating-sheet.ts';
import { seatingSaves } from './seating-store.ts';
import { SeatsReckoned } from './contract.ts';
import { seatingRefusals } from './words.zh.ts';

/** 人员用房: who sits where, and what the standard of the day gives them. */
export const seating = part({
  verbs: [seatPerson, movePerson, endSeating, changeStanding, reckonSeats],
  reads: [occupants, roomPeople],
  // What was reckoned is written by the act itself: rows that any night makes anew are no facts.
  saves: [...seatingSaves, saves(SeatsReckoned, async () => undefined)],
  jobs: [reckonJob],
  sheets: [seatingSheet],
  refusals: seatingRefusals,
});
