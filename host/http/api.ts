import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId, isRefusal, newId, refuse, type Refusal } from '@opengoa/kernel';
import { mayCome, runList, runRead, runVerb, type Kernel } from '@opengoa/kernel/host';
import type { ListMeta } from '@opengoa/kernel/contract';
import type { Caller, Doorman } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { fromOurOwnPage } from './same-origin.ts';

/** What the answer to a verb may set besides its body: the identity room's sign-in gives a cookie. */
export type AfterVerb = (name: string, result: unknown, reply: FastifyReply) => unknown;

export interface ApiParts {
  readonly kernel: Kernel;
  readonly doorman: Doorman;
  readonly afterVerb: AfterVerb;
}

/** Every door of every room: one route a verb, one a read, one a list. Nothing else changes anything. */
export function serveApi(server: FastifyInstance, { kernel, doorman, afterVerb }: ApiParts): void {
  const refuseAt = (reply: FastifyReply, room: string, refusal: Refusal, request: FastifyRequest) => sendProblem(reply, problemOf(kernel, room, refusal, request.id));

  for (const [name, verb] of kernel.verbs) {
    if (verb.internal) continue;
    const room = name.slice(0, name.indexOf('.'));
    server.post(`/api/verbs/${name}`, async (request, reply) => {
      const caller = await doorman.know(request);
      const forged = proofMissing(caller, request);
      if (forged) return refuseAt(reply, room, forged, request);
      const requestId = request.headers['idempotency-key'];
      const answer = await runVerb(kernel, {
        name,
        input: request.body ?? {},
        actor: caller.actor,
        requestId: isId(requestId) ? requestId : '',
      });
      if (isRefusal(answer)) return refuseAt(reply, room, answer, request);
      const result = afterVerb(name, answer.result, reply);
      return reply.send({ facts: answer.facts, ...(result === undefined ? {} : { result }) });
    });
  }

  for (const name of kernel.reads.keys()) {
    const room = name.slice(0, name.indexOf('.'));
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await doorman.know(request);
      const answer = await runRead(kernel, name, request.query, actor);
      return isRefusal(answer) ? refuseAt(reply, room, answer, request) : reply.send(answer);
    });
  }

  for (const [name, list] of kernel.lists) {
    const room = name.slice(0, name.indexOf('.'));
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await doorman.know(request);
      const answer = await runList(kernel, name, request.query as Record<string, unknown>, actor);
      return isRefusal(answer) ? refuseAt(reply, room, answer, request) : reply.send(answer);
    });
    server.get(`/api/lists/${name}`, async (request, reply) => {
      const { actor } = await doorman.know(request);
      if (!mayCome(actor, list.who)) {
        return refuseAt(reply, room, actor.kind === 'nobody' ? refuse('not-signed-in', {}, { status: 401 }) : refuse('not-your-right', {}, { status: 403 }), request);
      }
      const meta: ListMeta = {
        name,
        title: list.title,
        columns: list.columns,
        order: list.order,
        search: list.search !== undefined,
        ...(list.sheet ? { sheet: list.sheet } : {}),
        ...(list.opens ? { opens: list.opens } : {}),
        may: [...kernel.verbs.values()].filter((verb) => verb.name.startsWith(`${room}.`) && mayCome(actor, verb.who)).map((verb) => verb.name),
      };
      return reply.send(meta);
    });
  }
}

/** A browser's change must come from a page of ours and carry the proof bound to its session; a machine's key is proof itself. */
export function proofMissing(caller: Caller, request: FastifyRequest): Refusal | undefined {
  if (caller.by === 'key') return undefined;
  if (!fromOurOwnPage(request)) return refuse('not-from-our-page', {}, { status: 403 });
  if (caller.by === 'nothing') return undefined;
  const given = Buffer.from(String(request.headers['x-request-proof'] ?? ''));
  const expected = Buffer.from(caller.proof ?? '');
  const same = given.length === expected.length && expected.length > 0 && timingSafeEqual(given, expected);
  return same ? undefined : refuse('not-from-our-page', {}, { status: 403 });
}

export const requestIdOf = (): string => newId();
