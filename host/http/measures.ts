import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Receiver } from '../collect/receive-message.ts';
import type { Work } from './work-at-once.ts';

export interface Measures {
  readonly registry: Registry;
  readonly sealed: Counter;
  readonly faults: Counter<'part'>;
  /** What browsers say our policy blocked. */
  readonly blocked: Counter<'directive'>;
}

/** Numbers for operators (Prometheus text). Routes are the declared ones, so that no stranger's path makes a new series. */
export function measure(
  server: FastifyInstance,
  { pool, work, messages }: { pool: pg.Pool; work: Work; messages?: Receiver['figures'] | undefined },
): Measures {
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
  new Gauge({
    name: 'opengoa_http_now',
    help: 'Requests being worked on',
    registers: [registry],
    collect() {
      this.set(work.now());
    },
  });
  new Gauge({
    name: 'opengoa_http_turned_away',
    help: 'Requests told to come back since the start, because too many were being worked on',
    registers: [registry],
    collect() {
      this.set(work.turnedAway());
    },
  });
  if (messages)
    new Counter({
      name: 'opengoa_messages_total',
      help: 'Messages of devices since the start: kept, parked with a reason, or turned away to be sent again',
      labelNames: ['outcome'] as const,
      registers: [registry],
      collect() {
        this.reset();
        this.inc({ outcome: 'kept' }, messages.kept);
        this.inc({ outcome: 'parked' }, messages.parked);
        this.inc({ outcome: 'turned-away' }, messages.turnedAway);
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
  const blocked = new Counter({
    name: 'opengoa_csp_blocked_total',
    help: 'Reports of browsers about what the content security policy blocked',
    labelNames: ['directive'] as const,
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  return { registry, sealed, faults, blocked };
}
