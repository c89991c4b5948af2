import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { FoundUnit, UnitFounded } from './contract.ts';

/** 设立机构: a unit begins, below another one. The first of all has no parent, and only an empty organisation takes it. */
export const foundUnit = verb('kernel.found-unit', {
  title: { zh: '设立机构', en: 'Found a unit' },
  input: FoundUnit,
  who: ['system-admin'],
  facts: [UnitFounded],
  refusals: ['unit-unknown', 'unit-ended'],
  async load(_tx, { parent }, { organisation }) {
    return { parent: parent === null ? null : organisation.unit(parent), id: newId() };
  },
  at: ({ parent, id }, input) => ({ unit: parent?.id ?? input.id ?? id }),
  decide({ parent, id }, input, { organisation }) {
    if (parent === undefined || (parent === null && organisation.units.length > 0))
      return refuse('unit-unknown', {}, { status: 404 });
    if (parent?.validTo && parent.validTo <= input.from)
      return refuse('unit-ended', { name: parent.name, day: parent.validTo });
    const unit = input.id ?? id;
    return [
      UnitFounded.of({ object: { kind: 'unit', id: unit }, unit: parent?.id ?? unit, body: { ...input, id: unit } }),
    ];
  },
});
