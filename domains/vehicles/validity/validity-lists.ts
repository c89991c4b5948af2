import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { validityKinds } from './words.zh.ts';

const who = ['fleet-clerk', 'dispatcher', 'head', 'leader'] as const;

/** 保险与年检: until when each vehicle's hold. Empty where nothing was recorded. */
export const validities = list('vehicles.validities', {
  title: words('保险与年检', 'Insurance and inspection'),
  view: 'vehicles_read.validity_v1',
  who,
  order: 'valid_to',
  columns: {
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: validityKinds, filter: true },
    valid_to: { title: words('有效期至', 'Valid to'), kind: 'day', filter: true, sort: 'nullable' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
  },
});

/** 年检登记. */
export const inspections = list('vehicles.inspections', {
  title: words('年检登记', 'Inspections'),
  view: 'vehicles_read.inspection_v1',
  sheet: 'vehicles.inspection',
  who,
  order: '-day',
  columns: {
    day: { title: words('年检日期', 'Day'), kind: 'day', filter: true, sort: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    valid_to: { title: words('有效期至', 'Valid to'), kind: 'day', filter: true, sort: true },
    station: { title: words('检验机构', 'Station'), kind: 'text', filter: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    struck: { title: words('撤销原因', 'Struck'), kind: 'text' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['vehicles.strike-inspection', 'vehicles.add-paper'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
