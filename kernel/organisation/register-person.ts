import { newId } from '../id.ts';
import { verb } from '../verbs/verb.ts';
import { PersonRegistered, RegisterPerson } from './contract.ts';

/** 登记人员: a person is known to the house; rights come only with a post and its grants. */
export const registerPerson = verb('kernel.register-person', {
  title: { zh: '登记人员', en: 'Register a person' },
  input: RegisterPerson,
  who: ['system-admin'],
  facts: [PersonRegistered],
  refusals: [],
  load: async (_tx, { id }) => ({ id: id ?? newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide: ({ id }, input) => [
    PersonRegistered.of({ object: { kind: 'person', id }, unit: input.unit, subject: id, body: { ...input, id } }),
  ],
});
