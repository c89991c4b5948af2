import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { verb } from '../verbs/verb.ts';
import { nextTry } from './next-try.ts';

/** For so long a delivery that was taken is nobody else's: longer than one sending may take. */
const LEASE_MS = 120_000;

/**
 * 取出待发通知: the next of one channel. The try is counted before it is made, so that one which ends the program is not tried for ever. Those of one
 * person that wait for a digest come together.
 */
export const takeDeliveries = verb('kernel.take-deliveries', {
  title: { zh: '取出待发通知', en: 'Take what is due on a channel' },
  input: z.strictObject({ channel: z.uuid() }),
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  result: z.strictObject({ deliveries: z.array(z.uuid()) }),
  async load(tx, { channel }, { now, today, standards }) {
    const limit = (item: string) => standards.numberOn('kernel.notices', today, [], { item });
    const sent = await tx.one<{ sent: number }>(sql`
      select count(*)::int as sent from kernel.notice_delivery
       where channel_id = ${channel} and state = 'sent' and ended_at > ${new Date(now.getTime() - 60_000)}`);
    const open = await tx.maybe(sql`
      select 1 from kernel.notice_channel c join kernel.notice_line l on (l.node_id, l.id) = (c.node_id, c.id)
       where c.id = ${channel} and c.state = 'open' and (l.paused_until is null or l.paused_until <= ${now})`);
    if (!open || sent.sent >= limit('a-minute')) return [];
    const first = await tx.maybe<{ id: Id; person: Id | null; merged: boolean }>(sql`
      select id, person_id as person, merged from kernel.notice_delivery
       where channel_id = ${channel} and state = 'waiting' and due_at <= ${now} order by urgent desc, due_at, id limit 1 for update skip locked`);
    if (!first) return [];
    if (!first.merged) return [first.id];
    const more = await tx.rows<{ id: Id }>(sql`
      select id from kernel.notice_delivery
       where channel_id = ${channel} and state = 'waiting' and merged and person_id = ${first.person} and due_at <= ${now}
       order by raised_at, id limit ${limit('merged')} for update skip locked`);
    return more.map(({ id }) => id);
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (deliveries) => ({ facts: [], result: { deliveries: [...deliveries] } }),
  async also(tx, deliveries, _input, { now }) {
    if (deliveries.length > 0)
      await tx.run(sql`
        update kernel.notice_delivery set tries = tries + 1, due_at = ${new Date(now.getTime() + LEASE_MS)}
         where id = any (${[...deliveries]}::uuid[])`);
  },
});

const Outcome = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('sent') }),
  /** Nobody needs it any more: the task is over, the reminder resolved, the account closed. */
  z.strictObject({ is: z.literal('dropped'), error: z.string().max(300) }),
  z.strictObject({
    is: z.literal('failed'),
    error: z.string().max(300),
    forGood: z.boolean(),
    chance: z.number().min(0).max(1),
  }),
]);

/** 通知发送结果. Failures in a row open the channel's breaker: it pauses, and the others go on. */
export const endDeliveries = verb('kernel.end-deliveries', {
  title: { zh: '通知发送结果', en: 'How a sending ended' },
  input: z.strictObject({ channel: z.uuid(), deliveries: z.array(z.uuid()).min(1).max(500), outcome: Outcome }),
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: async (tx, { deliveries }) =>
    tx.rows<{ id: Id; tries: number }>(
      sql`select id, tries from kernel.notice_delivery where id = any (${deliveries}::uuid[]) and state = 'waiting' for update`,
    ),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, known, { channel, outcome }, { now, today, standards }) {
    const limit = (item: string) => standards.numberOn('kernel.notices', today, [], { item });
    const ids = known.map(({ id }) => id);
    if (outcome.is !== 'failed') {
      const error = outcome.is === 'dropped' ? outcome.error : null;
      await tx.run(sql`
        update kernel.notice_delivery set state = ${outcome.is}, ended_at = ${now}, error = ${error} where id = any (${ids}::uuid[])`);
      if (outcome.is === 'sent')
        await tx.run(sql`
          update kernel.notice_line set failures = 0, paused_until = null, last_sent_at = ${now}, last_error = null where id = ${channel}`);
      return;
    }
    const pauses = { firstPause: limit('first-pause'), longestPause: limit('longest-pause') };
    for (const { id, tries } of known) {
      const over = outcome.forGood || tries >= limit('tries');
      const next = nextTry(now, Math.max(1, tries), pauses, outcome.chance);
      await tx.run(sql`
        update kernel.notice_delivery
           set state = ${over ? 'dead' : 'waiting'}, due_at = ${next}, ended_at = ${over ? now : null}, error = ${outcome.error}
         where id = ${id}`);
    }
    const pause = new Date(now.getTime() + limit('breaker-pause') * 1_000 * (1 + outcome.chance / 2));
    await tx.run(sql`
      update kernel.notice_line
         set failures = failures + 1, last_error = ${outcome.error},
             paused_until = case when failures + 1 >= ${limit('breaker')} then ${pause}::timestamptz else paused_until end
       where id = ${channel}`);
  },
});

/** 清理送达台账: what ended is kept for the days of the standard; what waits on a closed channel is dropped. */
export const forgetDeliveries = verb('kernel.forget-deliveries', {
  title: { zh: '清理送达台账', en: 'Forget old deliveries' },
  input: z.strictObject({}),
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, _input, { now, today, standards }) {
    const days = standards.numberOn('kernel.notices', today, [], { item: 'kept-days' });
    await tx.run(sql`
      update kernel.notice_delivery d set state = 'dropped', ended_at = ${now}, error = 'channel-closed'
        from kernel.notice_channel c where c.id = d.channel_id and c.state = 'closed' and d.state = 'waiting'`);
    await tx.run(sql`delete from kernel.receiver_code where expires_at < ${new Date(now.getTime() - 86_400_000)}`);
    await tx.run(sql`
      delete from kernel.notice_delivery where state <> 'waiting' and ended_at < ${new Date(now.getTime() - days * 86_400_000)}`);
  },
});
