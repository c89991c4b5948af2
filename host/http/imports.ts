import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fillWords, isId, isRefusal, notFound, refuse, type Actor, type Refusal, type Words } from '@opengoa/kernel';
import { errorWorkbookOf, sheetOf, templateWorkbook } from '@opengoa/kernel/exchange';
import { attachmentName, writeNewFile } from '@opengoa/kernel/files';
import { admitReader, type Identity, type Kernel } from '@opengoa/kernel/host';
import { plainQuery, proofMissing, roomOf } from './api.ts';
import type { DataFolder } from './data-folder.ts';
import { whoIsAtTheDoor } from './doors.ts';
import { type ImportJob, ImportJobs } from './import-jobs.ts';
import type { ImportStanding } from './import-standing.ts';
import { problemOf, sendProblem } from './problem.ts';
import { withRawBodies } from './raw-bodies.ts';

/** What browsers call a table; what it is, its bytes decide (SEC-FI-01). Old systems call every CSV an Excel file. */
export const tableTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ImportParts {
  readonly kernel: Kernel;
  readonly identity: Identity;
  readonly folder: DataFolder;
  readonly uploadMost: number;
  readonly onFault: (fault: Error) => void;
}

/**
 * `POST /api/imports/<room.kind>?dry=1&accept=&name=` takes a table as its body and answers `{ id }`; how it stands is asked at
 * `GET /api/reads/kernel.import?id=`. Beside it lie the template and the workbook of refused rows; stopping and undoing are verbs.
 */
export function serveImports(
  server: FastifyInstance,
  { kernel, identity, folder, uploadMost, onFault }: ImportParts,
): void {
  const jobs = new ImportJobs(kernel, onFault);
  server.addHook('onClose', () => jobs.stop());
  const refuseAt = (reply: FastifyReply, refusal: Refusal, request: FastifyRequest, room = 'kernel') =>
    sendProblem(reply, problemOf(kernel, room, refusal, request.id));
  const own = (actor: Actor, id: unknown): ImportJob | Refusal =>
    admitReader(actor, ['signed-in']) ?? (isId(id) ? jobs.of(actor, id) : undefined) ?? notFound();
  const sheets = kernel.rooms.flatMap((room) => room.sheets ?? []);

  withRawBodies(server, tableTypes, (inner) => {
    for (const sheet of sheets) {
      const { who } = kernel.verbs.get(sheet.verb)!;
      const room = roomOf(sheet.kind);
      inner.post(`/api/imports/${sheet.kind}`, { bodyLimit: uploadMost }, async (request, reply) => {
        const at = await whoIsAtTheDoor(identity, request);
        const refused = proofMissing(at, request) ?? admitReader(at.actor, who);
        if (refused) return refuseAt(reply, refused, request, room);
        const asked = askedOf(request);
        if (isRefusal(asked)) return refuseAt(reply, asked, request, room);
        const aside = kernel.setAside();
        if (aside !== null) return refuseAt(reply, refuse('storage-full', { why: aside }, { status: 507 }), request);
        const back = jobs.place(at.actor);
        if (!back) return refuseAt(reply, refuse('overloaded', {}, { status: 503 }), request);
        const path = folder.passing();
        const broken = await receive(request, path, uploadMost).catch((error: Error) => {
          back();
          throw error;
        });
        if (broken) {
          back();
          return refuseAt(reply, broken, request);
        }
        return reply.send({ id: jobs.begin({ actor: at.actor, kind: sheet.kind, path, ...asked }, back).id });
      });
    }
  });

  for (const sheet of sheets) {
    const { who } = kernel.verbs.get(sheet.verb)!;
    server.get(`/api/imports/${sheet.kind}/template.xlsx`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const refused = admitReader(actor, who);
      if (refused) return refuseAt(reply, refused, request);
      return sendWorkbook(reply, `${sheet.title.zh} 模板.xlsx`, templateWorkbook(sheet));
    });
    server.get(`/api/imports/${sheet.kind}/errors.xlsx`, async (request, reply) => {
      const { actor } = await whoIsAtTheDoor(identity, request);
      const job = own(actor, (request.query as Record<string, unknown>)['id']);
      if (isRefusal(job)) return refuseAt(reply, job, request);
      if (job.kind !== sheet.kind || job.state === 'running' || job.path === '')
        return refuseAt(reply, notFound(), request);
      const marked = await errorWorkbookOf(kernel, {
        actor,
        kind: job.kind,
        path: job.path,
        onlyRefused: true,
        ...(job.batch === null ? {} : { batchId: job.batch }),
      });
      if (isRefusal(marked)) return refuseAt(reply, marked, request);
      return sendWorkbook(reply, `${sheet.title.zh} 待修改.xlsx`, marked);
    });
  }

  server.get('/api/reads/kernel.import', async (request, reply) => {
    const { actor } = await whoIsAtTheDoor(identity, request);
    const job = own(actor, (request.query as Record<string, unknown>)['id']);
    return isRefusal(job) ? refuseAt(reply, job, request) : reply.send(standingOf(kernel, job));
  });

  for (const act of ['stop', 'undo'] as const) {
    server.post(`/api/verbs/kernel.${act}-import`, async (request, reply) => {
      const at = await whoIsAtTheDoor(identity, request);
      const forged = proofMissing(at, request);
      if (forged) return refuseAt(reply, forged, request);
      const { import: id, ...more } = (request.body ?? {}) as Record<string, unknown>;
      // One of long ago is known by its batch; only whoever brought it takes it back.
      const before = act === 'undo' && isId(id) && !admitReader(at.actor, ['signed-in']);
      const job = (before ? await jobs.takeUp(at.actor, id) : undefined) ?? own(at.actor, id);
      if (isRefusal(job)) return refuseAt(reply, job, request);
      if (Object.keys(more).length > 0) return refuseAt(reply, refuse('input-not-fitting'), request);
      if (act === 'stop') job.stopping.abort();
      const refused = act === 'stop' ? undefined : jobs.undo(at.actor, job);
      return refused ? refuseAt(reply, refused, request) : reply.send({ facts: [] });
    });
  }
}

interface Asked {
  readonly dry: boolean;
  readonly accept: 'all-or-nothing' | 'good-rows';
  readonly name: string;
}

function askedOf(request: FastifyRequest): Asked | Refusal {
  const query = plainQuery(request);
  if (isRefusal(query)) return query;
  const { dry = '0', accept = 'all-or-nothing', name = 'table', ...more } = query;
  const unfit = [
    ...(dry === '0' || dry === '1' ? [] : [{ path: 'dry', message: '0 or 1' }]),
    ...(accept === 'all-or-nothing' || accept === 'good-rows'
      ? []
      : [{ path: 'accept', message: 'not one of the choices' }]),
    ...(typeof name === 'string' && name.length <= 500 ? [] : [{ path: 'name', message: 'one name' }]),
    ...Object.keys(more).map((path) => ({ path, message: 'not declared' })),
  ];
  if (unfit.length > 0) return refuse('input-not-fitting', { fields: unfit }, { status: 400 });
  return { dry: dry === '1', accept: accept as Asked['accept'], name: (name as string) || 'table' };
}

/** Writes what comes to a file of its own, and nothing when it breaks off or is too long. */
async function receive(request: FastifyRequest, path: string, most: number): Promise<Refusal | undefined> {
  let bytes = 0;
  let tooLong = false;
  const counted = async function* counted(body: AsyncIterable<Buffer>) {
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes > most) {
        tooLong = true;
        throw new Error('too long');
      }
      yield piece;
    }
  };
  try {
    await writeNewFile(path, counted((request.body as Readable | undefined) ?? Readable.from([])));
    return undefined;
  } catch (error) {
    if (tooLong) return refuse('file-too-large', { maxMb: Math.round(most / 1_048_576) }, { status: 413 });
    if (request.raw.destroyed || request.raw.aborted) return refuse('malformed', {}, { status: 400 });
    throw error;
  }
}

const sendWorkbook = (reply: FastifyReply, name: string, content: AsyncGenerator<Buffer>): FastifyReply =>
  reply.headers({ 'content-type': workbook, 'content-disposition': attachmentName(name) }).send(Readable.from(content));

const exchangeWords = (kernel: Kernel, { code, data }: Refusal): Words =>
  fillWords(
    kernel.refusals.get(`kernel/${code}`) ?? { zh: '无法办理,请稍后再试。', en: 'It cannot be done now.' },
    data,
  );

type RefusedRow = Pick<NonNullable<ImportJob['report']>['refused'][number], 'line' | 'problems'>;

/** How the import stands, as its page shows it. */
function standingOf(kernel: Kernel, job: ImportJob): ImportStanding {
  const { id, state, dry, progress, report, refusal } = job;
  const held = refusal?.data as { counts?: ImportStanding['counts']; rows?: readonly RefusedRow[] } | undefined;
  const titleOf = (column: string | null) =>
    column === null ? null : (sheetOf(kernel, job.kind)?.columns[column]?.title ?? null);
  // Whoever mends the file looks for the header as it stands there, beside what it was taken for.
  const headerOf = (column: string | null) => {
    const at = report?.mapping.columns.find(({ name }) => name === column)?.index;
    return at === undefined ? null : (report?.mapping.headers[at] ?? null);
  };
  const refused =
    (report?.refused ?? held?.rows)?.map(({ line, problems }) => ({
      line,
      problems: problems.map((problem) => ({
        ...problem,
        header: headerOf(problem.column),
        title: titleOf(problem.column),
      })),
    })) ?? null;
  const some = refused !== null && refused.length > 0;
  return {
    id,
    state,
    dry,
    progress,
    counts: report?.counts ?? held?.counts ?? null,
    mapping: report ? mappingShown(report.mapping).map((each) => ({ ...each, title: titleOf(each.column) })) : null,
    refused,
    refusal: refusal ? exchangeWords(kernel, refusal) : null,
    errors: some ? `/api/imports/${job.kind}/errors.xlsx?id=${id}` : null,
    may: [
      ...(state === 'running' && !dry ? ['kernel.stop-import' as const] : []),
      ...(job.batch !== null && ['done', 'stopped', 'part-way'].includes(state) ? ['kernel.undo-import' as const] : []),
    ],
  };
}

const mappingShown = ({ headers, columns }: NonNullable<ImportJob['report']>['mapping']) =>
  headers.map((header, at) => ({ header, column: columns.find(({ index }) => index === at)?.name ?? null }));
