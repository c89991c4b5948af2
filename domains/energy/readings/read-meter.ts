import { refuse, verb } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { MeterRead, ReadMeter } from './contract.ts';
import { lockMeter } from '../meters/meter-store.ts';
import { fromThousandths, meterOf, toThousandths } from '../meters/meter.ts';
import { endOf, stepOf } from './register-use.ts';
import { noteLastRead } from './reading-store.ts';
import { lastRegister, nextRegister, rebuildRegister } from './register-store.ts';

/**
 * 人工抄表: what somebody standing before the meter reads off it (第十五条: raw data recorded truthfully by a named person).
 * A number below the last one is refused there and then, while the reader can still look again.
 */
export const readMeter = verb('energy.read-meter', {
  title: { zh: '抄表', en: 'Read a meter' },
  input: ReadMeter,
  who: ['energy-clerk', 'clerk'],
  on: 'energy.meter',
  facts: [MeterRead],
  refusals: ['not-a-register', 'time-not-yet', 'reading-goes-back', 'reading-beyond-next', 'already-there'],
  async load(tx, input, { now }) {
    const meter = await lockMeter(tx, input.meter);
    const at = input.at === undefined ? now : new Date(input.at);
    return { meter, at, last: await lastRegister(tx, meter.id, at), next: await nextRegister(tx, meter.id, at) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, at, last, next }, { value, photos }, { now, calendar }) {
    if (meter.reads !== 'register') return refuse('not-a-register', { meter: meter.name });
    if (at > now) return refuse('time-not-yet');
    if (last !== null && last.at.getTime() === at.getTime()) return refuse('already-there', {}, { status: 409 });
    const shown = toThousandths(value);
    const end = endOf(meter.digits);
    if (last !== null && stepOf(last.value, shown, end) === null)
      return refuse(
        'reading-goes-back',
        { now: value, last: fromThousandths(last.value), lastDay: calendar.dayOf(last.at) },
        { possible: ['energy.replace-meter'] },
      );
    if (next !== null && stepOf(shown, next.value, end) === null)
      return refuse('reading-beyond-next', {
        now: value,
        next: fromThousandths(next.value),
        nextDay: calendar.dayOf(next.at),
      });
    return [
      MeterRead.of({
        object: meterOf(meter),
        unit: meter.unit,
        body: { value: fromThousandths(shown), at: at.toISOString(), measure: meter.measure, photos },
        happenedAt: at,
      }),
    ];
  },
  async also(tx, { meter, at }, { photos }) {
    await attachFiles(tx, meterOf(meter), photos);
    await rebuildRegister(tx, meter, at);
    await noteLastRead(tx, [meter.id], [at.getTime()]);
  },
});
