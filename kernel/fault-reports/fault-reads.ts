import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { filesOf } from '../files/file-store.ts';
import { read } from '../reads/read.ts';
import { notFound, Refused } from '../refusal.ts';
import { thingsOf } from '../labels/label.ts';
import { type FaultReport, faultMoves, reportColumns } from './fault-report.ts';
import { faultStates } from './words.ts';

const id = z.uuid();
const words = z.strictObject({ zh: z.string(), en: z.string() });

/** One report: what was said, by which thing, what was begun because of it. */
export const oneFaultReport = read('kernel.fault-report', {
  title: { zh: '报修单', en: 'A fault report' },
  query: z.strictObject({ id }),
  answer: z.strictObject({
    id,
    number: z.string(),
    unit: id,
    unitName: z.string(),
    kind: z.string(),
    kindTitle: words,
    /** Verbs of the thing's room that may be begun because of it. */
    followedBy: z.array(z.string()),
    object: id,
    /** Where the thing opens, for whoever may see it. */
    opens: z.string().nullable(),
    thing: z.string(),
    code: z.string().nullable(),
    said: z.string(),
    state: z.enum(Object.keys(faultStates) as [keyof typeof faultStates, ...(keyof typeof faultStates)[]]),
    reporter: id.nullable(),
    reportedAt: z.string(),
    dueAt: z.string(),
    answer: z.string().nullable(),
    whose: z.string().nullable(),
    reopened: z.int(),
    photos: z.array(id),
    links: z.array(z.strictObject({ kind: z.string(), title: z.string(), opens: z.string() })),
  }),
  who: ['holder', 'room-clerk', 'head', 'leader', 'self'],
  object: ({ id: report }) => report,
  async fetch(tx, { id: asked }, context) {
    const report = await tx.maybe<FaultReport>(
      sql`select ${reportColumns} from kernel.fault_report where id = ${asked}`,
    );
    if (!report) throw new Refused(notFound());
    const kind = context.labelled.get(report.kind);
    const [thing] = kind ? await thingsOf(tx, kind, [report.object]) : [];
    const links = await tx.rows<{ kind: string; title: string; opens: string }>(sql`
      select kind, title, opens from kernel.fault_report_link where report_id = ${asked} order by linked_at`);
    const { words: _words, what: _what, version: _version, endedAt: _endedAt, photos: _photos, ...told } = report;
    return {
      ...told,
      unitName: context.organisation.unit(report.unit)?.name ?? '',
      kindTitle: kind?.title ?? { zh: report.kind, en: report.kind },
      followedBy: report.state === 'reported' || report.state === 'taken' ? [...(kind?.followedBy ?? [])] : [],
      opens: thing && kind ? kind.opens.replace('{id}', thing.id) : null,
      code: thing?.code ?? null,
      reportedAt: report.reportedAt.toISOString(),
      dueAt: report.dueAt.toISOString(),
      photos: (await filesOf(tx, asked)).map((file): Id => file.id),
      links,
    };
  },
  at: ({ id: report, unit, reporter }) => ({ unit, object: report, person: reporter }),
  moves: ({ id: report, unit, reporter, state, followedBy }) => [
    { verbs: faultMoves.from(state), place: { unit, object: report, person: reporter } },
    { verbs: followedBy, place: { unit } },
  ],
});

/** Where reports by scanning are switched on or off, as somebody said so. */
export const faultSwitches = read('kernel.fault-switches', {
  title: { zh: '扫码报修的开关', en: 'Switches of reports by scanning' },
  query: z.strictObject({}),
  answer: z.strictObject({
    switches: z.array(
      z.strictObject({ unit: id, unitName: z.string(), open: z.boolean(), why: z.string(), since: z.string() }),
    ),
  }),
  who: ['head', 'leader'],
  async fetch(tx, _query, { organisation }) {
    const rows = await tx.rows<{ unit: Id; open: boolean; why: string; since: Date }>(sql`
      select unit_id as unit, is_open as open, why, since from kernel.fault_report_switch order by since desc`);
    return {
      switches: rows.map(({ since, ...row }) => ({
        ...row,
        unitName: organisation.unit(row.unit)?.name ?? '',
        since: since.toISOString(),
      })),
    };
  },
});
