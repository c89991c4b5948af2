import { newId, refuse, verb } from '@opengoa/kernel';
import { {{Noun}}Registered, Register{{Noun}} } from './contract.ts';
import { isNameTaken } from './{{noun}}-store.ts';

/** 登记: one of each name in a unit. */
export const register{{Noun}} = verb('{{room}}.register-{{noun}}', {
  title: { zh: '登记', en: 'Register' },
  input: Register{{Noun}},
  who: ['{{room}}-clerk'],
  facts: [{{Noun}}Registered],
  refusals: ['unit-unknown', 'name-taken'],
  load: async (tx, { unit, name }, { organisation }) => ({
    id: newId(),
    unit: organisation.unit(unit),
    taken: await isNameTaken(tx, unit, name),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, unit, taken }, { name, note }) {
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    if (taken) return refuse('name-taken', { name }, { status: 409 });
    return [{{Noun}}Registered.of({ object: { kind: '{{noun}}', id }, unit: unit.id, body: { name, note } })];
  },
});
