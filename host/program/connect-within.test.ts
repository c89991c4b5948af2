import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { NotReachable } from '@opengoa/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectWithin } from './connect-within.ts';

let lines = 0;
const server = createServer((socket) => {
  lines += 1;
  socket.end();
});
let port = 0;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const options = { timeoutMs: 1_000, signal: new AbortController().signal };

test('SEC-FE-10 an address outside the networks that the operator named is not knocked at, however it is written', async () => {
  for (const [networks, host] of [
    [[], '127.0.0.1'],
    [['10.0.0.0/8', '192.168.1.7'], '127.0.0.1'],
    [['10.0.0.0/8'], 'localhost'],
    [['127.0.0.2'], '127.0.0.1'],
    [['10.0.0.0/8'], '::ffff:127.0.0.1'],
    [['10.0.0.0/8'], '2130706433'],
  ] as const)
    await expect(connectWithin(networks)({ host, port }, options)).rejects.toThrow(NotReachable);
  expect(lines).toBe(0);
  const socket = await connectWithin(['127.0.0.0/8'])({ host: '127.0.0.1', port }, options);
  await once(socket, 'close', { signal: AbortSignal.timeout(2_000) }).catch(() => socket.destroy());
  expect(lines).toBe(1);
});

test('where nobody answers is said within the time', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port: gone } = closed.address() as AddressInfo;
  closed.close();
  await expect(connectWithin(['127.0.0.1'])({ host: '127.0.0.1', port: gone }, options)).rejects.toThrow(
    /ECONNREFUSED/,
  );
});
