import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { SplitUnit, UnitSplit } from './contract.ts';

/** 机构分设: the split unit ends; each successor may look back on what was common. The successors are founded before. */
export const splitUnit = verb('kernel.split-unit', {
  title: { zh: '分设机构', en: 'Split a unit' },
  input: SplitUnit,
  who: ['system-admin'],
  facts: [UnitSplit],
  refusals: ['unit-unknown', 'unit-ended', 'unit-below-itself'],
  async load(_tx, { unit, into }, { organisation }) {
    return { unit: organisation.unit(unit), into: into.map((each) => organisation.unit(each)) };
  },
  // Of every successor, too: it will look back on what was common.
  at: (_known, { unit, into }) => [unit, ...into].map((each) => ({ unit: each })),
  decide({ unit, into }, input, { organisation }) {
    if (!unit || into.some((each) => !each)) return refuse('unit-unknown', {}, { status: 404 });
    if (unit.validTo !== null && unit.validTo <= input.day)
      return refuse('unit-ended', { name: unit.name, day: unit.validTo });
    const below = into.find((each) => each && organisation.covers(unit.id, each.id, true));
    if (below) return refuse('unit-below-itself', { name: unit.name, parent: below.name });
    return [UnitSplit.of({ object: { kind: 'unit', id: unit.id }, unit: unit.id, body: input })];
  },
});
