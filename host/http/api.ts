import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId, isRefusal, refuse, type Refusal } from '@opengoa/kernel';
import {
  admitReader,
  type Identity,
  isSensitive,
  type Kernel,
  mayCome,
  openDoor,
  runListText,
  runRead,
  runVerb,
  sessionDoors,
} from '@opengoa/kernel/host';
import type { ListMeta } from '@opengoa/kernel/contract';
import { sheetOf } from '@opengoa/kernel/exchange';
import { isSecure, provesItsPage, setToken, whoIsAtTheDoor, type AtTheDoor } from './doors.ts';
import { plainText } from './plain-text.ts';
import { problemOf, sendProblem } from './problem.ts';
import { fromOurOwnPage } from './same-origin.ts';

export interface ApiParts {
  readonly kernel: Kernel;
  readonly identity: Identity;
}

/** Holds what a sign-in at another provider has to come back with; short-lived, and only for that door. */
const pendingCookie = 'opengoa-pending';

/** Secrets count exactly as typed (SEC-ID-04). */
const asTyped = new Set(['password', 'current', 'next']);

/** Rows that tell of people are kept on nobody's device, the owner's own included. */
const notToBeKept = { 'x-not-kept': 'personal' };

export const roomOf = (name: string): string => name.slice(0, name.indexOf('.'));

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
      const { value: input, unfit } = plainText(request.body ?? {}, asTyped);
      if (unfit.length > 0) return refuseAt(reply, 'kernel', refuse('input-not-fitting', { fields: unfit }), request);
      const answer = await openDoor(identity, door, input, {
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
    const room = roomOf(name);
    server.post(`/api/verbs/${name}`, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const forged = proofMissing(at, request);
      if (forged) return refuseAt(reply, room, forged, request);
      const requestId = request.headers['idempotency-key'];
      const { value: input, unfit } = plainText(request.body ?? {});
      if (unfit.length > 0)
        return refuseAt(
          reply,
          room,
          admitReader(at.actor, verb.who) ?? refuse('input-not-fitting', { fields: unfit }),
          request,
        );
      const answer = await runVerb(kernel, {
        name,
        input,
        actor: at.actor,
        requestId: isId(requestId) ? requestId : '',
      });
      if (isRefusal(answer)) return refuseAt(reply, room, answer, request);
      // Whoever founded a unit acts in it next. Done is done: a look that fails is made good by the clock's.
      if (answer.facts.some(({ type }) => kernel.saves.get(type)?.register !== undefined))
        await kernel.registers.refresh().catch((fault: unknown) => request.log.warn({ err: fault }, 'registers'));
      return reply.send({ facts: answer.facts, ...(answer.result === undefined ? {} : { result: answer.result }) });
    });
  }

  for (const [name, read] of kernel.reads) {
    const room = roomOf(name);
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const query = plainQuery(request);
      if (isRefusal(query)) return refuseAt(reply, room, admitReader(actor, read.who) ?? query, request);
      const answer = await runRead(kernel, name, query, actor);
      return isRefusal(answer) ? refuseAt(reply, room, answer, request) : reply.send(answer);
    });
  }

  for (const [name, list] of kernel.lists) {
    const room = roomOf(name);
    const sheet = list.sheet === undefined ? undefined : sheetOf(kernel, list.sheet);
    server.get(`/api/reads/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const query = plainQuery(request);
      if (isRefusal(query)) return refuseAt(reply, room, admitReader(actor, list.who) ?? query, request);
      const answer = await runListText(kernel, name, query, actor);
      return isRefusal(answer)
        ? refuseAt(reply, room, answer, request)
        : reply
            .type('application/json; charset=utf-8')
            .headers(isSensitive(list) ? notToBeKept : {})
            .send(answer);
    });
    server.get(`/api/lists/${name}`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const refused = admitReader(actor, list.who);
      if (refused) return refuseAt(reply, room, refused, request);
      const meta: ListMeta = {
        name,
        title: list.title,
        columns: list.columns,
        order: list.order,
        search: list.search !== undefined,
        // Offered to those whose rows would be taken; the import asks again.
        ...(sheet && mayCome(actor, kernel.verbs.get(sheet.verb)!.who) ? { sheet: sheet.kind } : {}),
        ...(list.opens ? { opens: list.opens } : {}),
        asksReason: isSensitive(list),
        may: [...kernel.verbs.values()]
          .filter((verb) => !verb.internal && verb.name.startsWith(`${room}.`) && mayCome(actor, verb.who))
          .map((verb) => verb.name),
      };
      return reply.send(meta);
    });
  }
}

/** What came in the query string, its text composed; a repeated parameter stays a list, and no door declares one (SEC-IN-05). */
export function plainQuery(request: FastifyRequest): Record<string, unknown> | Refusal {
  const { value, unfit } = plainText({ ...(request.query as Record<string, unknown>) });
  return unfit.length > 0
    ? refuse('input-not-fitting', { fields: unfit }, { status: 400 })
    : (value as Record<string, unknown>);
}

/** A browser's change must come from a page of ours and carry the proof bound to its session; a machine's key is proof itself. */
export function proofMissing(at: AtTheDoor, request: FastifyRequest): Refusal | undefined {
  if (at.by === 'key') return undefined;
  const ours = fromOurOwnPage(request) && (at.by === 'nothing' || provesItsPage(at, request));
  return ours ? undefined : refuse('not-from-our-page', {}, { status: 403 });
}
