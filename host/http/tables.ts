import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, newId, refuse, Refused, type Actor, type AnyRead, type Refusal } from '@opengoa/kernel';
import { byteOrderMark, csvLine } from '@opengoa/kernel/exchange';
import { attachmentName, writeNewFile } from '@opengoa/kernel/files';
import { actorKey, admitReader, runRead, runVerb, type Identity, type Kernel } from '@opengoa/kernel/host';
import { plainQuery, roomOf } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { takeTurns } from './take-turns.ts';

/**
 * `GET /api/reads/<read>.csv?…`: a read whose columns are known only by its answer, permitted as the read is, page after page. It is written to the
 * end, then recorded, and only then sent (SEC-FI-13, SEC-RE-07); text that a spreadsheet would compute is made inert (SEC-FI-12).
 */
export function serveTables(
  server: FastifyInstance,
  { kernel, identity, folder }: { readonly kernel: Kernel; readonly identity: Identity; readonly folder: DataFolder },
): void {
  const turns = takeTurns({ inAll: 4, each: 1 });
  for (const read of kernel.reads.values()) {
    if (!read.table) continue;
    server.get(`/api/reads/${read.name}.csv`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const path = folder.passing();
      const gone = () => rm(path, { force: true }).catch(() => undefined);
      try {
        const name = await make(actor, read, request, path);
        if (isRefusal(name)) {
          await gone();
          return sendProblem(reply, problemOf(kernel, roomOf(read.name), name, request.id));
        }
        const content = createReadStream(path);
        content.once('close', () => void gone());
        return reply
          .headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachmentName(`${name}.csv`) })
          .send(content);
      } catch (error) {
        await gone();
        throw error;
      }
    });
  }

  async function make(actor: Actor, read: AnyRead, request: FastifyRequest, path: string): Promise<string | Refusal> {
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
    const back = turns.take(actorKey(actor));
    if (!back) return refuse('overloaded', {}, { status: 503 });
    const told = { name: read.title.zh, rows: 0 };
    try {
      await writeNewFile(path, pages(actor, read, query, told));
      const recorded = await runVerb(kernel, {
        name: 'kernel.record-export',
        input: {
          id: newId(),
          unit: actor.unit,
          list: read.name,
          format: 'csv',
          rows: told.rows,
          filter: JSON.stringify(query).slice(0, 4_000),
        },
        actor,
        requestId: newId(),
      });
      return isRefusal(recorded) ? recorded : told.name;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    } finally {
      back();
    }
  }

  async function* pages(
    actor: Actor,
    read: AnyRead,
    first: Readonly<Record<string, unknown>>,
    told: { name: string; rows: number },
  ): AsyncGenerator<Buffer> {
    let query: Readonly<Record<string, unknown>> | null = first;
    while (query !== null) {
      const answer: unknown = await runRead(kernel, read.name, query, actor);
      if (isRefusal(answer)) throw new Refused(answer);
      // The read has taken the query as its own shape by now.
      const { name, columns, rows, next } = read.table!(answer, query);
      const head: string = query === first ? byteOrderMark + csvLine(columns) : '';
      told.name = name;
      told.rows += rows.length;
      yield Buffer.from(head + rows.map((row) => csvLine(row)).join(''));
      query = next;
    }
  }
}
