import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { DeliveryRetried } from './contract.ts';

/** 重新发送: what was given up goes back to its channel, with all its tries before it. */
export const retryDelivery = verb('kernel.retry-delivery', {
  title: { zh: '重新发送', en: 'Try a delivery again' },
  input: z.strictObject({ delivery: z.uuid() }),
  who: ['system-admin'],
  on: 'notice-delivery',
  facts: [DeliveryRetried],
  refusals: ['not-found', 'not-dead', 'channel-closed'],
  load: (tx, { delivery }) =>
    tx.one<{ unit: string; state: string; channel: string; open: boolean }>(sql`
      select d.unit_id as unit, d.state, d.channel_id as channel, c.state = 'open' as open
        from kernel.notice_delivery d join kernel.notice_channel c on (c.node_id, c.id) = (d.node_id, d.channel_id)
       where d.id = ${delivery} for update of d`),
  at: ({ unit }) => ({ unit }),
  decide({ unit, state, channel, open }, { delivery }) {
    if (state !== 'dead') return refuse('not-dead', {}, { status: 409 });
    if (!open) return refuse('channel-closed', {}, { status: 409 });
    return [DeliveryRetried.of({ object: { kind: 'notice-delivery', id: delivery }, unit, body: { channel } })];
  },
  queues: () => ({ job: 'kernel.deliver-notices', asked: {} }),
});
