import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { carriers, doubtRules, doubtStates, measures, meterKinds, meterReads } from '../words.zh.ts';
import { verbsOfMeter } from './meter.ts';

/** 表计台账. */
export const meters = list('energy.meters', {
  title: words('表计', 'Meters'),
  view: 'energy_read.meter_v1',
  who: readers,
  order: 'name',
  search: 'search',
  sheet: 'energy.meter',
  opens: '/energy/meters/{id}',
  columns: {
    name: { title: words('表计', 'Meter'), kind: 'text', filter: true, sort: true },
    building: { title: words('建筑', 'Building'), kind: 'text', filter: true, sort: true },
    carrier: { title: words('能源', 'Carrier'), kind: 'choice', always: true, choices: carriers, filter: true },
    kind: { title: words('层级', 'Kind'), kind: 'choice', always: true, choices: meterKinds, filter: true },
    reads: { title: words('读法', 'Reads'), kind: 'choice', always: true, choices: meterReads, filter: true },
    interval_minutes: { title: words('间隔', 'Interval'), kind: 'integer', unitOfMeasure: 'min', filter: true },
    measure: { title: words('计量单位', 'Measure'), kind: 'choice', always: true, choices: measures },
    key: { title: words('表号', 'Number'), kind: 'text', filter: true },
    multiplier: { title: words('倍率', 'Multiplier'), kind: 'integer', always: true },
    last_at: { title: words('最近读数', 'Last read'), kind: 'instant', filter: true, sort: 'nullable' },
    cv_rmse_percent: {
      title: words('基线误差', 'Baseline error'),
      kind: 'decimal',
      unitOfMeasure: '%',
      sort: 'nullable',
    },
    open_doubts: { title: words('待确认读数', 'Doubts'), kind: 'integer', filter: true },
    valid_from: { title: words('启用', 'From'), kind: 'day', always: true, filter: true },
    valid_to: { title: words('停用', 'To'), kind: 'day', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('建筑编号', 'Building id'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: verbsOfMeter(row as { reads: 'interval' | 'register' }),
    place: { unit: row['unit_id'] as string },
  }),
});

/** 存疑读数: what is kept apart from the totals, and what became of it. */
export const doubts = list('energy.doubts', {
  title: words('存疑读数', 'Doubts'),
  view: 'energy_read.doubt_v1',
  who: readers,
  order: '-found_at',
  opens: '/energy/meters/{meter_id}',
  columns: {
    building: { title: words('建筑', 'Building'), kind: 'text', filter: true },
    meter: { title: words('表计', 'Meter'), kind: 'text', filter: true },
    rule: { title: words('原因', 'Reason'), kind: 'choice', choices: doubtRules, filter: true },
    from_at: { title: words('自', 'From'), kind: 'instant', filter: true, sort: true },
    to_at: { title: words('至', 'To'), kind: 'instant' },
    count: { title: words('读数', 'Readings'), kind: 'integer', sum: true },
    value: { title: words('首个读数', 'First value'), kind: 'decimal' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: doubtStates, filter: true },
    found_at: { title: words('发现', 'Found'), kind: 'instant', sort: true },
    decided_at: { title: words('确认', 'Decided'), kind: 'instant' },
    why: { title: words('说明', 'Why'), kind: 'text' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    meter_id: { title: words('表计编号', 'Meter id'), kind: 'id', filter: true, hidden: true },
    building_id: { title: words('建筑编号', 'Building id'), kind: 'id', filter: true, hidden: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' ? ['energy.decide-doubt'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
