import { list, read, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { type HandBackState, RoomsHeldAnswer } from './contract.ts';
import { handBackOffers, lotOf, roomsOfUnit } from './hand-back.ts';
import { handBackStates } from './words.zh.ts';

/** 退还房间: what units hand back, and how far it is. */
export const handBackList = list('space.hand-backs', {
  title: words('退还房间', 'Rooms handed back'),
  view: 'space_read.hand_back_v1',
  who: ['self', ...readers],
  order: '-asked_at',
  columns: {
    unit_id: { title: words('退还单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: handBackStates, filter: true, always: true },
    rooms: { title: words('房间', 'Rooms'), kind: 'text', always: true },
    count: { title: words('间数', 'Number'), kind: 'integer', sum: true },
    area_m2: { title: words('使用面积', 'Usable area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true },
    people: { title: words('仍有人就座', 'People still there'), kind: 'integer' },
    day: { title: words('退还日期', 'Handed back on'), kind: 'day', filter: true, sort: true, always: true },
    why: { title: words('原因', 'Why'), kind: 'text' },
    said: { title: words('交接说明', 'Said to it'), kind: 'text' },
    asker_name: { title: words('申请人', 'Asked by'), kind: 'text' },
    said_name: { title: words('交接人', 'Taken by'), kind: 'text' },
    asked_at: { title: words('申请时间', 'Asked at'), kind: 'instant', filter: true, sort: true },
    person_id: { title: words('申请人编号', 'Asker'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    handBackOffers({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      asker: row['person_id'] as string,
      state: row['state'] as HandBackState,
    }),
});

/** 本单位房间: what a unit has in use and may hand back, with who still sits there. */
export const roomsHeld = read('space.rooms-held', {
  title: words('本单位房间', 'Rooms of a unit'),
  query: z.strictObject({ unit: z.uuid() }),
  answer: RoomsHeldAnswer,
  who: ['clerk', 'head', 'leader', 'space-clerk'],
  async fetch(tx, { unit }, { organisation, today }) {
    const rooms = await roomsOfUnit(tx, unit);
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      day: today,
      rooms: rooms.map((room) => ({
        ...lotOf(room),
        floor: room.floor,
        people: room.people,
        licence: room.licenceNumber,
        asked: room.asked !== null,
      })),
    };
  },
  at: ({ unit }) => ({ unit }),
});
