import { request } from 'node:http';
import { NotSent, type OutsideAnswer, type OutsideCall, type OutsideLimits } from '@opengoa/kernel/host';
import { openLine, overTls, type Resolve } from './open-line.ts';

/** What tests may bring: a resolver that lies, and the authority of a server of their own. */
export interface Surroundings {
  readonly resolve?: Resolve;
  readonly ca?: string;
}

/**
 * One call over a line of its own: no agent, no kept connection, no redirect followed, one time for all of it, both bodies bounded. In plain text only
 * to a peer in a registered inner network.
 * @throws NotSent
 */
export async function callOutside(
  { method, url, headers = {}, body = '', inside }: OutsideCall,
  { timeoutMs, bodyMost, answerMost }: OutsideLimits,
  { resolve, ca }: Surroundings = {},
): Promise<OutsideAnswer> {
  const bytes = Buffer.from(body);
  if (bytes.length > bodyMost) throw new NotSent('body-too-large', { forGood: true });
  const { protocol, hostname, port, pathname, search, host } = new URL(url);
  const secure = protocol === 'https:';
  const signal = AbortSignal.timeout(timeoutMs);
  const line = await openLine({ host: hostname, port: Number(port || (secure ? 443 : 80)), inside, signal }, resolve);
  try {
    if (!secure && !line.registered) throw new NotSent('address-refused', { forGood: true, detail: 'plain text' });
    const socket = secure ? await overTls(line.socket, hostname, signal, ca) : line.socket;
    return await new Promise<OutsideAnswer>((done, fail) => {
      const stop = (why: NotSent) => {
        fail(why);
        asking.destroy();
      };
      const asking = request({
        method,
        path: pathname + search,
        headers: {
          host,
          'user-agent': 'OpenGOA',
          ...headers,
          ...(method === 'POST' ? { 'content-length': bytes.length } : {}),
          connection: 'close',
        },
        createConnection: () => socket,
        signal,
        maxHeaderSize: 16_384,
      });
      asking.once('error', () => fail(new NotSent(signal.aborted ? 'timed-out' : 'unreachable')));
      asking.once('response', (answer) => {
        const status = answer.statusCode ?? 0;
        // Where it points to was registered by nobody.
        if (status >= 300 && status < 400) return stop(new NotSent('redirect-refused', { forGood: true }));
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > answerMost) stop(new NotSent('answer-too-large', { forGood: true }));
          else parts.push(part);
        });
        answer.once('error', () => fail(new NotSent(signal.aborted ? 'timed-out' : 'unreachable')));
        answer.once('end', () => done({ status, body: Buffer.concat(parts).toString('utf8') }));
        return undefined;
      });
      asking.end(bytes);
    });
  } finally {
    line.socket.destroy();
  }
}
