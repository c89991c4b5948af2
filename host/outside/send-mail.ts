import { createTransport } from 'nodemailer';
import { NotSent, type OutsideLimits, type OutsideMail } from '@opengoa/kernel/host';
import type { Surroundings } from './call-outside.ts';
import { openLine, overTls } from './open-line.ts';

/**
 * One mail over a line of its own, to a server of the register. Encrypted from the first byte (`smtps:`) or by STARTTLS, which is asked for in earnest;
 * only a server in a registered inner network may be spoken to in plain text.
 * @throws NotSent
 */
export async function sendMail(
  { server, user, password, from, to, subject, text, messageId, inside }: OutsideMail,
  { timeoutMs, bodyMost }: OutsideLimits,
  { resolve, ca }: Surroundings = {},
): Promise<void> {
  if (Buffer.byteLength(text) > bodyMost) throw new NotSent('body-too-large', { forGood: true });
  const { protocol, hostname, port } = new URL(server);
  const secure = protocol === 'smtps:';
  const signal = AbortSignal.timeout(timeoutMs);
  const line = await openLine({ host: hostname, port: Number(port || (secure ? 465 : 587)), inside, signal }, resolve);
  const stop = () => line.socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const connection = secure ? await overTls(line.socket, hostname, signal, ca) : line.socket;
    const transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      connection,
      secure,
      ...(secure ? { secured: true } : {}),
      requireTLS: !secure && !line.registered,
      tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
      ...(user === undefined ? {} : { auth: { user, pass: password } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // A text of ours never names a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'auto-submitted': 'auto-generated' },
    });
  } catch (error) {
    if (error instanceof NotSent) throw error;
    if (signal.aborted) throw new NotSent('timed-out');
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    if (code === 'ETLS') throw new NotSent('refused-there', { detail: 'no TLS' });
    if (responseCode === undefined) throw new NotSent('unreachable');
    // 5xx of a receiver is for good (RFC 5321 4.2.1); 535 is a wrong password, which the officer may mend.
    throw new NotSent('refused-there', {
      forGood: responseCode >= 500 && responseCode !== 535,
      detail: `SMTP ${responseCode}`,
    });
  } finally {
    signal.removeEventListener('abort', stop);
    line.socket.destroy();
  }
}
