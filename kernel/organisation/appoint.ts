import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { Appoint, Appointed } from './contract.ts';

/**
 * 任职: a person takes a post; one main post at a time, any number of concurrent ones, secondments and acting posts.
 * More holders than the establishment is a fact of life to be seen, not blocked: the page shows both numbers.
 */
export const appoint = verb('kernel.appoint', {
  title: { zh: '任职', en: 'Appoint' },
  input: Appoint,
  who: ['system-admin'],
  facts: [Appointed],
  refusals: ['post-unknown', 'person-unknown', 'already-has-main-post'],
  async load(tx, { person, post }, _context) {
    const found = await tx.maybe<{ unit: string }>(
      sql`select unit_id as unit from kernel.post where id = ${post} for share`,
    );
    const known = await tx.maybe<{ id: string }>(sql`select id from kernel.person where id = ${person} for share`);
    const main = await tx.maybe<{ title: string }>(sql`
      select p.title from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
       where h.person_id = ${person} and h.kind = 'main' and h.valid_to is null`);
    return { post: found, person: known, main, holding: newId() };
  },
  at: ({ post }, _input, { actor }) => ({ unit: post?.unit ?? actor.unit ?? '' }),
  decide({ post, person, main, holding }, input) {
    if (!post) return refuse('post-unknown', {}, { status: 404 });
    if (!person) return refuse('person-unknown', {}, { status: 404 });
    if (main && input.kind === 'main' && input.to === undefined)
      return refuse('already-has-main-post', { title: main.title });
    return [
      Appointed.of({ object: { kind: 'person', id: input.person }, unit: post.unit, body: { ...input, holding } }),
    ];
  },
});
