import { part, talk } from '@opengoa/kernel';
import { allotRoom } from './allot-room.ts';
import { oneBuilding } from './building-reads.ts';
import { buildingSheet } from './building-sheet.ts';
import { buildingSaves } from './building-store.ts';
import { changeBuilding } from './change-building.ts';
import { changeRoom } from './change-room.ts';
import { changeSite } from './change-site.ts';
import { disposeBuilding } from './dispose-building.ts';
import { buildings, floors, rooms, sites } from './ledger-lists.ts';
import { mergeRooms } from './merge-rooms.ts';
import { registerBuilding } from './register-building.ts';
import { registerFloor } from './register-floor.ts';
import { registerRoom } from './register-room.ts';
import { registerSite } from './register-site.ts';
import { oneRoom } from './room-reads.ts';
import { roomSheet } from './room-sheet.ts';
import { roomSaves } from './room-store.ts';
import { splitRoom } from './split-room.ts';
import { tenureSaves } from './tenure-store.ts';
import { ledgerRefusals } from './words.zh.ts';

/** 房产台账: land, buildings, floors, rooms, and whose a room is. */
export const ledger = part({
  verbs: [
    registerSite,
    changeSite,
    registerBuilding,
    changeBuilding,
    disposeBuilding,
    registerFloor,
    registerRoom,
    changeRoom,
    allotRoom,
    splitRoom,
    mergeRooms,
  ],
  reads: [sites, buildings, floors, rooms, oneBuilding, oneRoom],
  saves: [...buildingSaves, ...roomSaves, ...tenureSaves],
  sheets: [buildingSheet, roomSheet],
  talks: {
    'space.building': talk('space.building', ({ name }: { name: string }) => name, '/space/buildings/'),
    'space.room': talk('space.room', ({ number }: { number: string }) => number, '/space/rooms/'),
  },
  refusals: ledgerRefusals,
});
