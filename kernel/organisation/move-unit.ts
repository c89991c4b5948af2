import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { MoveUnit, UnitMoved } from './contract.ts';

/** 隶属调整: from a day on the unit hangs elsewhere; where it hung before stays on file. */
export const moveUnit = verb('kernel.move-unit', {
  title: { zh: '调整隶属', en: 'Move a unit' },
  input: MoveUnit,
  who: ['system-admin'],
  facts: [UnitMoved],
  refusals: ['unit-unknown', 'unit-below-itself', 'unit-already-there'],
  async load(_tx, { unit, parent }, { organisation }) {
    return {
      unit: organisation.unit(unit),
      parent: organisation.unit(parent),
      loops: organisation.covers(unit, parent, true),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ unit, parent, loops }, input) {
    if (!unit || !parent) return refuse('unit-unknown', {}, { status: 404 });
    if (loops) return refuse('unit-below-itself', { name: unit.name, parent: parent.name });
    if (unit.parent === parent.id) return refuse('unit-already-there', { name: unit.name, parent: parent.name });
    return [UnitMoved.of({ object: { kind: 'unit', id: unit.id }, unit: unit.id, body: input })];
  },
});
