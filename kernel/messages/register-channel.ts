import { z } from 'zod';
import { randomBytes } from '../crypto/crypto.ts';
import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { notFound, refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { channelFault, secretPlace } from './channel.ts';
import { ChannelRegistered, RegisterChannel } from './contract.ts';

/** A webhook's key is ours to make; its receiver is told once. The form is that of the Standard Webhooks specification. */
export const newWebhookKey = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What is sealed of a channel: its secret, and a robot's signing key. */
export const sealedSecret = (secret: string, signingKey: string | undefined): string =>
  JSON.stringify(signingKey === undefined ? { secret } : { secret, signingKey });

/**
 * 登记通知渠道: an outgoing address, by the system officer with the second factor shown just now (SEC-FE-10). The secret is sealed and never
 * shown again; a webhook's own key is shown this once.
 */
export const registerChannel = verb('kernel.register-channel', {
  title: { zh: '登记通知渠道', en: 'Register a notice channel' },
  input: RegisterChannel,
  who: ['system-admin'],
  freshFactor: true,
  facts: [ChannelRegistered],
  refusals: [
    'not-found',
    'channel-address-unfit',
    'channel-needs-tls',
    'mail-needs-domains',
    'app-needs-names',
    'secret-needed',
  ],
  result: z.strictObject({ id: z.uuid(), key: z.string().nullable() }),
  secrets: ['secret', 'signingKey', 'key'],
  load: async (_tx, { unit, kind }, { organisation }) => ({
    unit: organisation.unit(unit)?.id,
    id: newId(),
    key: kind === 'webhook' ? newWebhookKey() : null,
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ unit, id, key }, { kind, title, address, inside, settings, secret }) {
    if (unit === undefined) return notFound();
    const fault = channelFault(kind, address, settings, inside);
    if (fault) return fault;
    if (key === null && secret === undefined) return refuse('secret-needed');
    return {
      facts: [
        ChannelRegistered.of({
          object: { kind: 'notice-channel', id },
          unit,
          body: { kind, title, address, inside, settings },
        }),
      ],
      result: { id, key },
    };
  },
  async also(tx, { id, key }, { secret, signingKey }, _context, crypto) {
    const sealed = crypto.seal(sealedSecret(key ?? secret ?? '', signingKey), secretPlace(id));
    await tx.run(sql`update kernel.notice_line set secret_sealed = ${sealed} where id = ${id}`);
  },
});
