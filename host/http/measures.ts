import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Measures {
  readonly registry: Registry;
  readonly sealed: Counter;
  readonly faults: Counter<'part'>;
}

/** Numbers for operators (Prometheus text). Routes are the declared ones, so that no stranger's path makes a new series. */
export function measure(server: FastifyInstance, pool: pg.Pool): Measures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'opengoa_http_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'opengoa_database_connections',
    help: 'Connections of the pool',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const sealed = new Counter({
    name: 'opengoa_sealed_facts_total',
    help: 'Facts numbered and sealed by this process',
    registers: [registry],
  });
  const faults = new Counter({
    name: 'opengoa_faults_total',
    help: 'Faults by part',
    labelNames: ['part'] as const,
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  return { registry, sealed, faults };
}
