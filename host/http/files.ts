import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId, isRefusal, notFound, refuse, type Refusal } from '@opengoa/kernel';
import {
  attachmentHeaders,
  mediaTypes,
  openFile,
  openTalkFile,
  previewHeaders,
  type Scan,
  storeUpload,
} from '@opengoa/kernel/files';
import { actorKey, admitReader, type Identity, type Kernel } from '@opengoa/kernel/host';
import { plainQuery, proofMissing } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { withRawBodies } from './raw-bodies.ts';
import { takeTurns } from './take-turns.ts';

/** What browsers say of the kinds that upload points take; the bytes decide, not this. */
export const uploadTypes = [
  'application/octet-stream',
  'application/pdf',
  'application/ofd',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'text/csv',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

/** `POST /api/files/<point>?name=` brings a file in, as its body; `GET /api/files/<id>` gives it out as an attachment, never as a page (SEC-FI-06). */
export function serveFiles(
  server: FastifyInstance,
  {
    kernel,
    identity,
    folder,
    uploadMost,
    scan,
  }: { kernel: Kernel; identity: Identity; folder: DataFolder; uploadMost: number; scan?: Scan | undefined },
): void {
  const points = kernel.rooms.flatMap((room) => room.uploads ?? []);
  const turns = takeTurns({ inAll: 16, each: 4 });
  const refuseAt = (reply: FastifyReply, refusal: Refusal, request: FastifyRequest) =>
    sendProblem(reply, problemOf(kernel, 'kernel', refusal, request.id));

  withRawBodies(server, uploadTypes, (inner) => {
    for (const point of points) {
      inner.post(`/api/files/${point.name}`, { bodyLimit: uploadMost }, async (request, reply) => {
        const at = await whoIsAtTheDoor(identity, request);
        const refused = proofMissing(at, request) ?? admitReader(at.actor, point.who);
        if (refused) return refuseAt(reply, refused, request);
        const query = plainQuery(request);
        if (isRefusal(query)) return refuseAt(reply, query, request);
        const { name, ...more } = query;
        if (typeof name !== 'string' || name === '' || name.length > 500 || Object.keys(more).length > 0)
          return refuseAt(
            reply,
            refuse('input-not-fitting', { fields: [{ path: 'name', message: 'one name' }] }, { status: 400 }),
            request,
          );
        const aside = kernel.setAside();
        if (aside !== null) return refuseAt(reply, refuse('storage-full', { why: aside }, { status: 507 }), request);
        const back = turns.take(actorKey(at.actor));
        if (!back) return refuseAt(reply, refuse('overloaded', {}, { status: 503 }), request);
        try {
          const stored = await storeUpload(kernel, folder.files, {
            actor: at.actor,
            point: { ...point, maxBytes: Math.min(point.maxBytes, uploadMost) },
            name,
            ...(scan ? { scan } : {}),
            content: (request.body as Readable | undefined) ?? Readable.from([]),
          });
          if (!isRefusal(stored)) return reply.send(stored);
          return refuseAt(reply, stored.code === 'upload-too-large' ? { ...stored, status: 413 } : stored, request);
        } finally {
          back();
        }
      });
    }
  });

  const opening = async (request: FastifyRequest<{ Params: { id: string } }>) => {
    const { actor } = await whoIsAtTheDoor(identity, request);
    const refused = admitReader(actor, ['signed-in']);
    if (refused) return refused;
    const { id } = request.params;
    if (!isId(id)) return notFound();
    const query = plainQuery(request);
    if (isRefusal(query)) return query;
    const { talk, of } = query;
    // Beside a comment: the right is that of the thing that is talked about.
    if (typeof talk === 'string' && typeof of === 'string')
      return isId(of) && talk.length <= 60 ? openTalkFile(kernel, folder.files, { actor, id, talk, of }) : notFound();
    return openFile(kernel, folder.files, {
      actor,
      id,
      who: [...new Set(points.flatMap(({ readers }) => readers))],
      readersOf: (point) => points.find(({ name }) => name === point)?.readers ?? [],
      unscannedToOthers: ({ point, mediaType }) =>
        (mediaType.startsWith('image/') && points.find(({ name }) => name === point)?.picturesUnscanned === true) ||
        'by-rule',
    });
  };
  server.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const opened = await opening(request);
    if (isRefusal(opened)) return refuseAt(reply, opened, request);
    return reply.headers(attachmentHeaders(opened.file)).send(Readable.from(opened.content()));
  });
  // Under the same rights, and only what the upload point found to be a PDF by its bytes (docs/decisions/0013).
  server.get<{ Params: { id: string } }>('/api/files/:id/preview', async (request, reply) => {
    const opened = await opening(request);
    if (isRefusal(opened)) return refuseAt(reply, opened, request);
    if (opened.file.mediaType !== mediaTypes.pdf) return refuseAt(reply, notFound(), request);
    return reply.headers(previewHeaders(opened.file)).send(Readable.from(opened.content()));
  });
}
