import { read } from '@opengoa/kernel';
import { z } from 'zod';
import { findRoom } from '../ledger/room-store.ts';
import { readers } from '../readers.ts';
import { RoomPeopleAnswer } from './contract.ts';
import { judgedRooms } from './judged-room.ts';
import { namesOf } from './seating-store.ts';

/** 房间人员: who sat in a room on a day, what that day's standard gave each of them, and what the room goes beyond it. */
export const roomPeople = read('space.room-people', {
  title: { zh: '房间人员', en: 'People of a room' },
  query: z.strictObject({ room: z.uuid(), day: z.iso.date().optional() }),
  answer: RoomPeopleAnswer,
  who: readers,
  async fetch(tx, { room: id, day: asked }, context) {
    const { organisation, standards, today } = context;
    const day = asked ?? today;
    const room = await findRoom(tx, id);
    const [judged] = await judgedRooms(tx, [room], day, context);
    const { seats, capM2, excessM2, status } = judged!;
    const isOffice = room.use === 'office';
    const names = await namesOf(
      tx,
      seats.map(({ seat }) => seat.person),
    );
    const toilets = seats.map(({ cap }) => cap.toiletM2);
    return {
      room: id,
      unit: room.unit,
      day,
      areaM2: room.areaM2,
      judged: isOffice,
      people: seats.map(({ seat, cap, marks, capM2: counts }) => ({
        seating: seat.id,
        person: seat.person,
        name: names.get(seat.person) ?? '',
        post: cap.post ? `${organisation.unit(cap.post.unit)?.name ?? ''} ${cap.post.title}`.trim() : null,
        rank: cap.post?.rank ?? null,
        standing: seat.standing,
        paper: seat.paper,
        from: seat.from,
        toExclusive: seat.toExclusive,
        version: seat.version,
        capM2: isOffice ? counts : null,
        lacks: cap.lacks,
        standardDay: cap.standardDay,
        confidence: cap.confidence,
        marks: [...marks],
      })),
      capM2: isOffice ? capM2 : null,
      excessM2: isOffice ? excessM2 : null,
      toleranceM2: standards.numberOn('space.room-check', day, [], { item: 'tolerance' }),
      status: isOffice || seats.length === 0 ? status : 'within',
      toilet: {
        areaM2: room.toiletM2,
        // Of several people the one who may have one; unknown where one of them is.
        allowedM2:
          toilets.includes(null) || toilets.length === 0 ? null : Math.max(...toilets.map((each) => each ?? 0)),
      },
    };
  },
  at: ({ unit }) => ({ unit }),
});
