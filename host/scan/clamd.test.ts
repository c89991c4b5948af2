import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scannerAt, scanWith } from './clamd.ts';

/** A scanner that speaks the protocol as clamd does and knows one bad word. */
const badWord = 'PLANTED-MALWARE-OF-THE-TEST';
let folder: string;
let open: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opengoa-scan-'));
});
afterEach(() => {
  for (const server of open.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

function scanner(answer?: (stream: Buffer) => string | null): Promise<number> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      const head = 'zINSTREAM\0';
      if (got.subarray(0, head.length).toString('latin1') !== head) return;
      const parts: Buffer[] = [];
      for (let at = head.length; at + 4 <= got.length;) {
        const length = got.readUInt32BE(at);
        if (length === 0) {
          const stream = Buffer.concat(parts);
          const said = answer ? answer(stream) : stream.includes(badWord) ? 'stream: Planted.Test FOUND' : 'stream: OK';
          if (said === null) socket.destroy();
          else socket.end(`${said}\0`);
          return;
        }
        if (at + 4 + length > got.length) return;
        parts.push(got.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  open.push(server);
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
}
const file = (content: string | Buffer) => {
  const path = join(folder, 'upload');
  writeFileSync(path, content);
  return path;
};

describe('SEC-FI-10 a scanner by clamd’s protocol', () => {
  test('SEC-FI-10 clean is clean and found is infected, whatever chunk it stands in', async () => {
    const scan = scanWith({ host: '127.0.0.1', port: await scanner() });
    expect(await scan(file('plain text'))).toBe('clean');
    expect(await scan(file(''))).toBe('clean');
    expect(await scan(file(badWord))).toBe('infected');
    expect(
      await scan(file(Buffer.concat([Buffer.alloc(65_530, 7), Buffer.from(badWord), Buffer.alloc(200_000)]))),
    ).toBe('infected');
  });

  test.each([
    ['closes the line', () => null],
    ['answers an error', () => 'INSTREAM size limit exceeded. ERROR'],
    ['answers nonsense', () => 'HTTP/1.1 200 OK'],
  ])('SEC-FI-10 a scanner that %s has not scanned, and it is told', async (_what, answer) => {
    const faults: string[] = [];
    const scan = scanWith({ host: '127.0.0.1', port: await scanner(answer) }, ({ message }) => faults.push(message));
    expect(await scan(file('plain text'))).toBe('unscanned');
    expect(faults).toHaveLength(1);
  });

  test('SEC-FI-10 a scanner that is away has not scanned', async () => {
    const port = await scanner();
    open.splice(0).forEach((server) => server.close());
    expect(await scanWith({ host: '127.0.0.1', port })(file('plain text'))).toBe('unscanned');
  });

  test('where it listens is a path or a host with its port, and nothing else', () => {
    expect(scannerAt('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(scannerAt('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
    expect(scannerAt('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    for (const text of ['clamd', 'host:', ':3310', 'host:99999']) expect(scannerAt(text)).toBeNull();
  });
});
