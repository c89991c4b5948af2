import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newId, refuse } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { MalformedRequest } from './fault-refusal.ts';
import { problemOf } from './problem.ts';
import { everyAnswer } from './security-headers.ts';

/** Fields that say one thing. Sent twice, two readers could each believe another one (SEC-IN-14). */
const saidOnce = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'authorization',
  'origin',
  'idempotency-key',
  'x-request-proof',
]);

/** Methods that carry no body here. */
const bodyless = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE']);

/** Refuses what two readers of the same bytes could take for two different requests, before anybody looks who is asking. */
export function refuseAmbiguity(server: FastifyInstance): void {
  // Without a Host the runtime would answer by itself, in its own words; it is refused here like everything else.
  server.addHook('onRequest', async (request, reply) => {
    if (isUnambiguous(request)) return;
    void reply.header('connection', 'close');
    throw new MalformedRequest();
  });
}

function isUnambiguous({ raw, method, headers }: FastifyRequest): boolean {
  const met = new Set<string>();
  for (let at = 0; at < raw.rawHeaders.length; at += 2) {
    const name = raw.rawHeaders[at]!.toLowerCase();
    if (!saidOnce.has(name)) continue;
    if (met.has(name)) return false;
    met.add(name);
  }
  if (!met.has('host') || headers.host === '') return false;
  if (met.has('content-length') && met.has('transfer-encoding')) return false;
  return !(bodyless.has(method) && (met.has('transfer-encoding') || (headers['content-length'] ?? '0') !== '0'));
}

/** What the parser itself could not read: answered once in plain words, where an answer is still possible, and the connection closed. */
export function answerBrokenRequest(kernel: Kernel, error: { code?: string }, socket: Socket): void {
  // Bytes that were sent before may belong to an answer on its way: nothing may be put into it.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const [status, words, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ([431, 'Request Header Fields Too Large', 'too-large'] as const)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ([408, 'Request Timeout', 'too-slow'] as const)
        : ([400, 'Bad Request', 'malformed'] as const);
  const body = JSON.stringify(problemOf(kernel, 'kernel', refuse(code, {}, { status }), newId()));
  const lines = [
    `HTTP/1.1 ${status} ${words}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(everyAnswer).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroySoon());
}
