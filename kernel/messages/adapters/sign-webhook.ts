import { createHmac } from 'node:crypto';

/**
 * Headers of a signed webhook: HMAC-SHA-256 over `<id>.<seconds>.<exact bytes>`, as the Standard Webhooks specification says, so that receivers may use
 * its libraries. A receiver refuses what is older than some minutes, and an id that it had before.
 * @param key `whsec_<base64>`
 */
export function webhookHeaders(key: string, id: string, at: Date, body: string): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const secret = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

/** The signature of a DingTalk robot: HMAC-SHA-256 of `<milliseconds>\n<key>` by the key. */
export const dingtalkSign = (key: string, milliseconds: number): string =>
  createHmac('sha256', key).update(`${milliseconds}\n${key}`).digest('base64');
