import { newId, notFound, Refused, saves, sql, type Actor, type Id, type Tx } from '@opengoa/kernel';
import { attachFiles, removeFilesOf } from '@opengoa/kernel/files';
import {
  AnalysisAsked,
  AnalysisCancelled,
  AnalysisDropped,
  AnalysisFailed,
  AnalysisKept,
  AnalysisLooked,
  AnalysisOpened,
  AnalysisRan,
  type AnalysisPart,
  type AnalysisState,
  type FileHead,
} from './contract.ts';

/** One file of an analysis, and what it is to the method. */
export interface AnalysedFile {
  readonly file: Id;
  readonly name: string;
  readonly role: string;
}

/** What is known of a file, with the mapping a person settled on once there is one. */
export interface KnownHead extends FileHead {
  readonly said?: Readonly<Record<string, string>>;
}

export interface Analysis {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id | null;
  readonly method: string;
  readonly name: string | null;
  readonly state: AnalysisState;
  readonly files: readonly AnalysedFile[];
  readonly heads: readonly KnownHead[] | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly rowsOf: number;
  readonly rowsRead: number;
  readonly bad: number;
  readonly answers: number;
  readonly flags: number;
  readonly why: { readonly zh: string; readonly en: string } | null;
  readonly attempt: Id | null;
  readonly askedAt: Date;
  readonly touchedAt: Date;
  readonly endedAt: Date | null;
}

export const analysisOf = ({ id }: Pick<Analysis, 'id'>) => ({ kind: 'risk-centre.analysis', id });

/** Ended without anything left of it. */
export const isGone = (state: AnalysisState): boolean =>
  state === 'cancelled' || state === 'failed' || state === 'dropped';
export const isUnderWay = (state: AnalysisState): boolean =>
  state === 'looking' || state === 'waiting' || state === 'running';

const columns = sql`id, unit_id as unit, person_id as person, method, name, state, files, heads, settings, rows_of as "rowsOf", rows_read as "rowsRead",
  bad, answers, flags, why, attempt, asked_at as "askedAt", touched_at as "touchedAt", ended_at as "endedAt"`;

export const lockAnalysis = (tx: Tx, id: Id): Promise<Analysis> =>
  tx.one<Analysis>(sql`select ${columns} from risk_centre.analysis where id = ${id} for update`);
export const findAnalysis = (tx: Tx, id: Id): Promise<Analysis | undefined> =>
  tx.maybe<Analysis>(sql`select ${columns} from risk_centre.analysis where id = ${id}`);

/**
 * What is not kept is its maker's alone: for everybody else it is not there.
 * @throws Refused `not-found`
 */
export function seenBy(analysis: Analysis | undefined, { person }: Pick<Actor, 'person'>): Analysis {
  const own = analysis?.person != null && analysis.person === person;
  if (!analysis || analysis.state === 'dropped' || (analysis.state !== 'kept' && !own)) throw new Refused(notFound());
  return analysis;
}

/** Analyses of this person whose files lie here and that nobody has settled, and how many of them run. */
export const ownOpen = (tx: Tx, person: Id | null): Promise<{ readonly open: number; readonly running: number }> =>
  tx.one(sql`
    select count(*)::int as open, count(*) filter (where state in ('waiting', 'running'))::int as running
      from risk_centre.analysis where person_id = ${person} and state in ('looking', 'looked', 'waiting', 'running', 'done')`);

export const nameTaken = async (tx: Tx, { unit }: Pick<Analysis, 'unit'>, name: string): Promise<boolean> =>
  (await tx.maybe(
    sql`select id from risk_centre.analysis where unit_id = ${unit} and state = 'kept' and name = ${name}`,
  )) !== undefined;

/** A run that said nothing for so long is over, whatever became of it. */
export const silentMinutes = 10;

/** What waits to be done, and what a run that died left behind: the oldest first. */
export const waitingAnalyses = (tx: Tx, now: Date): Promise<{ id: Id }[]> =>
  tx.rows(sql`
    select id from risk_centre.analysis
     where state in ('looking', 'waiting') or (state = 'running' and touched_at < ${now}::timestamptz - make_interval(mins => ${silentMinutes}))
     order by asked_at limit 20`);

/** Nobody kept them for so many days. */
export const forgottenAnalyses = (tx: Tx, before: Date): Promise<{ id: Id }[]> =>
  tx.rows(
    sql`select id from risk_centre.analysis where state not in ('kept', 'dropped') and touched_at < ${before} order by asked_at limit 500`,
  );

/** Rows of one portion, numbered behind those that are there; progress beside them. */
export async function keepPart(tx: Tx, analysis: Analysis, part: AnalysisPart, now: Date): Promise<void> {
  const { id, unit } = analysis;
  if (part.begins) await dropRows(tx, id);
  const before = part.begins ? { answers: 0, bad: 0, flags: 0 } : analysis;
  const answers = part.answers.map((each, i) => ({ id: newId(), place: before.answers + i + 1, ...each }));
  if (answers.length > 0)
    await tx.run(sql`
      insert into risk_centre.analysis_answer (id, unit_id, analysis_id, place, cells, score, flag, reason, reason_en)
      select a.id, ${unit}, ${id}, a.place, a.cells, a.score, a.flag, a.reason->>'zh', a.reason->>'en'
        from json_to_recordset(${JSON.stringify(answers)}::json) as a (id uuid, place int, cells jsonb, score float8, flag boolean, reason jsonb)`);
  const bad = part.bad.map((each, i) => ({ id: newId(), place: before.bad + i + 1, ...each }));
  if (bad.length > 0)
    await tx.run(sql`
      insert into risk_centre.analysis_bad_row (id, unit_id, analysis_id, place, file, line, why, why_en)
      select b.id, ${unit}, ${id}, b.place, b.file, b.line, b.why->>'zh', b.why->>'en'
        from json_to_recordset(${JSON.stringify(bad)}::json) as b (id uuid, place int, file text, line int, why jsonb)`);
  await tx.run(sql`
    update risk_centre.analysis set state = 'running', attempt = ${part.attempt}, touched_at = ${now}, rows_read = ${part.read},
           answers = ${before.answers + answers.length}, bad = ${before.bad + bad.length},
           flags = ${before.flags + answers.filter(({ flag }) => flag).length}
     where id = ${id}`);
}

async function dropRows(tx: Tx, id: Id): Promise<void> {
  await tx.run(sql`delete from risk_centre.analysis_answer where analysis_id = ${id}`);
  await tx.run(sql`delete from risk_centre.analysis_bad_row where analysis_id = ${id}`);
}

/** Rows, first rows and files go; what is left says who analysed what and when. */
async function clear(tx: Tx, id: Id, state: AnalysisState, now: Date): Promise<void> {
  await dropRows(tx, id);
  await removeFilesOf(tx, id, now);
  await tx.run(sql`
    update risk_centre.analysis set state = ${state}, heads = null, attempt = null, answers = 0, flags = 0, bad = 0, rows_read = 0, rows_of = 0,
           name = null, why = null, ended_at = ${now}, touched_at = ${now}, version = version + 1
     where id = ${id}`);
}

/** Why it failed, which stands in no fact. */
export const noteWhy = async (tx: Tx, id: Id, why: NonNullable<Analysis['why']>): Promise<void> => {
  await tx.run(sql`update risk_centre.analysis set why = ${JSON.stringify(why)}::jsonb where id = ${id}`);
};

export const noteHeads = async (tx: Tx, id: Id, heads: readonly KnownHead[]): Promise<void> => {
  await tx.run(sql`update risk_centre.analysis set heads = ${JSON.stringify(heads)}::jsonb where id = ${id}`);
};

export const analysisSaves = [
  saves(AnalysisOpened, async (tx, { object, unit, body }, { now, actor }) => {
    await tx.run(sql`
      insert into risk_centre.analysis (id, unit_id, person_id, method, state, files, asked_at, touched_at)
      values (${object.id}, ${unit}, ${actor.person}, ${body.method}, 'looking', ${JSON.stringify(body.files)}::jsonb, ${now}, ${now})`);
    await attachFiles(
      tx,
      object,
      body.files.map(({ file }) => file),
    );
  }),
  saves(AnalysisLooked, (tx, { object, body }, { now }) =>
    tx.run(
      sql`update risk_centre.analysis set state = 'looked', rows_of = ${body.rows}, touched_at = ${now}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(AnalysisAsked, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update risk_centre.analysis set state = 'waiting', settings = ${JSON.stringify(body.settings)}::jsonb, attempt = null, touched_at = ${now}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(AnalysisRan, (tx, { object }, { now }) =>
    tx.run(
      sql`update risk_centre.analysis set state = 'done', attempt = null, ended_at = ${now}, touched_at = ${now}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(AnalysisFailed, (tx, { object }, { now }) => clear(tx, object.id, 'failed', now)),
  saves(AnalysisCancelled, (tx, { object }, { now }) => clear(tx, object.id, 'cancelled', now)),
  saves(AnalysisDropped, (tx, { object }, { now }) => clear(tx, object.id, 'dropped', now)),
  saves(AnalysisKept, (tx, { object, body }, { now }) =>
    tx.run(
      sql`update risk_centre.analysis set state = 'kept', name = ${body.name}, touched_at = ${now}, version = version + 1 where id = ${object.id}`,
    ),
  ),
];
