import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Scan } from '@opengoa/kernel/files';

/** Where a scanner listens that speaks clamd's protocol: a local socket or a port. */
export interface ScannerAt {
  readonly path?: string;
  readonly host?: string;
  readonly port?: number;
}

const chunkBytes = 65_536;
const waitMs = 60_000;
/** An answer is one short line; more than this is no scanner. */
const longestAnswer = 4_096;

/**
 * `OPENGOA_CLAMD=/run/clamav/clamd.ctl` or `127.0.0.1:3310`.
 * @returns null where the text is neither an absolute path nor host and port
 */
export function scannerAt(text: string): ScannerAt | null {
  if (text.startsWith('/')) return { path: text };
  const at = text.lastIndexOf(':');
  const port = Number(text.slice(at + 1));
  return at > 0 && Number.isInteger(port) && port > 0 && port <= 65_535
    ? { host: text.slice(0, at).replaceAll(/^\[|\]$/g, ''), port }
    : null;
}

/**
 * Scans by clamd's INSTREAM (clamd(8)): the file's bytes in chunks, each behind its length in four bytes, a chunk of none at the end; one
 * line comes back. A scanner that is away, slow or answers something else has not scanned: the file is `unscanned` and stays with who
 * brought it (SEC-FI-10).
 */
export const scanWith =
  (at: ScannerAt, onFault: (fault: Error) => void = () => undefined): Scan =>
  async (path) => {
    try {
      return verdictOf(await ask(at, path));
    } catch (error) {
      onFault(error as Error);
      return 'unscanned';
    }
  };

function verdictOf(answer: string): 'clean' | 'infected' {
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new Error(`the scanner answered ${JSON.stringify(answer.slice(0, 200))}`);
}

async function ask(at: ScannerAt, path: string): Promise<string> {
  const socket = at.path === undefined ? connect(at.port!, at.host) : connect(at.path);
  socket.setTimeout(waitMs, () => socket.destroy(new Error('the scanner took too long')));
  const answered = answerOf(socket);
  // What fails while sending is told by the answer that never came.
  answered.catch(() => undefined);
  try {
    await sendAll(socket, path);
    return await answered;
  } finally {
    socket.destroy();
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('the scanner closed the line')));
    socket.on('data', (piece: Buffer) => {
      said += piece.toString('latin1');
      const end = said.indexOf('\0');
      if (end >= 0) done(said.slice(0, end).trim());
      else if (said.length > longestAnswer) fail(new Error('the scanner said too much'));
    });
  });
}

async function sendAll(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of createReadStream(path, { highWaterMark: chunkBytes })) {
    const bytes = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    await write(socket, Buffer.concat([length, bytes]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((done, fail) => {
    socket.write(bytes, (error) => (error ? fail(error) : done()));
  });
