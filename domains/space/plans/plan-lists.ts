import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { planSources } from './words.zh.ts';

const carriers = {
  electricity: words('电', 'Electricity'),
  gas: words('燃气', 'Gas'),
  water: words('水', 'Water'),
  heat: words('热', 'Heat'),
};

/** 楼层平面图: every floor, drawn or not. */
export const floorPlans = list('space.floor-plans', {
  title: words('楼层平面图', 'Floor plans'),
  view: 'space_read.floor_plan_v1',
  who: readers,
  order: 'building',
  opens: '/space/floors/{id}',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    number: { title: words('层', 'Floor'), kind: 'integer', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', always: true },
    rooms: { title: words('房间', 'Rooms'), kind: 'integer', sum: true, always: true },
    area_m2: { title: words('使用面积', 'Usable area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true, always: true },
    plan: { title: words('图纸版次', 'Plan'), kind: 'integer', filter: true },
    matched: { title: words('已对应房间', 'Matched'), kind: 'integer', sum: true },
    missing: { title: words('图上没有的房间', 'Not drawn'), kind: 'integer', sum: true },
    unmatched: { title: words('未对应轮廓', 'Outlines left'), kind: 'integer', sum: true },
    differing: { title: words('面积相差较大', 'Areas differing'), kind: 'integer', sum: true, filter: true },
    source: { title: words('格式', 'Format'), kind: 'choice', choices: planSources },
    file_name: { title: words('文件', 'File'), kind: 'text' },
    taken_name: { title: words('导入人', 'Taken by'), kind: 'text' },
    taken_at: { title: words('导入时间', 'Taken'), kind: 'instant' },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
  },
  moves: (row) => ({ verbs: ['space.take-plan', 'space.place-meter'], place: { unit: row['unit_id'] as string } }),
});

/** 表计位置. */
export const meterPlaces = list('space.meter-places', {
  title: words('表计位置', 'Where meters stand'),
  view: 'space_read.meter_place_v1',
  who: readers,
  order: 'building',
  columns: {
    meter: { title: words('表计', 'Meter'), kind: 'text' },
    carrier: { title: words('能源', 'Carrier'), kind: 'choice', choices: carriers, filter: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    floor: { title: words('层', 'Floor'), kind: 'integer', filter: true, always: true },
    room: { title: words('房间', 'Room'), kind: 'text' },
    from_day: { title: words('自', 'Since'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'Until'), kind: 'day', filter: true },
    paper: { title: words('依据', 'By which paper'), kind: 'text', always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    meter_id: { title: words('表计编号', 'Meter id'), kind: 'id', filter: true, hidden: true, always: true },
    floor_id: { title: words('楼层编号', 'Floor id'), kind: 'id', filter: true, hidden: true, always: true },
    room_id: { title: words('房间编号', 'Room id'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => ({
    verbs: row['to_day'] === null ? ['space.unplace-meter'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
