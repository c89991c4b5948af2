import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Cost } from '@opengoa/kernel';
import { openAccount, signIn } from './accounts.ts';
import { corpusOf, type Malformed } from './corpus.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

const seed = 20_261_121;
const canary = 'ZZCANARYZZ';
let at: Town;
let zhou: Visitor;

beforeAll(async () => {
  at = await town();
  await openAccount(at, '周敏', 'zhoumin');
  zhou = await signIn(at, 'zhoumin');
});
afterAll(async () => {
  zhou?.leave();
  await at?.close();
});

const done = async () =>
  (
    await at.superuser.query<{ id: string; said: string }>(
      `select id, concat_ws(' ', verb, type, person_name, body) as said from kernel.fact where outcome = 'done'`,
    )
  ).rows;
const verbs = () => [...at.at.kernel.verbs.values()].filter((verb) => !verb.internal);
type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  type?: string;
};
const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }) as Schema;

/** Every schema inside a schema, with the way to it. */
function* inside(schema: Schema, way: string): Generator<[string, Schema]> {
  yield [way, schema];
  for (const [key, inner] of Object.entries(schema.properties ?? {})) yield* inside(inner, `${way}.${key}`);
  if (schema.items) yield* inside(schema.items, `${way}[]`);
  for (const inner of schema.anyOf ?? []) yield* inside(inner, way);
}

describe('every door judges what comes in', () => {
  test('SEC-IN-17 REL-31 two thousand malformed requests from one seed: no fault, no exit, no long wait, nothing done', async () => {
    const before = new Set((await done()).map(({ id }) => id));
    const corpus = corpusOf(
      seed,
      {
        verbs: verbs().map(({ name }) => name),
        reads: [...at.at.kernel.reads.keys(), ...at.at.kernel.lists.keys()],
        canary,
      },
      2_000,
    );
    expect(corpus.length).toBeGreaterThanOrEqual(2_000);
    const bad: string[] = [];
    let next = 0;
    const work = async () => {
      for (let each = corpus[next++]; each; each = corpus[next++]) {
        const answer = await send(each);
        if (answer.status >= 500)
          bad.push(
            `seed ${seed}, #${next}: ${each.what} ${each.path} -> ${answer.status} ${answer.text.slice(0, 200)}`,
          );
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(bad).toEqual([]);
    expect((await done()).filter(({ id }) => !before.has(id)).map(({ said }) => said)).toEqual([]);
    expect((await zhou.get('/healthz')).status).toBe(200);
    const alone = await Promise.all(corpus.slice(0, 40).map(async (each) => (await send(each)).millis));
    expect(Math.max(...alone)).toBeLessThan(3_000);
  });

  const send = (each: Malformed) =>
    each.method === 'POST' ? zhou.post(each.path, each.body, each.headers) : zhou.get(each.path);

  test('REL-31 the same seed makes the same corpus, to the byte', () => {
    const parts = { verbs: ['a.b'], reads: ['c.d'], canary };
    expect(corpusOf(7, parts, 300)).toEqual(corpusOf(7, parts, 300));
    expect(corpusOf(8, parts, 300)).not.toEqual(corpusOf(7, parts, 300));
  });

  test('SEC-IN-01 strings have an end, arrays a most, objects no undeclared property, in every verb', () => {
    const open: string[] = [];
    let looked = 0;
    for (const { name, input } of verbs()) {
      for (const [way, schema] of inside(schemaOf(input), name)) {
        looked += 1;
        const { type } = schema;
        const bounded = ['maxLength', 'format', 'enum', 'const', 'pattern'].some((key) => key in schema);
        if (type === 'string' && !bounded) open.push(`${way}: string without an end`);
        if (type === 'array' && !('maxItems' in schema)) open.push(`${way}: array without a most`);
        if (type === 'object' && schema.properties && schema['additionalProperties'] !== false)
          open.push(`${way}: takes undeclared properties`);
      }
    }
    expect(looked).toBeGreaterThan(200);
    expect(open).toEqual([]);
  });

  test('SEC-IN-04 money is whole fen wherever a verb takes it, and a part of a fen is refused', () => {
    const money: string[] = [];
    for (const { name, input } of verbs()) {
      for (const [way, schema] of inside(schemaOf(input), name)) {
        if (way.endsWith('Fen') && !schema.anyOf && schema.type !== 'null') money.push(`${way} ${String(schema.type)}`);
      }
    }
    expect(money.length).toBeGreaterThan(3);
    expect(money.filter((each) => !each.endsWith(' integer'))).toEqual([]);
    expect(Cost.safeParse({ amountFen: 10.5, unit: at.at.ids.city, day: '2026-03-05', item: 'fuel' }).success).toBe(
      false,
    );
  });

  test('SEC-IN-02 only the declared media type: text, forms and nothing at all are 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'text/json',
    ]) {
      expect(
        (await zhou.post('/api/verbs/kernel.keep-preference', '{"key":"a","value":1}', { 'content-type': type }))
          .status,
        type,
      ).toBe(415);
    }
  });

  test('SEC-IN-06 SEC-CR-10 no statement that reaches the database carries what somebody typed', async () => {
    const texts: string[] = [];
    const pool = at.at.kernel.pool;
    const client = await pool.connect();
    const proto = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown };
    client.release();
    const { query } = proto;
    proto.query = function spied(this: unknown, ...args: unknown[]) {
      const [first] = args;
      texts.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text ?? ''));
      return query.apply(this, args);
    };
    try {
      for (const each of corpusOf(
        seed + 1,
        { verbs: verbs().map(({ name }) => name), reads: [...at.at.kernel.lists.keys()], canary },
        400,
      ))
        await send(each);
      await zhou.read('kernel.persons', { q: canary });
      await zhou.run('kernel.keep-preference', { key: canary, value: canary });
    } finally {
      proto.query = query;
    }
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => text.includes(canary))).toEqual([]);
  });

  test('SEC-IN-07 a page mark that was changed, or made for another query, opens nothing', async () => {
    const first = await zhou.read('kernel.persons', { size: '3' });
    const { next } = first.body as { next: string };
    expect((await zhou.read('kernel.persons', { size: '3', after: next })).status).toBe(200);
    for (const after of [
      `${next}x`,
      next.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      'a.b',
      Buffer.from('[1,2]').toString('base64url'),
    ]) {
      expect(await zhou.read('kernel.persons', { size: '3', after })).toMatchObject({ status: 400 });
    }
    expect(await zhou.read('kernel.units', { size: '3', after: next })).toMatchObject({
      status: 400,
      code: 'cursor-not-fitting',
    });
  });

  test('SEC-IN-08 no pattern of any input takes long on a hostile text', () => {
    const patterns = new Set<string>();
    for (const { name, input } of verbs())
      for (const [, schema] of inside(schemaOf(input), name))
        if (typeof schema['pattern'] === 'string') patterns.add(schema['pattern']);
    expect(patterns.size).toBeGreaterThan(2);
    const hostile = ['a', '0', '-', ' ', '1.', 'a@', '2026-', '.0', 'A1', '::'].map(
      (piece) => `${piece.repeat(20_000)}!`,
    );
    for (const pattern of patterns) {
      const form = new RegExp(pattern, 'u');
      for (const text of hostile) {
        const began = performance.now();
        form.test(text);
        expect(performance.now() - began, pattern).toBeLessThan(200);
      }
    }
  });

  test('SEC-IN-13 limits are set: a body over the standard is 413, headers without end are refused', async () => {
    const { body } = { body: 'x'.repeat(1_200_000) };
    expect((await zhou.run('kernel.keep-preference', { key: 'a', value: body })).status).toBe(413);
    expect((await zhou.get('/api/session', { 'x-long': 'y'.repeat(20_000) })).status).toBe(431);
    const { server } = at.server;
    expect(
      [server.headersTimeout, server.requestTimeout, server.keepAliveTimeout].every(
        (time) => time > 0 && time <= 120_000,
      ),
    ).toBe(true);
    expect(server.maxConnections).toBeGreaterThan(0);
  });

  test.each([
    [
      'two lengths',
      'POST /api/verbs/kernel.sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    [
      'a length beside chunks',
      'POST /api/verbs/kernel.sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a blank before the colon', 'GET /api/session HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['a line folded', 'GET /api/session HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n'],
    ['a broken length', 'POST /api/verbs/kernel.sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: +2\r\n\r\n{}'],
  ])('SEC-IN-14 ambiguous framing is refused and the line closed: %s', async (_what, text) => {
    const { answer, closed } = await raw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(closed).toBe(true);
  });

  const raw = (text: string) =>
    new Promise<{ answer: string; closed: boolean }>((done) => {
      const socket = connect(at.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      const timer = setTimeout(() => {
        socket.destroy();
        done({ answer, closed: false });
      }, 8_000);
      socket.on('data', (piece) => (answer += piece.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(timer);
        done({ answer, closed: true });
      });
    });

  test('SEC-IN-15 forwarded headers are believed from declared proxies only', async () => {
    const addressOfLast = async () =>
      (
        await at.superuser.query(
          `select address from kernel.fact where verb = 'vehicles.approve-trip' order by id desc limit 1`,
        )
      ).rows[0]?.address as string | undefined;
    const forged = { 'x-forwarded-for': '203.0.113.9' };
    await zhou.run('vehicles.approve-trip', { trip: at.at.ids.city }, forged);
    expect(await addressOfLast()).toMatch(/127\.0\.0\.1$/);
    const behind = await at.anotherDoor({ proxies: ['127.0.0.1'] });
    const visitor = new Visitor(behind.origin);
    for (const [name, value] of zhou.cookies) visitor.cookies.set(name, value);
    visitor.proof = zhou.proof;
    await visitor.run('vehicles.approve-trip', { trip: at.at.ids.city }, { ...forged, host: undefined });
    expect(await addressOfLast()).toBe('203.0.113.9');
    visitor.leave();
  });

  test('SEC-IN-16 SEC-AC-01 the contract names rights, limits and every form of refusal for every door, and no door is missing', async () => {
    const { body } = await zhou.get('/api/openapi.json');
    const { paths } = body as {
      paths: Record<string, Record<string, { 'x-rights'?: string[]; responses: Record<string, unknown> }>>;
    };
    for (const { name } of verbs()) expect(paths[`/api/verbs/${name}`]?.['post'], name).toBeDefined();
    for (const name of [...at.at.kernel.reads.keys(), ...at.at.kernel.lists.keys()])
      expect(paths[`/api/reads/${name}`]?.['get'], name).toBeDefined();
    for (const [path, methods] of Object.entries(paths)) {
      if (!/\/(verbs|reads)\//.test(path)) continue;
      for (const door of Object.values(methods)) {
        for (const status of ['400', '401', '403', '404', '409', '413', '415', '422', '429', '503'])
          expect(door.responses, `${path} ${status}`).toHaveProperty(status);
      }
    }
  });

  test('SEC-AC-15 one decision for every spelling of a path; undeclared methods are 405, TRACE is off', async () => {
    const stranger = new Visitor(at.origin);
    for (const path of [
      '/api/reads/kernel.facts/',
      '/API/reads/kernel.facts',
      '//api/reads/kernel.facts',
      '/api//reads/kernel.facts',
      '/api/reads/kernel%2efacts',
      '/api/reads/../reads/kernel.facts',
      '/api/reads/kernel.facts%00',
      '/api/reads/kernel.facts;x=1',
    ]) {
      const answer = await stranger.get(path);
      expect([400, 401, 404], path).toContain(answer.status);
      expect(answer.text, path).not.toContain('person_name');
    }
    expect((await zhou.get('/api/verbs/kernel.keep-preference')).status).toBe(405);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      expect([404, 405], method).toContain(
        (await zhou.ask('/api/reads/kernel.units', { method, headers: zhou.page() })).status,
      );
    expect([400, 404, 405, 501]).toContain((await zhou.ask('/api/session', { method: 'TRACE' })).status);
    stranger.leave();
  });

  test('SEC-AC-10 post and unit come from the session: headers and bodies that claim others change nothing', async () => {
    const claimed = { 'x-post': 'x', 'x-unit': at.at.ids.county, 'x-actor': 'root' };
    const before = await zhou.get('/api/session', claimed);
    expect(before.body).toMatchObject({ person: { name: '周敏' }, roles: ['staff'] });
    expect(await zhou.run('kernel.keep-preference', { key: 'a', value: 1, unit: at.at.ids.county })).toMatchObject({
      status: 422,
    });
  });

  test('SEC-SE-08 asking changes nothing: GET, HEAD and OPTIONS on every door leave every table as it was', async () => {
    const written = async () =>
      Number((await at.superuser.query(`select count(*) as n from kernel.fact`)).rows[0].n) +
      Number((await at.superuser.query(`select count(*) as n from kernel.request`)).rows[0].n);
    const before = await written();
    for (const { name } of verbs())
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        expect((await zhou.ask(`/api/verbs/${name}`, { method })).status).toBeGreaterThanOrEqual(400);
    for (const name of [...at.at.kernel.reads.keys(), ...at.at.kernel.lists.keys()])
      await zhou.get(`/api/reads/${name}`);
    expect(await written()).toBe(before);
  });

  test('SEC-SE-09 a bearer token that is none of our keys is nobody, whatever it claims', async () => {
    const stranger = new Visitor(at.origin);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"admin"}').toString('base64url')}.`;
    for (const token of [unsigned, 'x', '', 'ogk_'.padEnd(60, 'A')]) {
      expect((await stranger.get('/api/reads/vehicles.trips', { authorization: `Bearer ${token}` })).status).toBe(401);
    }
    stranger.leave();
  });
});
