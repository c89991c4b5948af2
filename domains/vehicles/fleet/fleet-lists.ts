import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { bodies, categories, driverStates, licences, powers, vehicleStates } from '../words.zh.ts';

/** 车辆台账 (第三章、第五章: every unit keeps a ledger of its vehicles). */
export const vehicles = list('vehicles.vehicles', {
  title: words('车辆台账', 'Vehicles'),
  view: 'vehicles_read.vehicle_v1',
  who: ['fleet-clerk', 'dispatcher', 'driver', 'head', 'leader'],
  order: 'plate',
  search: 'search',
  sheet: 'vehicles.vehicle',
  opens: '/vehicles/fleet/{id}',
  columns: {
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: vehicleStates, filter: true },
    make: { title: words('品牌', 'Make'), kind: 'text', filter: true, sort: true },
    model: { title: words('型号', 'Model'), kind: 'text' },
    model_year: { title: words('年份', 'Year'), kind: 'text', sort: 'nullable' },
    category: { title: words('车辆类别', 'Category'), kind: 'choice', choices: categories, filter: true },
    body: { title: words('车型', 'Body'), kind: 'choice', choices: bodies, filter: true },
    power: { title: words('动力', 'Power'), kind: 'choice', choices: powers, filter: true },
    seats: { title: words('核定载客', 'Seats'), kind: 'integer', filter: true, sum: true },
    displacement_l: { title: words('排气量', 'Displacement'), kind: 'decimal', unitOfMeasure: 'L' },
    price_fen: { title: words('购置价', 'Price'), kind: 'money-fen', sum: true, sort: 'nullable' },
    in_service_day: { title: words('启用日期', 'In service'), kind: 'day', filter: true, sort: 'nullable' },
    odometer_km: { title: words('里程', 'Odometer'), kind: 'integer', unitOfMeasure: 'km', sort: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    serves: { title: words('服务范围', 'Serves'), kind: 'unit', filter: true },
    home: { title: words('停放地', 'Kept at'), kind: 'text', filter: true },
    used_by: { title: words('使用部门', 'Used by'), kind: 'text', filter: true },
    warning_count: { title: words('提示', 'Notes'), kind: 'integer', filter: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'retired' ? [] : vehicleVerbs,
    place: { unit: row['unit_id'] as string },
  }),
});

/** What the ledger offers of a vehicle that is not retired. */
export const vehicleVerbs = [
  'vehicles.change-vehicle',
  'vehicles.replace-odometer',
  'vehicles.record-fuel',
  'vehicles.record-cost',
  'vehicles.order-repair',
  'vehicles.assign-fuel-card',
  'vehicles.record-inspection',
  'vehicles.plan-service',
  'vehicles.set-home',
  'vehicles.seal-vehicle',
  'vehicles.transfer-vehicle',
  'vehicles.register-terminal',
  'vehicles.break-glass',
  'vehicles.retire-vehicle',
];

/** 驾驶员. */
export const drivers = list('vehicles.drivers', {
  title: words('驾驶员', 'Drivers'),
  view: 'vehicles_read.driver_v1',
  sheet: 'vehicles.driver',
  sensitive: true,
  who: ['fleet-clerk', 'dispatcher', 'self'],
  order: 'name',
  search: 'search',
  columns: {
    name: { title: words('姓名', 'Name'), kind: 'text', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: driverStates, filter: true },
    licence: { title: words('准驾车型', 'Licence'), kind: 'choice', choices: licences, filter: true },
    licence_valid_to: { title: words('驾驶证有效期至', 'Valid to'), kind: 'day', filter: true, sort: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: ['vehicles.plan-duty', 'vehicles.record-driver-event', 'vehicles.change-driver'],
    place: { unit: row['unit_id'] as string },
  }),
});
