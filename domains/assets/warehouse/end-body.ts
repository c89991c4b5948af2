import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { BodyEnded, EndBody } from './contract.ts';
import { bodyMoves, bodyOf } from './offer.ts';
import { lockBody } from './warehouse-store.ts';

/** 活动结束: all that was lent is back, and all that was bought is in the warehouse. */
export const endBody = verb('assets.end-body', {
  title: { zh: '办理结束', en: 'End' },
  input: EndBody,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.body',
  facts: [BodyEnded],
  refusals: ['not-now', 'stale-version', 'things-still-out', 'bought-not-pooled'],
  load: async (tx, { body: id }) => ({
    body: await lockBody(tx, id),
    ...(await tx.one<{ out: number; outside: number }>(sql`
      select (select count(*)::int from assets.loan where body_id = ${id} and state = 'out') as out,
             (select count(*)::int from assets.body_bought b join assets.card c on (c.node_id, c.id) = (b.node_id, b.card_id)
               where b.body_id = ${id} and c.state not in ('pooled', 'disposed')) as outside`)),
  }),
  at: ({ body }) => ({ unit: body.unit }),
  decide({ body, out, outside }, { version, said }) {
    const closed = bodyMoves.refusal(body.state, 'assets.end-body');
    if (closed) return closed;
    if (version !== body.version) return stale({ version: body.version });
    if (out > 0) return refuse('things-still-out', { count: out }, { status: 409 });
    if (outside > 0) return refuse('bought-not-pooled', { count: outside }, { status: 409 });
    return [BodyEnded.of({ object: bodyOf(body.id), unit: body.unit, body: { said } })];
  },
});
