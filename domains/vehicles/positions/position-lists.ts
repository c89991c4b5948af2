import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { terminalMoves, type TerminalState } from './terminal.ts';
import {
  crossings,
  datums,
  fenceForms,
  fenceStates,
  fenceTells,
  fenceUses,
  fenceWatches,
  grounds,
  terminalStates,
} from './words.zh.ts';

/** 定位终端. */
export const terminals = list('vehicles.terminals', {
  title: words('定位终端', 'Terminals'),
  view: 'vehicles_read.terminal_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: 'number',
  columns: {
    number: { title: words('终端号', 'Number'), kind: 'text', filter: true, sort: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: terminalStates, filter: true },
    heard_at: { title: words('最近上报', 'Last heard'), kind: 'instant' },
    datum: { title: words('坐标系', 'Datum'), kind: 'choice', choices: datums, filter: true },
    maker: { title: words('厂商', 'Maker'), kind: 'text' },
    model: { title: words('型号', 'Model'), kind: 'text' },
    waits_until: { title: words('等待接入至', 'Waited for until'), kind: 'instant' },
    registered_at: { title: words('登记时间', 'Registered'), kind: 'instant', sort: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: terminalMoves[row['state'] as TerminalState],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 围栏. */
export const fences = list('vehicles.fences', {
  title: words('电子围栏', 'Fences'),
  view: 'vehicles_read.fence_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: 'name',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    use: { title: words('用途', 'Use'), kind: 'choice', choices: fenceUses, filter: true },
    form: { title: words('形状', 'Form'), kind: 'choice', choices: fenceForms },
    state: { title: words('状态', 'State'), kind: 'choice', choices: fenceStates, filter: true },
    watches: { title: words('监测时间', 'Watches'), kind: 'choice', choices: fenceWatches, filter: true },
    hours: { title: words('时段', 'Hours'), kind: 'text' },
    tells: { title: words('提示', 'Tells'), kind: 'choice', choices: fenceTells, filter: true },
    stay_minutes: { title: words('停留超过', 'Stay over'), kind: 'integer', unitOfMeasure: 'min' },
    categories: { title: words('限车辆类别', 'Only categories'), kind: 'json' },
    vehicle_count: { title: words('点名车辆', 'Named vehicles'), kind: 'integer' },
    limit_kmh: { title: words('车速提示界限', 'Limit of speed'), kind: 'integer', unitOfMeasure: 'km/h' },
    unit_id: { title: words('适用单位', 'Unit'), kind: 'unit', filter: true },
    drawn_at: { title: words('划定时间', 'Drawn'), kind: 'instant', sort: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'drawn' ? ['vehicles.remove-fence'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 进出围栏. */
export const crossingList = list('vehicles.crossings', {
  title: words('进出围栏', 'Crossings'),
  view: 'vehicles_read.crossing_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: '-at',
  columns: {
    at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    way: { title: words('动作', 'Way'), kind: 'choice', choices: crossings, filter: true },
    minutes: { title: words('停留超过', 'Stayed over'), kind: 'integer', unitOfMeasure: 'min' },
    fence_name: { title: words('围栏', 'Fence'), kind: 'text', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
  },
});

/** 轨迹调阅记录: who looked where, on which ground; for those whose vehicles they are, and for the auditors. */
export const viewings = list('vehicles.viewings', {
  title: words('轨迹调阅记录', 'Who looked at tracks'),
  view: 'vehicles_read.viewing_v1',
  who: ['head', 'leader', 'fleet-clerk', 'risk-officer', 'audit-admin'],
  order: '-opened_at',
  columns: {
    opened_at: { title: words('调阅时间', 'Opened'), kind: 'instant', filter: true, sort: true },
    person_name: { title: words('调阅人', 'By'), kind: 'text', filter: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    ground: { title: words('依据', 'Ground'), kind: 'choice', choices: grounds, filter: true },
    why: { title: words('理由', 'Reason'), kind: 'text' },
    from_at: { title: words('轨迹自', 'Track from'), kind: 'instant' },
    to_at: { title: words('轨迹至', 'Track to'), kind: 'instant' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', hidden: true },
  },
});
