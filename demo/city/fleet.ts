import { chanceOf } from './chance.ts';
import type { CityPerson, UnitsAndPeople } from './units-and-people.ts';

/** Three fleets beside the town's six vehicles: the city's pool, the county's, and the police's own. */

export type Pool = '市' | '县' | '公安';

export interface CityVehicle {
  readonly plate: string;
  readonly pool: Pool;
  readonly unit: string;
  readonly serves: string;
  readonly make: string;
  readonly model: string;
  readonly category: 'confidential-courier' | 'emergency-support' | 'law-enforcement' | 'other';
  readonly condition: 'ordinary' | 'work-need' | 'special-case';
  readonly body: 'sedan' | 'small-passenger' | 'medium-passenger';
  readonly power: 'petrol' | 'diesel' | 'battery-electric' | 'plug-in-hybrid';
  readonly seats: number;
  readonly displacementL: number | null;
  readonly tankLitres: number | null;
  readonly batteryKwh: number | null;
  readonly priceFen: number;
  readonly inServiceDay: string;
  readonly odometerKm: number;
  /** Litres or kWh per 100 km that it takes in truth. */
  readonly per100Km: number;
  readonly driver: CityPerson;
  /** Number of its terminal; null where it has none. */
  readonly terminal: string | null;
  readonly card: string | null;
  /** Trips a working day. */
  readonly busy: number;
}

const models = [
  ['一汽大众', '朗逸 1.5L', 'petrol', 'sedan', 5, 1.5, 50, null, 10_900_000, 6.9],
  ['上汽大众', '帕萨特 1.4T', 'petrol', 'sedan', 5, 1.4, 64, null, 11_900_000, 7.6],
  ['吉利', '帝豪 1.5L', 'petrol', 'sedan', 5, 1.5, 53, null, 7_900_000, 6.6],
  ['长安', '逸动 1.6L', 'petrol', 'sedan', 5, 1.6, 53, null, 8_900_000, 7.1],
  ['广汽传祺', 'M6', 'petrol', 'small-passenger', 7, 1.5, 55, null, 11_900_000, 8.6],
  ['上汽大通', 'G10', 'petrol', 'small-passenger', 7, 1.6, 75, null, 11_900_000, 9.4],
  ['比亚迪', '秦PLUS EV', 'battery-electric', 'sedan', 5, null, null, 57, 11_800_000, 14.2],
  ['红旗', 'E-QM5', 'battery-electric', 'sedan', 5, null, null, 54, 11_900_000, 15.1],
  ['广汽埃安', 'Y', 'battery-electric', 'sedan', 5, null, null, 63, 11_900_000, 13.8],
  ['比亚迪', '宋PLUS DM-i', 'plug-in-hybrid', 'sedan', 5, 1.5, 60, 18, 11_900_000, 5.6],
] as const;

/** `青A·I` and four digits: the letter I is never used in plates (GA 36-2018), so no such plate exists (SEC-DC-08). */
const plateOf = (n: number) => `青A·I${String(n).padStart(4, '0')}`;
/** Numbers that begin with 10 belong to no subscriber of mobile telephony. */
const terminalOf = (n: number) => `1000026${String(n).padStart(4, '0')}`;

export function fleetOf(seed: number, { drivers }: UnitsAndPeople, share = 1): CityVehicle[] {
  const chance = chanceOf(seed, 'fleet');
  const vehicles: CityVehicle[] = [];
  const pools: readonly (readonly [Pool, string, string, number])[] = [
    ['市', '车管科', '市', 126],
    ['县', '县车管股', '县', 36],
    ['公安', '公安警保', '公安局', 12],
  ];
  for (const [pool, unit, serves, count] of pools) {
    for (let n = 0; n < Math.ceil(count * share); n += 1) {
      const number = vehicles.length + 1;
      const [make, model, power, body, seats, displacementL, tankLitres, batteryKwh, priceFen, per100Km] =
        chance.one(models);
      const category =
        pool === '公安'
          ? 'law-enforcement'
          : chance.is(0.3)
            ? 'confidential-courier'
            : chance.is(0.35)
              ? 'emergency-support'
              : 'other';
      const age = chance.whole(1, 9);
      vehicles.push({
        plate: plateOf(number),
        pool,
        unit,
        serves,
        make,
        model,
        category,
        condition: 'ordinary',
        body,
        power,
        seats,
        displacementL,
        tankLitres,
        batteryKwh,
        priceFen,
        inServiceDay: `${2025 - age}-${String(chance.whole(1, 12)).padStart(2, '0')}-15`,
        odometerKm: age * chance.whole(7_000, 15_000),
        per100Km: per100Km * chance.between(0.94, 1.1),
        driver: drivers[pool][n]!,
        terminal: chance.is(0.68) ? terminalOf(number) : null,
        card: tankLitres === null ? null : `2026-${String(number).padStart(4, '0')}`,
        busy: chance.between(0.083, 0.32),
      });
    }
  }
  return vehicles;
}
