import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { buildingUses, carriers, measures, meterKinds } from '../words.zh.ts';
import { buildingVerbs } from './building.ts';

/** 建筑台账. */
export const buildings = list('energy.buildings', {
  title: words('用能建筑', 'Buildings'),
  view: 'energy_read.building_v1',
  who: readers,
  order: 'name',
  search: 'search',
  sheet: 'energy.building',
  opens: '/energy/buildings/{id}',
  columns: {
    name: { title: words('建筑', 'Building'), kind: 'text', filter: true, sort: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    use: { title: words('用途', 'Use'), kind: 'choice', choices: buildingUses, filter: true },
    area_m2: { title: words('建筑面积', 'Floor area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true, filter: true },
    floors: { title: words('层数', 'Floors'), kind: 'integer' },
    built_year: { title: words('建成年份', 'Built'), kind: 'integer', filter: true },
    people: { title: words('用能人数', 'People'), kind: 'integer' },
    meters: { title: words('表计', 'Meters'), kind: 'integer', sum: true },
    last_at: { title: words('最近读数', 'Last read'), kind: 'instant' },
    open_doubts: { title: words('待确认读数', 'Doubts'), kind: 'integer', filter: true },
    station: { title: words('气象站', 'Station'), kind: 'text', filter: true },
    calendar: { title: words('日历', 'Calendar'), kind: 'text', filter: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({ verbs: buildingVerbs, place: { unit: row['unit_id'] as string } }),
});

/** 月度用能: one row a meter and month, as the yearly statistics take it. */
export const months = list('energy.months', {
  title: words('月度用能', 'Months'),
  view: 'energy_read.month_v1',
  who: readers,
  order: '-month',
  columns: {
    month: { title: words('月份', 'Month'), kind: 'day', filter: true, sort: true },
    building: { title: words('建筑', 'Building'), kind: 'text', filter: true, sort: true },
    meter: { title: words('表计', 'Meter'), kind: 'text', filter: true },
    carrier: { title: words('能源', 'Carrier'), kind: 'choice', choices: carriers, filter: true },
    kind: { title: words('层级', 'Kind'), kind: 'choice', choices: meterKinds, filter: true },
    amount: { title: words('用量', 'Used'), kind: 'decimal', sort: true },
    measure: { title: words('计量单位', 'Measure'), kind: 'choice', choices: measures, filter: true },
    share: { title: words('完整率', 'Complete'), kind: 'decimal', filter: true },
    count: { title: words('读数', 'Readings'), kind: 'integer' },
    estimated: { title: words('估计', 'Estimated'), kind: 'integer' },
    suspect: { title: words('存疑', 'Kept apart'), kind: 'integer', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    meter_id: { title: words('表计编号', 'Meter id'), kind: 'id', filter: true, hidden: true },
    building_id: { title: words('建筑编号', 'Building id'), kind: 'id', filter: true, hidden: true },
  },
});
