import { setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';

export interface HealthParts {
  /** Whether the database takes a write-ready connection. */
  readonly ready: () => Promise<boolean>;
  readonly registry: Registry;
  readonly openApi: () => unknown;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Somebody beside the program asks for themself. What a proxy on this machine passes on is not from beside the program. */
const fromBeside = ({ ip, headers }: FastifyRequest): boolean =>
  loopback.test(ip) && !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);

/** A probe that waits longer has its answer. */
const readyWithinMillis = 900;

/** Liveness and readiness apart (REL-28): nothing but yes or no, no version. Figures go to a collector beside the program only. */
export function serveHealth(server: FastifyInstance, { ready, registry, openApi }: HealthParts): void {
  server.get('/healthz', async (_request, reply) => reply.send({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const is = await Promise.race([ready().catch(() => false), after(readyWithinMillis, false, { ref: false })]);
    return reply.code(is ? 200 : 503).send({ status: is ? 'ready' : 'not-ready' });
  });
  server.get('/metrics', async (request, reply) => {
    if (!fromBeside(request)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  let contract: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) => {
    contract ??= JSON.stringify(openApi());
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(contract);
  });
}
