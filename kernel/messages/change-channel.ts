import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { refuse, stale } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { channelFault, secretPlace } from './channel.ts';
import { lockChannel } from './channel-store.ts';
import { ChangeChannel, ChannelChanged } from './contract.ts';
import { newWebhookKey, sealedSecret } from './register-channel.ts';

/** 变更通知渠道. A new address takes a new secret: the old one must not be sent to somebody else's server. */
export const changeChannel = verb('kernel.change-channel', {
  title: { zh: '变更通知渠道', en: 'Change a notice channel' },
  input: ChangeChannel,
  who: ['system-admin'],
  on: 'notice-channel',
  freshFactor: true,
  facts: [ChannelChanged],
  refusals: [
    'not-found',
    'stale-version',
    'channel-address-unfit',
    'channel-needs-tls',
    'mail-needs-domains',
    'app-needs-names',
    'secret-needed',
  ],
  result: z.strictObject({ key: z.string().nullable() }),
  secrets: ['secret', 'signingKey', 'key'],
  async load(tx, { channel, address }) {
    const before = await lockChannel(tx, channel);
    const moved = address !== undefined && address !== before.address;
    return { before, moved, key: before.kind === 'webhook' && moved ? newWebhookKey() : null };
  },
  at: ({ before }) => ({ unit: before.unit }),
  decide({ before, moved, key }, input) {
    if (input.version !== before.version) return stale({ version: before.version });
    const {
      title = before.title,
      address = before.address,
      inside = [...before.inside],
      settings = before.settings,
      secret,
    } = input;
    const fault = channelFault(before.kind, address, settings, inside);
    if (fault) return fault;
    if (moved && key === null && secret === undefined) return refuse('secret-needed');
    return {
      facts: [
        ChannelChanged.of({
          object: { kind: 'notice-channel', id: before.id },
          unit: before.unit,
          body: {
            kind: before.kind,
            title,
            address,
            inside,
            settings,
            version: before.version,
            secretReplaced: key !== null || secret !== undefined,
          },
        }),
      ],
      result: { key },
    };
  },
  async also(tx, { before, key }, { secret, signingKey }, _context, crypto) {
    const fresh = key ?? secret;
    if (fresh === undefined) return;
    const sealed = crypto.seal(sealedSecret(fresh, signingKey), secretPlace(before.id));
    await tx.run(sql`update kernel.notice_line set secret_sealed = ${sealed} where id = ${before.id}`);
  },
});
