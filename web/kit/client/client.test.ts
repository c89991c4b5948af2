import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { get, getSession, runAny, searchOf, takeFile, whenFactorIsOld, whenSignedOut } from './client.ts';
import { ProblemError } from './problem.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly proof: string;
}

const outside = globalThis.fetch;
let server: Server;
let asked: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
};
const session = (proof: string) => ({ person: { id: 'p', name: '周敏' }, proof, may: [] });
const refusal = (status: number, code: string) => ({
  type: `urn:x:${code}`,
  title: code,
  status,
  code,
  message: '不行',
  messageEn: 'no',
  requestId: 'r1',
});

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({
      method: request.method ?? '',
      path: request.url ?? '',
      key: String(request.headers['idempotency-key'] ?? ''),
      proof: String(request.headers['x-request-proof'] ?? ''),
    });
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  // A page's addresses begin with its own origin.
  globalThis.fetch = (path, init) => outside(`http://127.0.0.1:${port}${String(path)}`, init);
});

afterEach(async () => {
  globalThis.fetch = outside;
  whenSignedOut(() => undefined);
  whenFactorIsOld(() => Promise.resolve(false));
  server.closeAllConnections();
  await new Promise((done) => {
    server.close(done);
  });
});

describe('a verb', () => {
  test('SEC-WB-08 is sent again with the same key while nothing comes back', async () => {
    answer = (request, response) => {
      if (asked.length < 3) request.socket.destroy();
      else json(response, 200, { facts: [] });
    };
    expect(await runAny('vehicles.request-trip', { people: 4 })).toEqual({ facts: [] });
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  });

  test('carries the proof of the session, and asks for a fresh one when it is old', async () => {
    answer = (request, response) => {
      if (request.url === '/api/session') json(response, 200, session(asked.length === 1 ? 'old' : 'new'));
      else if (request.headers['x-request-proof'] === 'new') json(response, 200, { facts: [] });
      else json(response, 403, refusal(403, 'not-from-our-page'));
    };
    await getSession();
    await runAny('vehicles.request-trip', {});
    expect(asked.map(({ path, proof }) => [path, proof])).toEqual([
      ['/api/session', ''],
      ['/api/verbs/vehicles.request-trip', 'old'],
      ['/api/session', ''],
      ['/api/verbs/vehicles.request-trip', 'new'],
    ]);
  });

  test('a refusal is thrown as it was worded, once', async () => {
    answer = (_request, response) => json(response, 422, refusal(422, 'too-few-seats'));
    const caught: unknown = await runAny('vehicles.dispatch-trip', {}).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(ProblemError);
    expect((caught as ProblemError).problem.code).toBe('too-few-seats');
    expect(asked).toHaveLength(1);
  });
});

describe('SEC-SE-06 a factor shown long ago', () => {
  /** Refuses until the factor was shown; the session then has another proof. */
  let shown: number;
  beforeEach(() => {
    shown = 0;
    answer = (request, response) => {
      if (request.url === '/api/session') return json(response, 200, session(`proof-${shown}`));
      if (shown === 0) return json(response, 403, refusal(403, 'factor-not-fresh'));
      if (request.method === 'POST') return json(response, 200, { facts: [] });
      response.writeHead(200, {
        'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''${encodeURIComponent('人员 2026.csv')}`,
      });
      return response.end('甲');
    };
    whenFactorIsOld(async () => {
      shown += 1;
      return true;
    });
  });

  test('SEC-SE-06 is asked for once, and the same wish goes on with the new proof', async () => {
    await runAny('kernel.grant-role', {}, 'key-1');
    const wishes = asked.filter(({ method }) => method === 'POST');
    expect(wishes.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(wishes.at(-1)!.proof).toBe('proof-1');
    expect(shown).toBe(1);
  });

  test('SEC-SE-06 is asked for before a file leaves, which keeps its name', async () => {
    const { name, content } = await takeFile('/api/reads/kernel.persons.csv?reason=x');
    expect([name, await content.text(), shown]).toEqual(['人员 2026.csv', '甲', 1]);
  });

  test('whoever would rather not is told the refusal', async () => {
    whenFactorIsOld(() => Promise.resolve(false));
    await expect(runAny('kernel.grant-role', {}, 'key-1')).rejects.toMatchObject({
      problem: { code: 'factor-not-fresh' },
    });
    await expect(takeFile('/api/reads/kernel.persons.csv')).rejects.toMatchObject({
      problem: { code: 'factor-not-fresh' },
    });
  });
});

describe('a read', () => {
  test('empty values of a query are left out', () =>
    expect(searchOf({ q: '', size: 50, after: undefined, sums: null })).toBe('?size=50'));

  test('an answer that is not ours is told calmly', async () => {
    answer = (_request, response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    const caught: unknown = await get('vehicles.trip', { id: '1' }).catch((error: unknown) => error);
    expect((caught as ProblemError).problem).toMatchObject({ code: 'no-answer', status: 502 });
  });

  test('the end of a session is told to the shell', async () => {
    let told = 0;
    whenSignedOut(() => {
      told += 1;
    });
    answer = (_request, response) => json(response, 401, refusal(401, 'not-signed-in'));
    await expect(get('vehicles.trip', { id: '1' })).rejects.toThrow(ProblemError);
    expect(told).toBe(1);
  });
});
