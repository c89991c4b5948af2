import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { lockChannel } from './channel-store.ts';
import { personalKinds } from './channel.ts';
import { ChannelTested } from './contract.ts';

/** 试发: one message on this channel, to the officer's own address where it reaches persons. It goes the way of every other. */
export const testChannel = verb('kernel.test-channel', {
  title: { zh: '试发', en: 'Send a test' },
  input: z.strictObject({ channel: z.uuid() }),
  who: ['system-admin'],
  on: 'notice-channel',
  facts: [ChannelTested],
  refusals: ['not-found', 'channel-closed', 'receiver-missing'],
  load: async (tx, { channel }, { actor }) => ({
    channel: await lockChannel(tx, channel),
    id: newId(),
    receiver: await tx.maybe(
      sql`select 1 from kernel.notice_receiver where channel_id = ${channel} and person_id = ${actor.person}`,
    ),
  }),
  at: ({ channel }) => ({ unit: channel.unit }),
  decide({ channel: { id, unit, kind, state }, id: delivery, receiver }, _input, { actor }) {
    if (state === 'closed') return refuse('channel-closed', {}, { status: 409 });
    const personal = personalKinds.includes(kind);
    if (personal && !receiver) return refuse('receiver-missing');
    return [
      ChannelTested.of({
        object: { kind: 'notice-channel', id },
        unit,
        body: { delivery, to: personal ? actor.person : null },
      }),
    ];
  },
  queues: () => ({ job: 'kernel.deliver-notices', asked: {} }),
});
