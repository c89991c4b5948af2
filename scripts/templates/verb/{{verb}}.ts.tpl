import { keepsNothing, newId, refuse, verb } from '@opengoa/kernel';
import { {{Fact}}, {{Verb}} } from './contract.ts';

/** {{zh}}: in one sentence, what it does and which article it follows. */
export const {{verbCamel}} = verb('{{room}}.{{verb}}', {
  title: { zh: '{{zh}}', en: '{{en}}' },
  input: {{Verb}},
  who: ['{{clerk}}'],
  facts: [{{Fact}}],
  refusals: ['unit-unknown'],
  load: async (_tx, { unit }, { organisation }) => ({ id: newId(), unit: organisation.unit(unit) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, unit }, { note }) {
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    return [{{Fact}}.of({ object: { kind: '{{noun}}', id }, unit: unit.id, body: { note } })];
  },
});

/** Only the Record keeps it, until a row in the store does. */
export const {{verbCamel}}Saves = [keepsNothing({{Fact}})];
