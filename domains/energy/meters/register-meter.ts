import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { findBuilding, findBuildingNamed } from '../buildings/building-store.ts';
import { MeterRegistered, RegisterMeter } from './contract.ts';
import { carriers } from '../words.zh.ts';
import { isKeyTaken, metersWhere } from './meter-store.ts';
import { measuresOf, meterOf } from './meter.ts';

/** 登记表计: a place of metering in a building, and the first instrument at it. */
export const registerMeter = verb('energy.register-meter', {
  title: { zh: '登记表计', en: 'Register a meter' },
  input: RegisterMeter,
  who: ['energy-clerk'],
  on: 'energy.building',
  facts: [MeterRegistered],
  refusals: [
    'meter-key-taken',
    'measure-not-of-carrier',
    'interval-needed',
    'main-has-no-parent',
    'parent-not-fitting',
    'use-not-fitting',
  ],
  async load(tx, { building, key, parent }) {
    return {
      id: newId(),
      building: typeof building === 'string' ? await findBuilding(tx, building) : await findBuildingNamed(tx, building),
      taken: await isKeyTaken(tx, key),
      parent: parent === null ? null : ((await metersWhere(tx, sql`id = ${parent}`))[0] ?? null),
    };
  },
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building, taken, parent }, { measure: given, ...input }) {
    if (taken) return refuse('meter-key-taken', { key: input.key }, { status: 409 });
    const fitting = measuresOf[input.carrier];
    const measure = given ?? fitting[0];
    if (!fitting.includes(measure))
      return refuse('measure-not-of-carrier', { carrier: carriers[input.carrier], measure });
    if (input.reads === 'interval' && input.intervalMinutes === null) return refuse('interval-needed');
    if (input.parent !== null && input.kind === 'main') return refuse('main-has-no-parent');
    if (input.parent !== null && (parent?.building !== building.id || parent.carrier !== input.carrier))
      return refuse('parent-not-fitting');
    if (input.use !== null && (input.carrier !== 'electricity' || input.kind !== 'sub'))
      return refuse('use-not-fitting');
    return [
      MeterRegistered.of({
        object: meterOf({ id }),
        unit: building.unit,
        body: { ...input, building: building.id, measure },
      }),
    ];
  },
});
