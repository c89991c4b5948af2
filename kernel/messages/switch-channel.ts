import { z } from 'zod';
import { verb } from '../verbs/verb.ts';
import { lockChannel } from './channel-store.ts';
import { ChannelSwitched } from './contract.ts';

/** 启停通知渠道. Closing it ends what waits there at the next look; opening it also ends a pause. */
export const switchChannel = verb('kernel.switch-channel', {
  title: { zh: '启停通知渠道', en: 'Switch a notice channel' },
  input: z.strictObject({ channel: z.uuid(), open: z.boolean(), why: z.string().trim().min(1).max(300) }),
  who: ['system-admin'],
  on: 'notice-channel',
  freshFactor: true,
  facts: [ChannelSwitched],
  refusals: ['not-found'],
  load: (tx, { channel }) => lockChannel(tx, channel),
  at: ({ unit }) => ({ unit }),
  decide: ({ id, unit }, { open, why }) => [
    ChannelSwitched.of({ object: { kind: 'notice-channel', id }, unit, body: { open, why } }),
  ],
});
