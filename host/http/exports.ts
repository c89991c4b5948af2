import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, newId, refuse, type Actor, type List, type Refusal } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { exportColumnsOfList, exportToFile, sheetOf, type Labels } from '@opengoa/kernel/exchange';
import { attachmentName } from '@opengoa/kernel/files';
import {
  actorKey,
  admitReader,
  allRows,
  parseListQuery,
  runVerb,
  type Identity,
  type Kernel,
} from '@opengoa/kernel/host';
import { plainQuery, roomOf } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { problemOf, sendProblem } from './problem.ts';
import { takeTurns } from './take-turns.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof mediaTypes;

const formats = Object.keys(mediaTypes) as Format[];

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
    for (const format of formats) {
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
    format: Format,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Refusal | undefined> {
    const refused = admitReader(actor, list.who);
    if (refused) return refused;
    // An export is recorded under the reader's name: a page elsewhere must not make a browser ask for one.
    if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
      return refuse('not-from-our-page', {}, { status: 403 });
    if (actor.unit === null) return refuse('not-your-right', {}, { status: 403 });
    const query = plainQuery(request);
    if (isRefusal(query)) return query;
    const { reason, ...filters } = query;
    const personal = Object.values(list.columns).some((column) => column.personal);
    const why = typeof reason === 'string' ? reason.trim() : '';
    if ((reason !== undefined && typeof reason !== 'string') || why.length > 500)
      return refuse('input-not-fitting', { fields: [{ path: 'reason', message: 'too long' }] }, { status: 400 });
    if (personal && why.length < 2) return refuse('export-asks-a-reason');
    const parsed = parseListQuery(list, filters);
    if ('unfit' in parsed) return refuse('input-not-fitting', { fields: parsed.unfit }, { status: 400 });
    const aside = kernel.setAside();
    if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });

    const back = turns.take(actorKey(actor));
    if (!back) return refuse('overloaded', {}, { status: 503 });
    const path = folder.passing();
    let sending = false;
    const over = async () => {
      back();
      await rm(path, { force: true }).catch(() => undefined);
    };
    try {
      const now = kernel.clock();
      const sheet = list.sheet ? sheetOf(kernel, list.sheet) : undefined;
      const item = personal ? 'export-rows-personal' : 'export-rows';
      const rowLimit = kernel.registers.standards().numberOn('kernel.request-limits', dayOf(now), [], { item });
      const written = await exportToFile(
        {
          title: list.title,
          columns: exportColumnsOfList(list.columns, sheet),
          rows: oneByOne(allRows(kernel, list, parsed, actor, rowLimit + 1)),
          format,
          mark: { ...markOf(kernel, actor), at: now, ...(why ? { reason: why } : {}) },
          labels: labelsOf(kernel),
          rowLimit,
        },
        path,
      );
      if (isRefusal(written)) return written;
      const recorded = await runVerb(kernel, {
        name: 'kernel.record-export',
        input: {
          id: newId(),
          unit: actor.unit,
          list: list.name,
          format,
          rows: written.rows,
          filter: JSON.stringify(filters).slice(0, 4_000),
          ...(why ? { why } : {}),
        },
        actor,
        requestId: newId(),
      });
      if (isRefusal(recorded)) return recorded;
      const content = createReadStream(path);
      content.once('close', () => void over());
      sending = true;
      void reply
        .headers({
          'content-type': mediaTypes[format],
          'content-disposition': attachmentName(`${list.title.zh} ${dayOf(now)}.${format}`),
        })
        .send(content);
      return undefined;
    } finally {
      if (!sending) await over();
    }
  }
}

async function* oneByOne<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const rows of batches) yield* rows;
}

const markOf = (kernel: Kernel, actor: Actor) => ({
  who: actor.name,
  unit: (actor.unit && kernel.registers.organisation('').unit(actor.unit)?.name) || '',
});

/** Names for the ids that rows hold, as the organisation has them today. */
function labelsOf(kernel: Kernel): Labels {
  const organisation = kernel.registers.organisation('');
  return {
    unit(id) {
      const unit = organisation.unit(id);
      return unit ? { code: unit.code ?? unit.id, title: unit.name } : null;
    },
    person: (id) => organisation.personName(id) ?? null,
  };
}
