import { type Context, newId, refuse, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { RegisterTerminal, TerminalRegistered } from './contract.ts';
import { bareNumber } from './jt808/header.ts';
import { terminalsLike } from './terminal-store.ts';

/** Until when a terminal that was registered, or reopened, may ask for its code. */
export const waitsUntil = ({ now, today, standards }: Context): string =>
  new Date(
    now.getTime() + standards.numberOn('vehicles.positions', today, [], { item: 'admit-days' }) * 86_400_000,
  ).toISOString();

/** 登记定位终端: a device becomes a vehicle's; from now on, and for some days, it may ask for its code. */
export const registerTerminal = verb('vehicles.register-terminal', {
  title: { zh: '登记定位终端', en: 'Register a terminal' },
  input: RegisterTerminal,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [TerminalRegistered],
  refusals: ['vehicle-retired', 'vehicle-has-terminal', 'terminal-number-taken'],
  async load(tx, { vehicle: id, number }) {
    const vehicle = await lockVehicle(tx, id);
    return { vehicle, like: await terminalsLike(tx, { number: bareNumber(number), vehicle: id }) };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, like }, { number: given, datum, maker, model }, context) {
    const number = bareNumber(given);
    if (vehicle.state === 'retired') return refuse('vehicle-retired', { plate: vehicle.plate });
    if (like.some((each) => each.vehicle === vehicle.id))
      return refuse('vehicle-has-terminal', { plate: vehicle.plate }, { status: 409 });
    if (like.length > 0) return refuse('terminal-number-taken', { number }, { status: 409 });
    return [
      TerminalRegistered.of({
        object: { kind: 'vehicles.terminal', id: newId() },
        unit: vehicle.unit,
        body: {
          vehicle: vehicle.id,
          plate: vehicle.plate,
          number,
          datum,
          maker,
          model,
          waitsUntil: waitsUntil(context),
        },
      }),
    ];
  },
});
