import type { Actor } from '@opengoa/kernel';
import type { CityVehicle } from './fleet.ts';

export interface Registered {
  readonly vehicle: CityVehicle;
  readonly id: string;
  readonly driverId: string;
}

/** People of the two pools at their desks. */
export interface Desk {
  readonly clerk: Actor;
  readonly dispatcher: Actor;
  /** Approves small repairs. */
  readonly head: Actor;
}
