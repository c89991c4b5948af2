import type { Context, Id } from '@opengoa/kernel';
import type {
  Body,
  Category,
  Condition,
  DriverState,
  Licence,
  Power,
  Use,
  VehicleState,
  Warning,
} from '../contract.ts';

export interface Vehicle {
  readonly id: Id;
  readonly unit: Id;
  /** The unit whose people it carries, with all below. */
  readonly serves: Id;
  readonly plate: string;
  readonly make: string;
  readonly model: string;
  readonly modelYear: number | null;
  readonly category: Category;
  readonly body: Body;
  readonly power: Power;
  readonly condition: Condition;
  /** Persons carried, the driver included. */
  readonly seats: number | null;
  readonly displacementL: number | null;
  readonly priceFen: number | null;
  readonly tankLitres: number | null;
  readonly batteryKwh: number | null;
  readonly inServiceDay: string | null;
  readonly usedBy: string;
  readonly state: VehicleState;
  readonly odometerKm: number;
  /** The trip it is out on. */
  readonly outOn: Id | null;
  readonly warnings: readonly Warning[];
  readonly version: number;
}

export interface Driver {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id;
  readonly name: string;
  readonly licence: Licence;
  readonly licenceValidTo: string;
  readonly state: DriverState;
  readonly version: number;
}

export const vehicleOf = (vehicle: Pick<Vehicle, 'id'>) => ({ kind: 'vehicles.vehicle', id: vehicle.id });
export const driverOf = (driver: Pick<Driver, 'id'>) => ({ kind: 'vehicles.driver', id: driver.id });

/** Passengers it takes besides the driver. */
export const passengerSeats = ({ seats }: Pick<Vehicle, 'seats'>): number => (seats === null ? 0 : seats - 1);

/** 机动车驾驶证申领和使用规定 (公安部令第162号) 附件1: which bodies each class may drive. */
const drives: Readonly<Record<Licence, readonly Body[]>> = {
  A1: ['sedan', 'small-passenger', 'medium-passenger', 'large-passenger', 'goods'],
  A2: ['sedan', 'small-passenger', 'medium-passenger', 'goods'],
  A3: ['sedan', 'small-passenger', 'large-passenger'],
  B1: ['sedan', 'small-passenger', 'medium-passenger'],
  B2: ['sedan', 'small-passenger', 'goods'],
  C1: ['sedan', 'small-passenger'],
  C2: ['sedan', 'small-passenger'],
};
export const mayDrive = (licence: Licence, body: Body): boolean => drives[licence].includes(body);

/** 第三条: the categories kept for a use. A vehicle of another category may go, but stands lower among the proposals. */
const keptFor: Readonly<Record<Use, readonly Category[]>> = {
  'general-affairs': ['other', 'emergency-support'],
  'confidential-courier': ['confidential-courier'],
  emergency: ['emergency-support'],
  'law-enforcement': ['law-enforcement'],
  reception: ['other'],
};
export const suits = (category: Category, use: Use): boolean => keptFor[use].includes(category);

/** 第七条 speaks of new-energy vehicles as one: plug-in, battery, fuel cell. */
export const isNewEnergy = (power: Power): boolean =>
  power === 'plug-in-hybrid' || power === 'battery-electric' || power === 'fuel-cell';

/** May this vehicle carry people of that unit? Borrowing between units is not allowed (厉行节约反对浪费条例 第二十六条). */
export const servesUnit = (
  vehicle: Pick<Vehicle, 'serves'>,
  unit: Id,
  organisation: Context['organisation'],
): boolean => organisation.covers(vehicle.serves, unit, true);

/** Whole and part years since it went into service. Years are counted by date, so that eight years are over on the day. */
export function yearsInService(inServiceDay: string, day: string): number {
  const [fromYear, ...from] = inServiceDay.split('-').map(Number) as [number, number, number];
  const [toYear, ...to] = day.split('-').map(Number) as [number, number, number];
  const monthsAndDays = (to[0] - from[0]) / 12 + (to[1] - from[1]) / 372;
  return toYear - fromYear + monthsAndDays;
}
