import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { CreatePost, PostCreated } from './contract.ts';

/** 设置岗位: a post of a unit, with its rank and how many the staffing authority approved. */
export const createPost = verb('kernel.create-post', {
  title: { zh: '设置岗位', en: 'Create a post' },
  input: CreatePost,
  who: ['system-admin'],
  facts: [PostCreated],
  refusals: ['unit-unknown'],
  load: async (_tx, { id, unit }, { organisation }) => ({ id: id ?? newId(), unit: organisation.unit(unit) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, unit }, input) {
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    return [PostCreated.of({ object: { kind: 'post', id }, unit: unit.id, body: { ...input, id } })];
  },
});
