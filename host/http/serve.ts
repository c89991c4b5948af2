import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import cookie from '@fastify/cookie';
import type { Logger } from 'pino';
import { newId, refuse } from '@opengoa/kernel';
import type { Identity, Kernel } from '@opengoa/kernel/host';
import { serveApi } from './api.ts';
import { declaredRoutes, type DeclaredRoutes } from './declared-routes.ts';
import { refusalOf, WrongMediaType } from './fault-refusal.ts';
import { answerBrokenRequest, refuseAmbiguity } from './framing.ts';
import { problemOf, sendProblem } from './problem.ts';
import { everyAnswer, withSecurityHeaders } from './security-headers.ts';
import { parseStrictJson } from './strict-json.ts';
import { boundWorkAtOnce, type Work } from './work-at-once.ts';

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
  readonly also?: (server: FastifyInstance, served: Served) => void | Promise<void>;
}

export interface Served {
  readonly routes: DeclaredRoutes;
  readonly work: Work;
}

/** Builds the HTTP server: strict parsing, one shape of refusal, calm sentences for faults, nothing told about the inside. */
export async function serve({ kernel, identity, log, limits, proxies, also }: ServeParts): Promise<FastifyInstance> {
  const problem = (request: FastifyRequest, code: string, status: number) =>
    problemOf(kernel, 'kernel', refuse(code, {}, { status }), request.id);
  const answerFault = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error);
    // Logged once, under the number that the person was told. What was sent is not logged, only where it went (REL-30, SEC-CR-10).
    if (refusal.code === 'fault')
      log.error({ err: told(error), requestId: request.id, route: request.routeOptions.url }, 'fault');
    if (refusal.code === 'away') log.warn({ requestId: request.id, why: error.message }, 'database away');
    // Of a body that nobody read more may come: it is not taken for a next request.
    if ([400, 408, 413, 415].includes(refusal.status)) void reply.header('connection', 'close');
    return sendProblem(reply, problemOf(kernel, 'kernel', refusal, request.id));
  };
  const server = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false,
    bodyLimit: limits.body,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    connectionTimeout: limits.idleTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idleTime,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
    http: {
      headersTimeout: limits.headerTime,
      // Times are looked at every so often; without this, half a minute would be allowed on top.
      connectionsCheckingInterval: Math.min(1_000, limits.headerTime / 4),
      maxHeaderSize: 16_384,
      requireHostHeader: false,
    },
    clientErrorHandler: (error, socket) => answerBrokenRequest(kernel, error, socket),
    // A path that cannot be decoded comes here, before any hook ran.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(everyAnswer);
      void answerFault(error, request, reply as unknown as FastifyReply);
    },
  }) as unknown as FastifyInstance;
  server.server.maxConnections = limits.connections;
  server.server.maxHeadersCount = 100;

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, readJson(request, body as Buffer, limits));
    } catch (error) {
      done(error as Error);
    }
  });

  const routes = declaredRoutes(server);
  withSecurityHeaders(server);
  const work = boundWorkAtOnce(server, kernel, limits.atOnce);
  refuseAmbiguity(server);
  await server.register(cookie);
  server.setErrorHandler(answerFault);
  server.setNotFoundHandler((request, reply) => {
    const allowed = routes.methodsOf(request);
    if (allowed.length === 0 && request.method !== 'TRACE')
      return sendProblem(reply, problem(request, 'not-found', 404));
    if (allowed.includes(request.method)) return sendProblem(reply, problem(request, 'not-found', 404));
    void reply.header('allow', allowed.join(', '));
    return sendProblem(reply, problem(request, 'method-not-allowed', 405));
  });

  serveApi(server, { kernel, identity });
  await also?.(server, { routes, work });
  return server;
}

/** The one form in which changing doors are spoken to: JSON in UTF-8, not packed (SEC-IN-02). */
const jsonForm = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

function readJson(request: FastifyRequest, body: Buffer, limits: DoorLimits): unknown {
  const packed = request.headers['content-encoding'];
  if (!jsonForm.test(request.headers['content-type'] ?? '') || (packed !== undefined && packed !== 'identity'))
    throw new WrongMediaType();
  if (body.length === 0) return {};
  return parseStrictJson(body, { depth: limits.jsonDepth, keys: limits.jsonKeys, array: limits.jsonArray });
}

/** Of a fault what helps to find it: kind, code, sentence and place. Drivers hang rows and parameters to their errors; those stay out. */
const told = ({ name, code, message, stack }: FastifyError) => ({ type: name, code, message, stack });
