import { list, sql, words } from '@opengoa/kernel';
import { roomUses } from '../ledger/words.zh.ts';
import { readers } from '../readers.ts';

/** 待划转房间: of units that were merged, split or ended. */
export const waitingRooms = list('space.waiting-rooms', {
  title: words('待划转房间', 'Rooms of ended units'),
  view: 'space_read.waiting_room_v1',
  who: readers,
  order: 'number',
  only: ({ today }) => sql`ended_on <= ${today}::date`,
  opens: '/space/rooms/{id}',
  columns: {
    number: { title: words('房号', 'Number'), kind: 'text', filter: true, sort: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    unit_id: { title: words('原使用单位', 'Was used by'), kind: 'unit', filter: true },
    ended_on: { title: words('撤并日期', 'Ended on'), kind: 'day', filter: true },
    heir_names: { title: words('承接单位', 'Heirs'), kind: 'text' },
    use: { title: words('用途', 'Use'), kind: 'choice', choices: roomUses, filter: true, always: true },
    area_m2: { title: words('使用面积', 'Usable area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true, always: true },
    people: { title: words('人数', 'People'), kind: 'integer', sum: true, always: true },
    heirs: { title: words('承接单位数', 'Number of heirs'), kind: 'integer', hidden: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => ({
    verbs: Number(row['heirs']) > 0 ? ['space.follow-succession'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
