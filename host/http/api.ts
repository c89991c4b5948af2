import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId, isRefusal, refuse, type Refusal } from '@opengoa/kernel';
import {
  mayCome,
  openDoor,
  runList,
  runRead,
  runVerb,
  sessionDoors,
  type Identity,
  type Kernel,
} from '@opengoa/kernel/host';
import type { ListMeta } from '@opengoa/kernel/contract';
import { isSecure, provesItsPage, setToken, whoIsAtTheDoor, type AtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { fromOurOwnPage } from './same-origin.ts';

export interface ApiParts {
  readonly kernel: Kernel;
  readonly identity: Identity;
}

/** Holds what a sign-in at another provider has to come back with; short-lived, and only for that door. */
const pendingCookie = 'opengoa-pending';

/** Every door of every room: one route a verb, one a read, one a list. Nothing else changes anything. */
export function serveApi(server: FastifyInstance, { kernel, identity }: ApiParts): void {
  const refuseAt = (reply: FastifyReply, room: string, refusal: Refusal, request: FastifyRequest) =>
    sendProblem(reply, problemOf(kernel, room, refusal, request.id));

  for (const [name, door] of sessionDoors) {
    server.post(`/api/verbs/${name}`, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const forged = proofMissing(at, request);
      if (forged) return refuseAt(reply, 'kernel', forged, request);
      if (door.who === 'session' && at.caller.session === null)
        return refuseAt(reply, 'kernel', refuse('not-signed-in', {}, { status: 401 }), request);
      const answer = await openDoor(identity, door, request.body ?? {}, {
        token: at.token,
        address: request.ip,
        agent: request.headers['user-agent'] ?? null,
        pending: request.cookies[pendingCookie],
      });
      if (isRefusal(answer)) return refuseAt(reply, 'kernel', answer, request);
      if (answer.token !== undefined) setToken(request, reply, answer.token);
      if (answer.pending !== undefined) {
        const options = { path: '/', httpOnly: true, secure: isSecure(request), sameSite: 'lax' as const };
        if (answer.pending === null) void reply.clearCookie(pendingCookie, options);
        else void reply.setCookie(pendingCookie, answer.pending, { ...options, maxAge: 600 });
      }
      return reply.send({ facts: answer.facts, ...(answer.result === undefined ? {} : { result: answer.result }) });
    });
  }

  for (const [name, verb] of kernel.verbs) {
    if (verb.internal || sessionDoors.has(name)) continue;
    const room = name.slice(0, name.indexOf('.'));
    server.post(`/api/verbs/${name}`, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const forged = proofMissing(at, request);
      if (forged) return refuseAt(reply, room, forged, request);
      const requestId = request.headers['idempotency-key'];
      const answer = await runVerb(kernel, {
        name,
        input: request.body ?? {},
        actor: at.actor,
        requestId: isId(requestId) ? requestId : '',
      });
      if (isRefusal(answer)) return refuseAt(reply, room, answer, request);
      return reply.send({ facts: answer.facts, ...(answer.result === undefined ? {} : { result: answer.result }) });
    });
  }

  for (const name of kernel.reads.keys()) {
    const room = name.slice(0, name.indexOf('.'));
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const answer = await runRead(kernel, name, request.query, actor);
      return isRefusal(answer) ? refuseAt(reply, room, answer, request) : reply.send(answer);
    });
  }

  for (const [name, list] of kernel.lists) {
    const room = name.slice(0, name.indexOf('.'));
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const answer = await runList(kernel, name, request.query as Record<string, unknown>, actor);
      return isRefusal(answer) ? refuseAt(reply, room, answer, request) : reply.send(answer);
    });
    server.get(`/api/lists/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      if (!mayCome(actor, list.who)) {
        return refuseAt(
          reply,
          room,
          actor.kind === 'nobody'
            ? refuse('not-signed-in', {}, { status: 401 })
            : refuse('not-your-right', {}, { status: 403 }),
          request,
        );
      }
      const meta: ListMeta = {
        name,
        title: list.title,
        columns: list.columns,
        order: list.order,
        search: list.search !== undefined,
        ...(list.sheet ? { sheet: list.sheet } : {}),
        ...(list.opens ? { opens: list.opens } : {}),
        may: [...kernel.verbs.values()]
          .filter((verb) => verb.name.startsWith(`${room}.`) && mayCome(actor, verb.who))
          .map((verb) => verb.name),
      };
      return reply.send(meta);
    });
  }
}

/** A browser's change must come from a page of ours and carry the proof bound to its session; a machine's key is proof itself. */
export function proofMissing(at: AtTheDoor, request: FastifyRequest): Refusal | undefined {
  if (at.by === 'key') return undefined;
  const ours = fromOurOwnPage(request) && (at.by === 'nothing' || provesItsPage(at, request));
  return ours ? undefined : refuse('not-from-our-page', {}, { status: 403 });
}
