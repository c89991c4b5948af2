import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { newId, refuse } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { problemOf, retryAfterSeconds } from './problem.ts';
import { everyAnswer } from './security-headers.ts';

/** What the door is doing now, and what it turned away. */
export interface Work {
  /** Requests being worked on. */
  now(): number;
  /** Requests told to come back since the start. */
  turnedAway(): number;
}

/**
 * Bounds what is worked on at once (REL-20, REL-21): one request more is told to come back, before anybody looks who is asking and before the
 * framework sees it. Refusing costs a small part of what doing costs, so that a flood of three times what can be done leaves most of the
 * thread to what was begun. Pages and health are not counted: they ask no database.
 */
export function boundWorkAtOnce(server: FastifyInstance, kernel: Kernel, most: number): Work {
  let now = 0;
  let turnedAway = 0;
  const turnAway = refuser(kernel);
  const [inner, ...others] = server.server.listeners('request') as RequestListener[];
  if (!inner || others.length > 0) throw new Error('the server answers requests in one place');
  server.server.removeAllListeners('request');
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/api/')) return void inner(request, response);
    if (now >= most) {
      turnedAway += 1;
      return turnAway(request, response);
    }
    now += 1;
    // Once, and whatever becomes of the answer: sent, cut off, or never begun.
    response.once('close', () => {
      now -= 1;
    });
    return void inner(request, response);
  });
  return { now: () => now, turnedAway: () => turnedAway };
}

/** The refusal, made once but for its number. */
function refuser(kernel: Kernel): (request: IncomingMessage, response: ServerResponse) => void {
  const number = newId();
  const whole = JSON.stringify(problemOf(kernel, 'kernel', refuse('overloaded', {}, { status: 503 }), number));
  const [before, after] = whole.split(number) as [string, string];
  const headers = Object.entries({
    ...everyAnswer,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(whole)),
    'retry-after': retryAfterSeconds[503]!,
  }).flat();
  const closing = [...headers, 'connection', 'close'];
  return (request, response) => {
    // A body that nobody reads is not waited for.
    const body =
      request.headers['transfer-encoding'] !== undefined || (request.headers['content-length'] ?? '0') !== '0';
    response.writeHead(503, body ? closing : headers);
    response.end(before + newId() + after);
  };
}
