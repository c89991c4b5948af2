import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';

/** 车速待核实: stretches above the limit of the kind of vehicle, or of a fence. */
export const overSpeeds = list('vehicles.over-speeds', {
  title: words('车速待核实', 'Speeds to be looked at'),
  view: 'vehicles_read.over_speed_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: '-from_at',
  columns: {
    from_at: { title: words('起', 'From'), kind: 'instant', filter: true, sort: true },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    seconds: { title: words('持续', 'Lasted'), kind: 'integer', unitOfMeasure: 's', sort: true },
    most_kmh: { title: words('最高车速', 'Fastest'), kind: 'integer', unitOfMeasure: 'km/h', sort: true },
    limit_kmh: { title: words('提示界限', 'Limit'), kind: 'integer', unitOfMeasure: 'km/h' },
    over_kmh: { title: words('高出', 'Above it by'), kind: 'integer', unitOfMeasure: 'km/h', sort: true },
    fence_name: { title: words('围栏', 'Fence'), kind: 'text', filter: true },
    number: { title: words('用车单', 'Trip'), kind: 'text', filter: true },
    to_at: { title: words('止', 'Until'), kind: 'instant' },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    vehicle_id: { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true },
  },
});
