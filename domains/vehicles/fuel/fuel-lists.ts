import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { carriers } from '../words.zh.ts';

/** 加油充电台账: per vehicle, as the costs are (机关事务管理条例 第二十六条). */
export const fuel = list('vehicles.fuel', {
  title: words('加油充电', 'Fuel'),
  view: 'vehicles_read.fuel_v1',
  who: ['fleet-clerk', 'dispatcher', 'head', 'leader'],
  order: '-filled_at',
  search: 'search',
  sheet: 'vehicles.fuel',
  columns: {
    filled_at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    carrier: { title: words('种类', 'Carrier'), kind: 'choice', choices: carriers, filter: true },
    litres: { title: words('加油量', 'Litres'), kind: 'decimal', unitOfMeasure: 'L', sum: true },
    electricity_kwh: { title: words('充电量', 'Charged'), kind: 'decimal', unitOfMeasure: 'kWh', sum: true },
    cost_fen: { title: words('金额', 'Cost'), kind: 'money-fen', sum: true, sort: true },
    odometer_km: { title: words('里程表', 'Odometer'), kind: 'integer', unitOfMeasure: 'km' },
    full_tank: { title: words('加满', 'Full'), kind: 'yes-no', filter: true },
    station: { title: words('站点', 'Station'), kind: 'text', filter: true },
    card: { title: words('卡号', 'Card'), kind: 'text', filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
  },
  moves: (row) => ({
    verbs: ['vehicles.add-paper', 'vehicles.strike-fuel'],
    place: { unit: row['unit_id'] as string },
  }),
});
