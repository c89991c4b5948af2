import { refuse, verb } from '@opengoa/kernel';
import { DecideDoubt, DoubtDecided } from './contract.ts';
import type { DoubtRule } from '../contract.ts';
import { lockMeter } from '../meters/meter-store.ts';
import { meterOf } from '../meters/meter.ts';
import { rebuildStretches } from './day-store.ts';
import { lockDoubt, setQuality } from './reading-store.ts';

/** 确认存疑读数: counted after all, or left out for good. Either way somebody says why. */
export const decideDoubt = verb('energy.decide-doubt', {
  title: { zh: '确认存疑读数', en: 'Decide on a doubt' },
  input: DecideDoubt,
  who: ['energy-clerk'],
  on: 'energy.doubt',
  facts: [DoubtDecided],
  refusals: ['already-decided-here', 'register-is-not-counted'],
  async load(tx, { doubt: id }) {
    const doubt = await lockDoubt(tx, id);
    return { doubt, meter: await lockMeter(tx, doubt.meter) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ doubt, meter }, { outcome, why }) {
    if (doubt.state !== 'open') return refuse('already-decided-here', {}, { status: 409 });
    if (meter.reads === 'register' && outcome === 'counted')
      return refuse('register-is-not-counted', {}, { possible: ['energy.replace-meter', 'energy.correct-reading'] });
    return [
      DoubtDecided.of({
        object: meterOf(meter),
        unit: meter.unit,
        body: { doubt: doubt.id, rule: doubt.rule as DoubtRule, outcome },
        why,
      }),
    ];
  },
  async also(tx, { doubt, meter }, { outcome }) {
    if (outcome === 'left-out' || meter.reads === 'register') return;
    await setQuality(tx, meter.id, doubt.from, doubt.to, 'measured');
    await rebuildStretches(tx, meter.id, [[doubt.from, doubt.to]]);
  },
});
