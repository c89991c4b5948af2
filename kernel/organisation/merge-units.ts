import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { MergeUnits, UnitsMerged } from './contract.ts';

/** 机构合并: the merged end, their history stays theirs, and whoever covers the successor covers it from that day. */
export const mergeUnits = verb('kernel.merge-units', {
  title: { zh: '合并机构', en: 'Merge units' },
  input: MergeUnits,
  who: ['system-admin'],
  facts: [UnitsMerged],
  refusals: ['unit-unknown', 'unit-ended', 'unit-below-itself'],
  async load(_tx, { units, into }, { organisation }) {
    return { units: units.map((unit) => organisation.unit(unit)), into: organisation.unit(into) };
  },
  // Of every unit that ends, too: nobody ends what lies outside their reach.
  at: (_known, { units, into }) => [into, ...units].map((unit) => ({ unit })),
  decide({ units, into }, input, { organisation }) {
    if (!into) return refuse('unit-unknown', {}, { status: 404 });
    for (const unit of units) {
      if (!unit) return refuse('unit-unknown', {}, { status: 404 });
      if (unit.validTo !== null && unit.validTo <= input.day)
        return refuse('unit-ended', { name: unit.name, day: unit.validTo });
      if (unit.id === into.id || organisation.covers(unit.id, into.id, true))
        return refuse('unit-below-itself', { name: unit.name, parent: into.name });
    }
    return [UnitsMerged.of({ object: { kind: 'unit', id: into.id }, unit: into.id, body: input })];
  },
});
