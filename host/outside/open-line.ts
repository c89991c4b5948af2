import { lookup } from 'node:dns/promises';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { NotSent } from '@opengoa/kernel/host';
import { standingOf } from './refused-address.ts';

/** Looks a name up. Tests give their own, which changes its mind. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (name) =>
  (await lookup(name, { all: true, order: 'verbatim' })).map(({ address }) => address);

export interface LineTo {
  readonly host: string;
  readonly port: number;
  readonly inside: readonly string[];
  readonly signal: AbortSignal;
}

export interface OpenLine {
  readonly socket: Socket;
  /** The peer lies in a network that the register names for this channel. */
  readonly registered: boolean;
}

/**
 * Opens a line to a registered name. The name is looked up once; every address it has must be allowed, and the line goes to one that was checked, not to
 * the name again: a name that answers otherwise a moment later changes nothing (SEC-FE-10). The peer's address is held against it once more.
 * @throws NotSent
 */
export async function openLine(to: LineTo, resolve: Resolve = resolveBySystem): Promise<OpenLine> {
  const host = to.host.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await within(resolve(host), to.signal) : [host];
  if (addresses.length === 0) throw new NotSent('unreachable');
  const standings = addresses.map((address) => standingOf(address, to.inside));
  if (standings.includes('refused')) throw new NotSent('address-refused', { forGood: true });
  const registered = standings.every((standing) => standing === 'registered');
  let fault = new NotSent('unreachable');
  for (const address of addresses.slice(0, 4)) {
    try {
      return { socket: await reach(address, to), registered };
    } catch (error) {
      fault = to.signal.aborted ? new NotSent('timed-out') : (error as NotSent);
    }
  }
  throw fault;
}

/** TLS over an open line, the certificate checked against the name. @throws NotSent */
export function overTls(socket: Socket, host: string, signal: AbortSignal, ca?: string): Promise<TLSSocket> {
  return new Promise((done, fail) => {
    const name = host.replace(/^\[|\]$/g, '');
    const secure = connectTls({
      socket,
      minVersion: 'TLSv1.2',
      ...(isIP(name) ? {} : { servername: name }),
      host: name,
      ...(ca ? { ca } : {}),
    });
    const stop = () => secure.destroy();
    signal.addEventListener('abort', stop, { once: true });
    secure.once('error', () => fail(new NotSent(signal.aborted ? 'timed-out' : 'unreachable')));
    secure.once('close', () => fail(new NotSent(signal.aborted ? 'timed-out' : 'unreachable')));
    secure.once('secureConnect', () => done(secure));
  });
}

async function within(looking: Promise<readonly string[]>, signal: AbortSignal): Promise<readonly string[]> {
  const over = new Promise<never>((_done, fail) => {
    if (signal.aborted) fail(new NotSent('timed-out'));
    signal.addEventListener('abort', () => fail(new NotSent('timed-out')), { once: true });
  });
  return Promise.race([looking.catch(() => Promise.reject(new NotSent('unreachable'))), over]);
}

function reach(address: string, { port, inside, signal }: LineTo): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connectPlain({ host: address, port, signal, autoSelectFamily: false });
    socket.once('error', () => fail(new NotSent(signal.aborted ? 'timed-out' : 'unreachable')));
    socket.once('connect', () => {
      if (standingOf(socket.remoteAddress ?? '', inside) === 'refused') {
        socket.destroy();
        fail(new NotSent('address-refused', { forGood: true }));
      } else done(socket);
    });
  });
}
