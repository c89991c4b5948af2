import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, isId, isRefusal, newId, notFound, refuse, type Refusal } from '@opengoa/kernel';
import { storeUpload } from '@opengoa/kernel/files';
import {
  contextFor,
  deskFor,
  faultLimitOf,
  faultPhotoPoint,
  faultStates,
  type Identity,
  jobActorAtRoots,
  type Kernel,
  labelByToken,
  mayAt,
  otherFault,
  reading,
  reopeningOver,
  reportableBy,
  reportByTracking,
  runVerb,
  thingsOf,
  trackingDigest,
  trackingForm,
  trackingFrom,
} from '@opengoa/kernel/host';
import { proofMissing } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { plainText } from './plain-text.ts';
import { problemOf, sendProblem } from './problem.ts';
import { addressKey, rateIn } from './rate-by-address.ts';
import { withRawBodies } from './raw-bodies.ts';
import { takeTurns } from './take-turns.ts';

const tenMinutes = 600_000;
/** Looking is cheaper than reporting: so many times as often. */
const looksForEach = 12;

const Said = z.strictObject({ what: z.string().trim().min(1).max(60), words: z.string().trim().max(500).default('') });
const Tracked = z.strictObject({ tracking: z.string().max(60) });
const Again = Tracked.extend({ why: z.string().trim().max(500).default('') });

/**
 * The one door that strangers report through: what a label is stuck on, a report, its photo, how it stands, "fixed" and "not fixed". It acts as
 * itself, with the role `job`; a stranger gets no account, and of the thing only its public name. What was limited is not written anywhere.
 */
export function serveFaultReports(
  server: FastifyInstance,
  { kernel, identity, folder }: { kernel: Kernel; identity: Identity; folder: DataFolder },
): void {
  const looks = rateIn(tenMinutes);
  const reports = rateIn(tenMinutes);
  const turns = takeTurns({ inAll: 6, each: 1 });
  const refuseAt = (reply: FastifyReply, refusal: Refusal, request: FastifyRequest) =>
    sendProblem(reply, problemOf(kernel, 'kernel', refusal, request.id));
  const door = (): Actor => ({
    ...jobActorAtRoots('扫码报修', kernel.registers.organisation('')),
    kind: 'device',
    unit: null,
  });
  const context = () => contextFor(kernel, door(), newId());

  /** Refuses who asks too often, before anything is read. */
  const often = (request: FastifyRequest, kind: 'look' | 'report'): Refusal | undefined => {
    const most = faultLimitOf(context(), 'address-in-ten-minutes');
    const key = addressKey(request.ip);
    const open =
      kind === 'look' ? looks.take(key, most * looksForEach, Date.now()) : reports.take(key, most, Date.now());
    return open ? undefined : refuse('too-often', {}, { status: 429 });
  };

  const asDoor = <T>(work: Parameters<typeof reading<T>>[2]) =>
    reading<T>(kernel, { actor: door(), who: ['job'], room: 'kernel' }, work);

  server.get<{ Params: { token: string } }>('/api/faults/labels/:token', async (request, reply) => {
    const refused = often(request, 'look');
    if (refused) return refuseAt(reply, refused, request);
    const { actor } = await whoIsAtTheDoor(identity, request);
    const [about, desk] = await asDoor(async (tx, known) => {
      const found = await reportableBy(tx, request.params.token, known);
      // The office that answers for the thing's unit; its number is published, a person's never.
      return [found, found ? await deskFor(tx, found.thing.unit, known) : null] as const;
    });
    const opens = actor.kind === 'person' ? await pageFor(actor, request.params.token) : null;
    // Off, revoked and never made are one answer; whoever is signed in still gets to the thing's page.
    if (!about && opens === null) return refuseAt(reply, refuse('fault-reports-closed', {}, { status: 404 }), request);
    return reply.send({
      thing: about?.thing.publicName ?? null,
      kind: about?.kind.title ?? null,
      faults: about
        ? [...Object.entries(about.kind.faults), ['other', otherFault] as const].map(([code, words]) => ({
            code,
            words,
          }))
        : [],
      photos: about ? faultLimitOf(context(), 'photos', about.thing.unit) : 0,
      opens,
      desk,
    });
  });

  /** The thing's page, for somebody signed in who may see it: asked with their own rights. */
  async function pageFor(actor: Actor, token: string): Promise<string | null> {
    const label = await asDoor((tx) => labelByToken(tx, token));
    const kind = label && kernel.labelled.get(label.kind);
    if (!label || !kind) return null;
    return reading(kernel, { actor, who: kind.finders, room: 'kernel' }, async (tx, { organisation }) => {
      const [thing] = await thingsOf(tx, kind, [label.object]);
      const may = thing && mayAt(actor, kind.finders, { unit: thing.unit }, organisation, { holds: false });
      return may ? kind.opens.replace('{id}', thing.id) : null;
    });
  }

  server.post<{ Params: { token: string } }>('/api/faults/labels/:token', async (request, reply) => {
    const at = await whoIsAtTheDoor(identity, request);
    const refused = proofMissing(at, request) ?? often(request, 'report');
    if (refused) return refuseAt(reply, refused, request);
    const said = inputOf(Said, request);
    if (isRefusal(said)) return refuseAt(reply, said, request);
    const requestId = request.headers['idempotency-key'];
    if (!isId(requestId)) return refuseAt(reply, refuse('request-id-missing', {}, { status: 400 }), request);
    const { token } = request.params;
    if (token.length !== 22) return refuseAt(reply, refuse('fault-reports-closed', {}, { status: 404 }), request);
    const tracking = trackingFrom(kernel.crypto.mac(`fault-report ${requestId}`, 'credential'));
    const answer = await runVerb(kernel, {
      name: 'kernel.report-fault',
      input: { ...said, token, tracking: trackingDigest(tracking), reporter: at.actor.person },
      actor: door(),
      requestId,
    });
    if (isRefusal(answer)) return refuseAt(reply, answer, request);
    const { number } = answer.result as { number: string };
    return reply.send({ number, tracking });
  });

  /** Does `work` with the report that the tracking number names; unknown ones are `not-found`. */
  async function withReport<T extends z.infer<typeof Tracked>>(
    request: FastifyRequest,
    shape: z.ZodType<T>,
  ): Promise<{ input: T; report: NonNullable<Awaited<ReturnType<typeof reportByTracking>>> } | Refusal> {
    const input = inputOf(shape, request);
    if (isRefusal(input)) return input;
    const tracking = trackingForm(input.tracking);
    const report =
      tracking === undefined ? undefined : await asDoor((tx) => reportByTracking(tx, trackingDigest(tracking)));
    return report ? { input, report } : notFound();
  }

  server.post('/api/faults/state', async (request, reply) => {
    const at = await whoIsAtTheDoor(identity, request);
    const refused = proofMissing(at, request) ?? often(request, 'look');
    if (refused) return refuseAt(reply, refused, request);
    const found = await withReport(request, Tracked);
    if (isRefusal(found)) return refuseAt(reply, found, request);
    const { report } = found;
    const ended = report.state === 'handled' || report.state === 'not-ours';
    return reply.send({
      number: report.number,
      thing: report.thing,
      said: report.said,
      state: report.state,
      words: faultStates[report.state],
      reportedAt: report.reportedAt.toISOString(),
      dueAt: report.dueAt.toISOString(),
      answer: report.answer,
      whose: report.whose,
      mayConfirm: report.state === 'handled',
      mayReopen: ended && reopeningOver(report, context()) === undefined,
      reopenDays: faultLimitOf(context(), 'reopen-days', report.unit),
    });
  });

  for (const [path, name, shape] of [
    ['confirm', 'kernel.confirm-fault-fixed', Tracked],
    ['reopen', 'kernel.reopen-fault-report', Again],
  ] as const)
    server.post(`/api/faults/${path}`, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const refused = proofMissing(at, request) ?? often(request, 'report');
      if (refused) return refuseAt(reply, refused, request);
      const found = await withReport<z.infer<typeof Tracked>>(request, shape);
      if (isRefusal(found)) return refuseAt(reply, found, request);
      const { tracking: _tracking, ...more } = found.input;
      const requestId = request.headers['idempotency-key'];
      const answer = await runVerb(kernel, {
        name,
        input: { report: found.report.id, ...more },
        actor: door(),
        requestId: isId(requestId) ? requestId : newId(),
      });
      return isRefusal(answer) ? refuseAt(reply, answer, request) : reply.send({});
    });

  withRawBodies(server, ['image/jpeg', 'image/png'], (inner) => {
    // The number stands in a header: addresses end up in logs.
    inner.post('/api/faults/photos', { bodyLimit: faultPhotoPoint.maxBytes }, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const refused = proofMissing(at, request) ?? often(request, 'report');
      if (refused) return refuseAt(reply, refused, request);
      const tracking = trackingForm(String(request.headers['x-tracking'] ?? '').slice(0, 60));
      const report =
        tracking === undefined ? undefined : await asDoor((tx) => reportByTracking(tx, trackingDigest(tracking)));
      if (!report) return refuseAt(reply, notFound(), request);
      const most = faultLimitOf(context(), 'photos', report.unit);
      if (report.photos >= most) return refuseAt(reply, refuse('too-many-photos', { most }), request);
      const back = turns.take(addressKey(request.ip));
      if (!back) return refuseAt(reply, refuse('overloaded', {}, { status: 503 }), request);
      try {
        // For this one file the door stands at the unit of the report, and nowhere else.
        const actor: Actor = {
          ...door(),
          unit: report.unit,
          grants: [{ role: 'staff', unit: report.unit, below: false }],
        };
        const stored = await storeUpload(kernel, folder.files, {
          actor,
          point: faultPhotoPoint,
          name: 'photo',
          content: (request.body as Readable | undefined) ?? Readable.from([]),
        });
        if (isRefusal(stored))
          return refuseAt(reply, stored.code === 'upload-too-large' ? { ...stored, status: 413 } : stored, request);
        const answer = await runVerb(kernel, {
          name: 'kernel.add-fault-photo',
          input: { report: report.id, file: stored.id },
          actor: door(),
          requestId: newId(),
        });
        return isRefusal(answer) ? refuseAt(reply, answer, request) : reply.send({});
      } finally {
        back();
      }
    });
  });
}

function inputOf<T>(shape: z.ZodType<T>, request: FastifyRequest): T | Refusal {
  const { value, unfit } = plainText(request.body ?? {});
  if (unfit.length > 0) return refuse('input-not-fitting', { fields: unfit });
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
  return refuse('input-not-fitting', { fields });
}
