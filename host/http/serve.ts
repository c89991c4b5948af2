import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import type { Logger } from 'pino';
import { newId, refuse } from '@opengoa/kernel';
import { sessionDoors, type Identity, type Kernel } from '@opengoa/kernel/host';
import { serveApi } from './api.ts';
import { problemOf, sendProblem } from './problem.ts';
import { withSecurityHeaders } from './security-headers.ts';
import { JsonRefused, parseStrictJson } from './strict-json.ts';

/** Limits of the front door (SEC-IN-13); values come from standards, sizes in bytes, times in milliseconds. */
export interface DoorLimits {
  readonly body: number;
  readonly upload: number;
  readonly jsonDepth: number;
  readonly jsonKeys: number;
  readonly jsonArray: number;
  readonly headerTime: number;
  readonly requestTime: number;
  readonly idleTime: number;
  readonly connections: number;
  /** Requests being worked on at once; one more is told to come back (REL-20). */
  readonly atOnce: number;
}

export interface ServeParts {
  readonly kernel: Kernel;
  readonly identity: Identity;
  readonly log: Logger;
  readonly limits: DoorLimits;
  /** Addresses whose forwarded headers are believed (SEC-IN-15). */
  readonly proxies: readonly string[];
  /** More routes: files, imports, metrics, pages. They run behind the same headers and the same error net. */
  readonly also?: (server: FastifyInstance) => void | Promise<void>;
}

/** Codes of faults that mean: too busy or cut off, not wrong. */
const busyMessages =
  /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|the database system is (?:starting|shutting)|terminating connection/;

/** Builds the HTTP server: strict parsing, one shape of refusal, calm sentences for faults, nothing told about the inside. */
export async function serve({ kernel, identity, log, limits, proxies, also }: ServeParts): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: log,
    disableRequestLogging: true,
    genReqId: () => newId(),
    bodyLimit: limits.body,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    connectionTimeout: limits.idleTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idleTime,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
    http: { headersTimeout: limits.headerTime, maxHeaderSize: 16_384 },
  }) as unknown as FastifyInstance;
  server.server.maxConnections = limits.connections;

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(
        null,
        (body as Buffer).length === 0
          ? {}
          : parseStrictJson(body as Buffer, {
              depth: limits.jsonDepth,
              keys: limits.jsonKeys,
              array: limits.jsonArray,
            }),
      );
    } catch (error) {
      done(error as Error);
    }
  });

  await server.register(cookie);
  withSecurityHeaders(server);
  boundWorkAtOnce(server, kernel, limits.atOnce);

  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500)
      log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'fault');
    return sendProblem(reply, problemOf(kernel, 'kernel', refusal, request.id));
  });

  serveApi(server, { kernel, identity });
  await also?.(server);

  const paths = new Map<string, string[]>();
  for (const name of [...kernel.verbs.keys(), ...sessionDoors.keys()]) paths.set(`/api/verbs/${name}`, ['POST']);
  for (const name of [...kernel.reads.keys(), ...kernel.lists.keys()]) paths.set(`/api/reads/${name}`, ['GET']);
  server.setNotFoundHandler((request, reply) => {
    const allowed = paths.get(request.url.split('?', 1)[0]!);
    if (allowed && !allowed.includes(request.method)) {
      reply.header('allow', allowed.join(', '));
      return sendProblem(
        reply,
        problemOf(kernel, 'kernel', refuse('method-not-allowed', {}, { status: 405 }), request.id),
      );
    }
    return sendProblem(reply, problemOf(kernel, 'kernel', refuse('not-found', {}, { status: 404 }), request.id));
  });
  return server;
}

function boundWorkAtOnce(server: FastifyInstance, kernel: Kernel, most: number): void {
  let now = 0;
  server.addHook('onRequest', async (request, reply) => {
    if (now >= most && request.url.startsWith('/api/')) {
      reply.hijack();
      const problem = problemOf(kernel, 'kernel', refuse('busy', {}, { status: 503 }), request.id);
      reply.raw.writeHead(503, {
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '2',
        'cache-control': 'no-store',
      });
      reply.raw.end(JSON.stringify(problem));
      return;
    }
    now += 1;
    let counted = true;
    reply.raw.once('close', () => {
      if (counted) now -= 1;
      counted = false;
    });
  });
}

function refusalOf(error: FastifyError) {
  if (error instanceof JsonRefused) return refuse('malformed', {}, { status: 400 });
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('wrong-media-type', {}, { status: 415 });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('too-large', {}, { status: 413 });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
      return refuse('malformed', {}, { status: 400 });
    default:
  }
  if (busyMessages.test(error.message)) return refuse('busy', {}, { status: 503 });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return refuse('malformed', {}, { status: error.statusCode });
  return refuse('fault', {}, { status: 500 });
}
