import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { RegulationSwitched, SwitchRegulation } from './contract.ts';
import { returnsOf } from './entry-store.ts';
import { lockSwitch } from './plan-store.ts';
import { lockPoints } from './point-store.ts';

/** 自动调控开关: nothing acts at a unit until it is switched on there. Switched off, whatever is held goes back at once. */
export const switchRegulation = verb('energy.switch-regulation', {
  title: { zh: '自动调控开关', en: 'Switch regulation on or off' },
  input: SwitchRegulation,
  who: ['leader', 'system-admin'],
  facts: [RegulationSwitched],
  refusals: ['regulation-as-before'],
  async load(tx, { unit, running }, { now }) {
    const was = await lockSwitch(tx, unit);
    const points = running ? [] : await lockPoints(tx, sql`unit_id = ${unit}`);
    return {
      id: was?.id ?? newId(),
      was: was?.running ?? false,
      returns: running ? [] : await returnsOf(tx, points, () => true, 'switched-off', now),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, was, returns }, { unit, running, document }) {
    if (was === running) return refuse('regulation-as-before', {}, { status: 409 });
    return [
      RegulationSwitched.of({
        object: { kind: 'energy.regulation-switch', id },
        unit,
        body: { running, document, returns },
      }),
    ];
  },
});
