import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

export interface HealthParts {
  /** Answers within a second whether the database takes a write-ready connection. */
  readonly ready: () => Promise<boolean>;
  readonly registry: Registry;
  readonly openApi: () => unknown;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Liveness and readiness apart (REL-28): nothing but yes or no, no version. Figures go to loopback only: a collector sits beside the program. */
export function serveHealth(server: FastifyInstance, { ready, registry, openApi }: HealthParts): void {
  server.get('/healthz', async (_request, reply) => reply.send({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const is = await ready().catch(() => false);
    return reply.code(is ? 200 : 503).send({ status: is ? 'ready' : 'not-ready' });
  });
  server.get('/metrics', async (request, reply) => {
    if (!loopback.test(request.ip)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  let contract: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) => {
    contract ??= JSON.stringify(openApi());
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(contract);
  });
}
