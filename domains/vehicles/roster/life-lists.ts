import { words } from '@opengoa/kernel/words';
import { list, type Column } from '@opengoa/kernel';
import { purchaseMoves } from '../establishment/purchase.ts';
import { bodies, categories, powers } from '../words.zh.ts';
import { dutyKinds, eventKinds, purchaseStates } from './words.zh.ts';

const who = ['fleet-clerk', 'dispatcher', 'head', 'leader'] as const;
const unit: Column = { title: words('所属单位', 'Unit'), kind: 'unit', filter: true };
const plate: Column = { title: words('车牌号', 'Plate'), kind: 'text', filter: true };
const hiddenId = (zh: string, en: string): Column => ({ title: words(zh, en), kind: 'id', filter: true, hidden: true });
const at = (row: Record<string, unknown>) => ({ unit: row['unit_id'] as string });
const driver: Column = { title: words('驾驶员', 'Driver'), kind: 'text', filter: true };

/** 编制: slots of a unit and category beside what is kept. */
export const slots = list('vehicles.slots', {
  title: words('车辆编制', 'Establishment'),
  view: 'vehicles_read.slot_v1',
  who,
  order: 'category',
  columns: {
    category: { title: words('车辆类别', 'Category'), kind: 'choice', choices: categories, filter: true, sort: true },
    unit_id: unit,
    slots: { title: words('编制', 'Slots'), kind: 'integer', sum: true },
    kept: { title: words('在册', 'Kept'), kind: 'integer', sum: true },
    new_energy: { title: words('其中新能源', 'New energy'), kind: 'integer', sum: true },
    on_order: { title: words('在购', 'On order'), kind: 'integer', sum: true },
    over: { title: words('超编', 'Over'), kind: 'integer', sum: true, filter: true },
    paper: { title: words('核定文号', 'Paper'), kind: 'text' },
    since: { title: words('核定日期', 'Since'), kind: 'day' },
  },
});

/** 购置: from proposal to the ledger. */
export const purchases = list('vehicles.purchases', {
  title: words('车辆购置', 'Purchases'),
  view: 'vehicles_read.purchase_v1',
  who,
  order: '-proposed_at',
  columns: {
    proposed_at: { title: words('申请', 'Proposed'), kind: 'instant', sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: purchaseStates, filter: true },
    unit_id: unit,
    category: { title: words('车辆类别', 'Category'), kind: 'choice', choices: categories, filter: true },
    body: { title: words('车型', 'Body'), kind: 'choice', choices: bodies },
    power: { title: words('动力', 'Power'), kind: 'choice', choices: powers, filter: true },
    displacement_l: { title: words('排气量', 'Displacement'), kind: 'decimal', unitOfMeasure: 'L' },
    price_fen: { title: words('预算价', 'Price'), kind: 'money-fen', sum: true },
    replaces_plate: { title: words('更新车辆', 'Replaces'), kind: 'text' },
    why: { title: words('理由', 'Why'), kind: 'text' },
    warning_count: { title: words('标准提示', 'Notes'), kind: 'integer' },
    proposed_name: { title: words('申请人', 'Proposed by'), kind: 'text' },
    decided_name: { title: words('审批人', 'Decided by'), kind: 'text' },
    opinion: { title: words('意见', 'Opinion'), kind: 'text' },
    plate,
  },
  moves: (row) => ({
    verbs: purchaseMoves.from(row['state'] as 'proposed').filter((verb) => verb !== 'vehicles.register-vehicle'),
    place: at(row),
  }),
});

/** 排班表. */
export const duties = list('vehicles.duties', {
  title: words('驾驶员排班', 'Roster'),
  view: 'vehicles_read.duty_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: '-starts_at',
  columns: {
    starts_at: { title: words('起', 'From'), kind: 'instant', filter: true, sort: true },
    ends_at: { title: words('止', 'Until'), kind: 'instant' },
    name: driver,
    kind: { title: words('安排', 'What'), kind: 'choice', choices: dutyKinds, filter: true },
    note: { title: words('备注', 'Note'), kind: 'text' },
    unit_id: unit,
    driver_id: hiddenId('驾驶员', 'Driver'),
  },
  moves: (row) => ({ verbs: ['vehicles.strike-duty'], place: at(row) }),
});

/** 违法与事故. */
export const driverEvents = list('vehicles.driver-events', {
  title: words('违法与事故', 'Violations and accidents'),
  view: 'vehicles_read.driver_event_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: '-at',
  columns: {
    at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    name: driver,
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: eventKinds, filter: true },
    plate,
    place: { title: words('地点', 'Place'), kind: 'text' },
    points: { title: words('记分', 'Points'), kind: 'integer', sum: true },
    what: { title: words('情况', 'What'), kind: 'text' },
    unit_id: unit,
    driver_id: hiddenId('驾驶员', 'Driver'),
  },
  moves: (row) => ({ verbs: ['vehicles.add-paper'], place: at(row) }),
});

/** 保养手册. */
export const services = list('vehicles.services', {
  title: words('保养手册', 'Service book'),
  view: 'vehicles_read.service_v1',
  sheet: 'vehicles.service',
  who,
  order: 'due_day',
  columns: {
    plate,
    item: { title: words('项目', 'Item'), kind: 'text', filter: true },
    km_left: { title: words('还可行驶', 'Left'), kind: 'integer', unitOfMeasure: 'km', sort: 'nullable', filter: true },
    due_day: { title: words('应于', 'Due'), kind: 'day', filter: true, sort: 'nullable' },
    due_km: { title: words('应于里程', 'Due at'), kind: 'integer', unitOfMeasure: 'km' },
    odometer_km: { title: words('里程表', 'Odometer'), kind: 'integer', unitOfMeasure: 'km' },
    every_km: { title: words('间隔里程', 'Every'), kind: 'integer', unitOfMeasure: 'km' },
    every_months: { title: words('间隔月数', 'Every months'), kind: 'integer' },
    last_day: { title: words('上次', 'Last'), kind: 'day' },
    last_km: { title: words('上次里程', 'Last at'), kind: 'integer', unitOfMeasure: 'km' },
    note: { title: words('备注', 'Note'), kind: 'text' },
    unit_id: unit,
    vehicle_id: hiddenId('车辆', 'Vehicle'),
  },
  moves: (row) => ({ verbs: ['vehicles.record-service', 'vehicles.strike-service'], place: at(row) }),
});

/** 封存登记簿: sealed for which holiday, keys with whom, and whether it drove all the same. */
export const seals = list('vehicles.seals', {
  title: words('节假日封存登记', 'Sealing register'),
  view: 'vehicles_read.seal_v1',
  who,
  order: '-from_day',
  columns: {
    from_day: { title: words('起', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('止', 'To'), kind: 'day' },
    holiday: { title: words('节假日', 'Holiday'), kind: 'text', filter: true },
    plate,
    keys_with: { title: words('钥匙保管人', 'Keys with'), kind: 'text' },
    place: { title: words('停放地点', 'Place'), kind: 'text' },
    odometer_km: { title: words('封存里程', 'Odometer'), kind: 'integer', unitOfMeasure: 'km' },
    trips: { title: words('期间出车', 'Trips meanwhile'), kind: 'integer', sum: true },
    unit_id: unit,
    vehicle_id: hiddenId('车辆', 'Vehicle'),
  },
});
