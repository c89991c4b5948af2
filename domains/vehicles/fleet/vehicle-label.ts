import { words } from '@opengoa/kernel/words';
import type { LabelledKind } from '@opengoa/kernel';

/** The label on a vehicle: in the car, for passengers, and on its keys. */
export const vehicleLabel: LabelledKind = {
  kind: 'vehicles.vehicle',
  title: words('车辆', 'Vehicle'),
  view: 'vehicles_read.labelled_vehicle_v1',
  keptBy: ['fleet-clerk'],
  finders: ['fleet-clerk', 'dispatcher', 'driver', 'head', 'leader'],
  opens: '/vehicles/fleet/{id}',
  faults: {
    damaged: words('外观有损坏', 'Damage to the body'),
    'warning-light': words('仪表灯报警', 'A warning light is on'),
    brakes: words('刹车或转向异常', 'Brakes or steering'),
    tyre: words('轮胎问题', 'A tyre'),
    noise: words('有异响或异味', 'Noise or smell'),
    air: words('空调不好用', 'Air conditioning'),
    dirty: words('车内不整洁', 'Not clean inside'),
  },
  takenBy: ['fleet-clerk', 'dispatcher'],
  followedBy: ['vehicles.order-repair'],
};
