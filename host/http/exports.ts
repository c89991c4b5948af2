import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, refuse, type Actor, type List, type Refusal } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { attachmentName } from '@opengoa/kernel/files';
import { actorKey, admitReader, type Identity, type Kernel } from '@opengoa/kernel/host';
import { exportFormats, writeExport, type ExportFormat } from '../program/write-export.ts';
import { plainQuery, roomOf } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { takeTurns } from './take-turns.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * `GET /api/reads/<list>.csv|.xlsx?…`: a ledger as filtered, permitted and masked for its reader. It is written to the end, then recorded,
 * and only then sent: nothing leaves that the Record does not know of (SEC-FI-13, SEC-RE-07).
 */
export function serveExports(
  server: FastifyInstance,
  { kernel, identity, folder }: { kernel: Kernel; identity: Identity; folder: DataFolder },
): void {
  const turns = takeTurns({ inAll: 4, each: 1 });
  for (const list of kernel.lists.values()) {
    for (const format of exportFormats) {
      server.get(`/api/reads/${list.name}.${format}`, async (request, reply) => {
        const { actor } = await whoIsAtTheDoor(identity, request);
        const refusal = await exportList(actor, list, format, request, reply);
        return refusal ? sendProblem(reply, problemOf(kernel, roomOf(list.name), refusal, request.id)) : reply;
      });
    }
  }

  async function exportList(
    actor: Actor,
    list: List,
    format: ExportFormat,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Refusal | undefined> {
    const refused = admitReader(actor, list.who);
    if (refused) return refused;
    // An export is recorded under the reader's name: a page elsewhere must not make a browser ask for one.
    if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
      return refuse('not-from-our-page', {}, { status: 403 });
    const query = plainQuery(request);
    if (isRefusal(query)) return query;
    const { reason, marked, ...filters } = query;
    if (reason !== undefined && typeof reason !== 'string')
      return refuse('input-not-fitting', { fields: [{ path: 'reason', message: 'repeated' }] }, { status: 400 });
    if (marked !== undefined && marked !== 'looked-at')
      return refuse('input-not-fitting', { fields: [{ path: 'marked', message: 'looked-at' }] }, { status: 400 });
    const path = folder.passing();
    let back: (() => void) | undefined;
    let sending = false;
    const over = async () => {
      back?.();
      await rm(path, { force: true }).catch(() => undefined);
    };
    const begin = () => {
      back = turns.take(actorKey(actor));
      return back ? undefined : refuse('overloaded', {}, { status: 503 });
    };
    try {
      const written = await writeExport(
        kernel,
        { actor, list, format, query: filters, reason, lookedAt: marked !== undefined, begin },
        path,
      );
      if (isRefusal(written)) return written;
      const content = createReadStream(path);
      content.once('close', () => void over());
      sending = true;
      void reply
        .headers({
          'content-type': mediaTypes[format],
          'content-disposition': attachmentName(`${list.title.zh} ${dayOf(kernel.clock())}.${format}`),
        })
        .send(content);
      return undefined;
    } finally {
      if (!sending) await over();
    }
  }
}
