import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, newId, refuse, type Actor, type AnyRead, type Refusal } from '@opengoa/kernel';
import { writeWorkbook } from '@opengoa/kernel/exchange';
import { attachmentName } from '@opengoa/kernel/files';
import { actorKey, admitReader, runRead, runVerb, type Identity, type Kernel } from '@opengoa/kernel/host';
import { plainQuery, roomOf } from './api.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { takeTurns } from './take-turns.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `GET /api/reads/<read>.xlsx?…`: the answer of a read in a layout of its own (a form as it is filed), permitted and shaped as the read is.
 * It is written to the end, then recorded, and only then sent (SEC-FI-13, SEC-RE-07).
 */
export function serveWorkbooks(
  server: FastifyInstance,
  { kernel, identity }: { readonly kernel: Kernel; readonly identity: Identity },
): void {
  const turns = takeTurns({ inAll: 4, each: 1 });
  for (const read of kernel.reads.values()) {
    if (!read.workbook) continue;
    server.get(`/api/reads/${read.name}.xlsx`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const made = await make(actor, read, request);
      if (isRefusal(made)) return sendProblem(reply, problemOf(kernel, roomOf(read.name), made, request.id));
      return reply
        .headers({ 'content-type': mediaType, 'content-disposition': attachmentName(`${made.name}.xlsx`) })
        .send(made.content);
    });
  }

  async function make(
    actor: Actor,
    read: AnyRead,
    request: FastifyRequest,
  ): Promise<{ readonly name: string; readonly content: Buffer } | Refusal> {
    const refused = admitReader(actor, read.who);
    if (refused) return refused;
    // Recorded under the reader's name: a page elsewhere must not make a browser ask for one.
    if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
      return refuse('not-from-our-page', {}, { status: 403 });
    const query = plainQuery(request);
    if (isRefusal(query)) return query;
    if (actor.unit === null) return refuse('not-your-right', {}, { status: 403 });
    const aside = kernel.setAside();
    if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });
    const answer = await runRead(kernel, read.name, query, actor);
    if (isRefusal(answer)) return answer;
    const back = turns.take(actorKey(actor));
    if (!back) return refuse('overloaded', {}, { status: 503 });
    try {
      const { name, sheets } = read.workbook!(answer);
      let rows = 0;
      const counted = sheets.map((sheet) => {
        const all = [...(sheet.rows as Iterable<never>)];
        rows += all.length;
        return { ...sheet, rows: all };
      });
      const content = await buffer(Readable.from(writeWorkbook(counted)));
      const recorded = await runVerb(kernel, {
        name: 'kernel.record-export',
        input: {
          id: newId(),
          unit: actor.unit,
          list: read.name,
          format: 'xlsx',
          rows,
          filter: JSON.stringify(query).slice(0, 4_000),
        },
        actor,
        requestId: newId(),
      });
      return isRefusal(recorded) ? recorded : { name, content };
    } finally {
      back();
    }
  }
}
