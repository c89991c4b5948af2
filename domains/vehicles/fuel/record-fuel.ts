import { refuse, verb } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { type Carrier, FuelRecorded, FuelStruck, type Power, RecordFuel } from '../contract.ts';
import { odometerRefusal } from '../fleet/odometer.ts';
import { lockNamed, odometerAround } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { carriers, powers } from '../words.zh.ts';
import { lockFilling, struckFilling } from './strike-fuel.ts';

/**
 * 登记加油充电: what the vehicle's card paid, borne by the vehicle's unit.
 * More litres than the tank holds are kept as they were paid: that is a finding, not an error of typing (VE-06).
 */
export const recordFuel = verb('vehicles.record-fuel', {
  title: { zh: '登记加油充电', en: 'Record fuel' },
  input: RecordFuel,
  who: ['fleet-clerk', 'driver'],
  on: 'vehicles.vehicle',
  facts: [FuelRecorded, FuelStruck],
  refusals: ['time-not-yet', 'carrier-not-fitting', 'odometer-goes-back', 'odometer-beyond-next'],
  async load(tx, input) {
    const vehicle = await lockNamed(tx, input);
    const { corrects } = input;
    return {
      vehicle,
      old: corrects === undefined ? null : await lockFilling(tx, corrects),
      around: await odometerAround(tx, vehicle.id, new Date(input.filledAt), corrects),
    };
  },
  at: ({ vehicle, old }) => [{ unit: vehicle.unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ vehicle, old, around }, { plate: _plate, corrects: _corrects, ...input }, { now }) {
    const { filledAt, carrier, litres, electricityKwh, costFen, odometerKm } = input;
    const { unit, plate, power } = vehicle;
    const at = new Date(filledAt);
    if (at > now) return refuse('time-not-yet');
    if (!takes(power, carrier))
      return refuse('carrier-not-fitting', { plate, power: powers[power], carrier: carriers[carrier] });
    const wrong = odometerRefusal(around, odometerKm);
    if (wrong) return wrong;
    return [
      ...(old ? [struckFilling(old, '更正')] : []),
      FuelRecorded.of({
        object: vehicleOf(vehicle),
        unit,
        body: { ...input, vehicle: vehicle.id },
        happenedAt: at,
        facets: {
          cost: [
            { amountFen: costFen, unit, day: dayOf(at), item: carrier === 'electricity' ? 'electricity' : 'fuel' },
          ],
          energy: {
            carrier,
            amount: litres ?? electricityKwh ?? 0,
            unit: litres === null ? 'kWh' : 'L',
            from: filledAt,
            to: filledAt,
          },
        },
      }),
    ];
  },
});

function takes(power: Power, carrier: Carrier): boolean {
  if (carrier === 'electricity') return power === 'battery-electric' || power === 'plug-in-hybrid';
  if (carrier === 'diesel') return power === 'diesel';
  return power !== 'diesel' && power !== 'battery-electric' && power !== 'fuel-cell';
}
