import { refuse, verb } from '@opengoa/kernel';
import { MeterReplaced, ReplaceMeter } from './contract.ts';
import { rebuildRegister } from '../readings/register-store.ts';
import { rebuildStretches } from '../readings/day-store.ts';
import { instrumentsOf, isKeyTaken, lockMeter } from './meter-store.ts';
import { fromThousandths, meterOf, toThousandths } from './meter.ts';
import { endOf, stepOf } from '../readings/register-use.ts';
import { lastRegister } from '../readings/register-store.ts';

/**
 * 换表: the place of metering stays, the instrument changes. Recorded late, it is reckoned back to its own day: what stood apart because the
 * register fell is counted again, and the multiplier holds from that instant.
 */
export const replaceMeter = verb('energy.replace-meter', {
  title: { zh: '换表', en: 'Replace a meter' },
  input: ReplaceMeter,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [MeterReplaced],
  refusals: ['time-not-yet', 'meter-key-taken', 'exchange-before-last', 'first-register-needed', 'reading-goes-back'],
  async load(tx, input) {
    const meter = await lockMeter(tx, input.meter);
    const instruments = await instrumentsOf(tx, [meter.id]);
    return {
      meter,
      instruments,
      taken: input.key !== instruments.at(-1)!.key && (await isKeyTaken(tx, input.key)),
      last: meter.reads === 'register' ? await lastRegister(tx, meter.id, new Date(input.at)) : null,
    };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, instruments, taken, last }, { meter: _id, ...body }, { now, calendar }) {
    const at = new Date(body.at);
    if (at > now) return refuse('time-not-yet');
    if (taken) return refuse('meter-key-taken', { key: body.key }, { status: 409 });
    if (instruments.at(-1)!.from !== null && at <= instruments.at(-1)!.from!) return refuse('exchange-before-last');
    if (meter.reads === 'register') {
      if (body.lastRegister === null || body.firstRegister === null) return refuse('first-register-needed');
      const step = last && stepOf(last.value, toThousandths(body.lastRegister), endOf(meter.digits));
      if (last !== null && step === null)
        return refuse('reading-goes-back', {
          now: body.lastRegister,
          last: fromThousandths(last.value),
          lastDay: calendar.dayOf(last.at),
        });
    }
    return [MeterReplaced.of({ object: meterOf(meter), unit: meter.unit, body, happenedAt: at })];
  },
  async also(tx, { meter }, { at }) {
    const from = new Date(at);
    if (meter.reads === 'register') await rebuildRegister(tx, meter, from);
    else if (meter.lastAt !== null && meter.lastAt >= from)
      await rebuildStretches(tx, meter.id, [[from, meter.lastAt]]);
  },
});
