import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { causes } from './words.zh.ts';

const who = ['fleet-clerk', 'dispatcher'] as const;
const plate = { title: words('车牌号', 'Plate'), kind: 'text', filter: true } as const;
const unit = { title: words('所属单位', 'Unit'), kind: 'unit', filter: true } as const;
const vehicle = { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true } as const;

/** 待认定定位: what terminals said that does not count yet, by vehicle and day. */
export const setAside = list('vehicles.set-aside', {
  title: words('待认定定位', 'Fixes set aside'),
  view: 'vehicles_read.set_aside_v1',
  who,
  order: '-day',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    plate,
    cause: { title: words('原因', 'Why'), kind: 'choice', choices: causes, filter: true, always: true },
    fixes: { title: words('定位数', 'Fixes'), kind: 'integer', sum: true },
    first_at: { title: words('自', 'From'), kind: 'instant' },
    last_at: { title: words('至', 'Until'), kind: 'instant' },
    unit_id: unit,
    vehicle_id: { ...vehicle, always: true },
  },
  moves: (row) => ({ verbs: ['vehicles.decide-fixes'], place: { unit: row['unit_id'] as string } }),
});

/** 不能解析的报文. */
export const unreadFrames = list('vehicles.unread-frames', {
  title: words('不能解析的报文', 'Frames that cannot be read'),
  view: 'vehicles_read.unread_frame_v1',
  who,
  order: '-at',
  columns: {
    at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    plate,
    number: { title: words('终端号', 'Number'), kind: 'text', filter: true },
    why: { title: words('原因', 'Why'), kind: 'text', filter: true },
    bytes: { title: words('内容（十六进制）', 'Bytes'), kind: 'text' },
    unit_id: unit,
    vehicle_id: vehicle,
  },
});
