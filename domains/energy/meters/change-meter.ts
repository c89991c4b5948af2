import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { ChangeMeter, MeterChanged } from './contract.ts';
import { lineageOf, lockMeter, metersWhere } from './meter-store.ts';
import { meterOf } from './meter.ts';

/** 变更表计: its name, its place in the tree, the day it goes out of service. What it measures never changes: that is another meter. */
export const changeMeter = verb('energy.change-meter', {
  title: { zh: '变更表计', en: 'Change a meter' },
  input: ChangeMeter,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [MeterChanged],
  refusals: ['stale-version', 'main-has-no-parent', 'parent-not-fitting', 'use-not-fitting', 'period-backwards'],
  async load(tx, { meter: id, parent }) {
    const meter = await lockMeter(tx, id);
    return {
      meter,
      parent: parent == null ? null : ((await metersWhere(tx, sql`id = ${parent}`))[0] ?? null),
      above: await lineageOf(tx, parent ?? null),
    };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, parent, above }, input) {
    if (input.version !== meter.version) return stale({ version: meter.version });
    const body = {
      name: input.name ?? meter.name,
      kind: input.kind ?? meter.kind,
      use: input.use === undefined ? meter.use : input.use,
      parent: input.parent === undefined ? meter.parent : input.parent,
      validTo: input.validTo === undefined ? meter.validTo : input.validTo,
    };
    if (body.kind === 'main' && body.parent !== null) return refuse('main-has-no-parent');
    if (
      input.parent != null &&
      (parent?.building !== meter.building || parent.carrier !== meter.carrier || above.includes(meter.id))
    )
      return refuse('parent-not-fitting');
    if (body.use !== null && (meter.carrier !== 'electricity' || body.kind !== 'sub')) return refuse('use-not-fitting');
    if (body.validTo !== null && body.validTo <= meter.validFrom) return refuse('period-backwards');
    return [MeterChanged.of({ object: meterOf(meter), unit: meter.unit, body })];
  },
});
