import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { roomUses } from '../ledger/words.zh.ts';
import { capLacks, roomStatuses, standings } from './words.zh.ts';

const m2 = { kind: 'decimal', unitOfMeasure: '㎡' } as const;

/** 人员用房: who sits where today, beside the standard. */
export const occupants = list('space.occupants', {
  title: words('人员用房', 'Who sits where'),
  view: 'space_read.occupant_v1',
  who: readers,
  order: 'room',
  sensitive: true,
  sheet: 'space.seating',
  opens: '/space/rooms/{room_id}',
  columns: {
    room: { title: words('房号', 'Room'), kind: 'text', filter: true, sort: true },
    person_id: { title: words('人员', 'Person'), kind: 'person', filter: true },
    status: { title: words('核对结果', 'Beside the standard'), kind: 'choice', choices: roomStatuses, filter: true },
    excess_m2: { title: words('超出面积', 'Excess'), ...m2, filter: true, sort: 'nullable' },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    keeper_id: { title: words('房屋管理单位', 'Building kept by'), kind: 'unit', hidden: true },
    floor: { title: words('楼层', 'Floor'), kind: 'integer', filter: true },
    unit_id: { title: words('使用单位', 'Unit'), kind: 'unit', filter: true },
    rank: { title: words('职级', 'Rank'), kind: 'text', filter: true },
    area_m2: { title: words('房间面积', 'Room'), ...m2, always: true },
    cap_m2: { title: words('本人标准', 'Standard'), ...m2 },
    people: { title: words('同室人数', 'People in it'), kind: 'integer' },
    room_cap_m2: { title: words('房间标准合计', 'Standards together'), ...m2 },
    standing: { title: words('使用情形', 'Standing'), kind: 'choice', choices: standings, filter: true, always: true },
    paper: { title: words('批准文件', 'Paper'), kind: 'text', always: true },
    lacks: { title: words('无标准的原因', 'No standard because'), kind: 'choice', choices: capLacks, filter: true },
    from_day: { title: words('入座日期', 'Since'), kind: 'day', filter: true, sort: true },
    standard_day: { title: words('标准版本', 'Version of the standard'), kind: 'day' },
    confidence: { title: words('标准出处', 'Confidence'), kind: 'text', hidden: true },
    use: { title: words('用途', 'Use'), kind: 'choice', choices: roomUses, filter: true, hidden: true, always: true },
    reckoned_on: { title: words('核对日期', 'Reckoned on'), kind: 'day' },
    room_id: { title: words('房间编号', 'Room id'), kind: 'id', filter: true, hidden: true, always: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => ({ verbs: seatVerbs, place: { unit: row['unit_id'] as string } }),
});

/** What is offered of a seat that stands. */
export const seatVerbs = ['space.move-person', 'space.end-seating', 'space.change-standing'];
