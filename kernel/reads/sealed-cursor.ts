import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * State handed to the client is sealed and bound to reader and query (SEC-IN-07): a cursor made for one person or filter opens nothing for another.
 */
export function sealCursor(key: KeyObject, boundTo: string, at: unknown): string {
  const body = Buffer.from(JSON.stringify(at)).toString('base64url');
  return `${body}.${macOf(key, boundTo, body)}`;
}

/** @returns what was sealed, or undefined when it is not ours, not this reader's or not this query's */
export function openCursor(key: KeyObject, boundTo: string, cursor: string): unknown {
  const [body, mac, more] = cursor.split('.');
  if (!body || !mac || more !== undefined) return undefined;
  const expected = Buffer.from(macOf(key, boundTo, body));
  const given = Buffer.from(mac);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}

const macOf = (key: KeyObject, boundTo: string, body: string) =>
  createHmac('sha256', key).update(boundTo).update('\0').update(body).digest('base64url').slice(0, 32);
