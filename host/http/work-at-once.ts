import type { FastifyInstance } from 'fastify';
import { refuse } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { problemOf, sendProblem } from './problem.ts';

/** What the door is doing now, and what it turned away. */
export interface Work {
  /** Requests being worked on. */
  now(): number;
  /** Requests told to come back since the start. */
  turnedAway(): number;
}

/**
 * Bounds what is worked on at once (REL-20, REL-21): one request more is told to come back, at once and before anybody looks who is asking,
 * so that refusing costs next to nothing and what was begun gets done. Pages and health are not counted: they ask no database.
 */
export function boundWorkAtOnce(server: FastifyInstance, kernel: Kernel, most: number): Work {
  let now = 0;
  let turnedAway = 0;
  server.addHook('onRequest', async (request, reply) => {
    if (!request.raw.url?.startsWith('/api/')) return;
    if (now >= most) {
      turnedAway += 1;
      return sendProblem(reply, problemOf(kernel, 'kernel', refuse('overloaded', {}, { status: 503 }), request.id));
    }
    now += 1;
    // Once, and whatever becomes of the answer: sent, cut off, or never begun.
    reply.raw.once('close', () => {
      now -= 1;
    });
  });
  return { now: () => now, turnedAway: () => turnedAway };
}
