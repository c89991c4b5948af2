import { list, read, sql, type Tx, type Words } from '@opengoa/kernel';
import type { CsvValue, TableShape } from '@opengoa/kernel/exchange';
import { z } from 'zod';
import { analysisMethods } from '../analyse/methods.ts';
import type { AnalysisMethod } from '../analyse/method.ts';
import { methodOf } from './analysis-method.ts';
import { type Analysis, findAnalysis, seenBy } from './analysis-store.ts';
import { analysisStates, type AnalysisState } from './contract.ts';
import { analysts } from './open-analysis.ts';
import { analysisStateWords, outputWords } from './words.ts';

/** Who reads what is kept. */
const who = [...analysts, 'leader', 'superior'] as const;

const words = z.strictObject({ zh: z.string(), en: z.string() });
const column = z.strictObject({ name: z.string(), title: words, required: z.boolean() });
const fileShape = z.strictObject({
  /** `input`, or the name of a further file. */
  role: z.string(),
  title: words,
  columns: z.array(column),
});
const setting = z.strictObject({ name: z.string(), about: words });
const outputColumn = z.strictObject({ name: z.string(), title: words });
const methodShape = z.strictObject({
  name: z.string(),
  about: words,
  files: z.array(fileShape),
  settings: z.array(setting),
  output: z.array(outputColumn),
});

const pair = ({ zh, en }: Words): { zh: string; en: string } => ({ zh, en });
const shapeTold = (role: string, { title, columns }: TableShape): z.infer<typeof fileShape> => ({
  role,
  title: pair(title),
  columns: Object.entries(columns).map(([name, each]) => ({
    name,
    title: pair(each.title),
    required: each.required === true,
  })),
});
const outputTold = ({ output, input }: AnalysisMethod): z.infer<typeof outputColumn>[] =>
  output.map((name) => ({
    name,
    title: pair(input.columns[name]?.title ?? outputWords[name] ?? { zh: name, en: name }),
  }));
const methodTold = (method: AnalysisMethod): z.infer<typeof methodShape> => ({
  name: method.name,
  about: pair(method.about),
  files: [
    shapeTold('input', method.input),
    ...Object.entries(method.files ?? {}).map(([role, shape]) => shapeTold(role, shape)),
  ],
  settings: Object.entries(method.settings ?? {}).map(([name, about]) => ({ name, about: pair(about) })),
  output: outputTold(method),
});

/** 分析方法: what can be run over files, with the columns each takes. */
export const analysisMethodsRead = read('risk-centre.analysis-methods', {
  title: { zh: '分析方法', en: 'Methods for files' },
  query: z.strictObject({}),
  answer: z.strictObject({ methods: z.array(methodShape) }),
  who: [...analysts],
  fetch: async () => ({ methods: analysisMethods.map(methodTold) }),
});

/** 文件分析: where it stands, what was read of its files, and what came of it. */
export const analysisRead = read('risk-centre.analysis', {
  title: { zh: '文件分析', en: 'An analysis of files' },
  query: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({
    id: z.uuid(),
    unit: z.uuid(),
    person: z.uuid().nullable(),
    method: methodShape,
    name: z.string().nullable(),
    state: z.enum(analysisStates),
    files: z.array(
      z.strictObject({
        file: z.uuid(),
        name: z.string(),
        role: z.string(),
        head: z
          .strictObject({
            headers: z.array(z.string()),
            /** By header: its column, '' for none; as a person settled it, or as it was found. */
            columns: z.record(z.string(), z.string()),
            rows: z.array(z.array(z.string())),
            rowsOf: z.number(),
          })
          .nullable(),
      }),
    ),
    settings: z.record(z.string(), z.string()),
    rowsOf: z.number(),
    rowsRead: z.number(),
    bad: z.number(),
    answers: z.number(),
    flags: z.number(),
    why: words.nullable(),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  }),
  who,
  fetch: async (tx, { id }, { actor }) => {
    const it = seenBy(await findAnalysis(tx, id), actor);
    return {
      id: it.id,
      unit: it.unit,
      person: it.person,
      method: methodToldOf(it.method),
      name: it.name,
      state: it.state,
      files: it.files.map(({ file, name, role }) => {
        const head = it.heads?.find((each) => each.file === file);
        return {
          file,
          name,
          role,
          head: head
            ? { headers: head.headers, columns: { ...(head.said ?? head.taken) }, rows: head.rows, rowsOf: head.rowsOf }
            : null,
        };
      }),
      settings: { ...it.settings },
      rowsOf: it.rowsOf,
      rowsRead: it.rowsRead,
      bad: it.bad,
      answers: it.answers,
      flags: it.flags,
      why: it.why,
      askedAt: it.askedAt.toISOString(),
      endedAt: it.endedAt?.toISOString() ?? null,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, person, state }) => ({ verbs: movesOf(state), place: { unit, person } }),
});

/** A method that is no longer told has its answers still. */
const methodToldOf = (name: string): z.infer<typeof methodShape> => {
  const method = methodOf(name);
  return method ? methodTold(method) : { name, about: { zh: name, en: name }, files: [], settings: [], output: [] };
};

function movesOf(state: AnalysisState): string[] {
  const may = (...verbs: string[]) => verbs.map((each) => `risk-centre.${each}`);
  if (state === 'looked') return may('run-analysis', 'cancel-analysis');
  if (state === 'looking' || state === 'waiting' || state === 'running') return may('cancel-analysis');
  if (state === 'done') return may('keep-analysis', 'run-analysis', 'drop-analysis');
  return state === 'dropped' ? [] : may('drop-analysis');
}

/** Rows of one page; the table that is downloaded takes larger ones. */
const pageRows = 50;
const rowsQuery = z.strictObject({
  id: z.uuid(),
  /** Behind this place. */
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0'),
  rows: z.enum(['page', 'many']).default('page'),
});
const sizeOf = (rows: 'page' | 'many') => (rows === 'page' ? pageRows : 2_000);
const shownTo = async (tx: Tx, id: string, actor: Parameters<typeof seenBy>[1]): Promise<Analysis> =>
  seenBy(await findAnalysis(tx, id), actor);

/** 分析结果: in the method's own columns, in the order they came or the flagged alone. */
export const analysisAnswers = read('risk-centre.analysis-answers', {
  title: { zh: '分析结果', en: 'Answers of an analysis' },
  query: rowsQuery.extend({ only: z.enum(['all', 'flagged']).default('all') }),
  answer: z.strictObject({
    unit: z.uuid(),
    name: z.string(),
    columns: z.array(outputColumn),
    rows: z.array(
      z.strictObject({
        place: z.number(),
        cells: z.array(z.union([z.string(), z.number(), z.null()])),
        score: z.number().nullable(),
        flag: z.boolean(),
        reason: words,
      }),
    ),
    /** Of all that the page is one of. */
    total: z.number(),
  }),
  who,
  async fetch(tx, { id, after, rows: size, only }, { actor }) {
    const it = await shownTo(tx, id, actor);
    const flagged = only === 'flagged';
    const rows = await tx.rows<{
      place: number;
      cells: (string | number | null)[];
      score: number | null;
      flag: boolean;
      reason: { zh: string; en: string };
    }>(sql`
      select place, cells, score, flag, jsonb_build_object('zh', reason, 'en', reason_en) as reason from risk_centre.analysis_answer
       where analysis_id = ${id} and place > ${Number(after)} and (flag or not ${flagged}::boolean) order by place limit ${sizeOf(size)}`);
    const total = flagged ? it.flags : it.answers;
    return { unit: it.unit, name: fileNameOf(it, '结果'), columns: methodToldOf(it.method).output, rows, total };
  },
  at: ({ unit }) => ({ unit }),
  table: ({ name, columns, rows }, query) => ({
    name,
    columns: [...columns.map((each) => each.name), 'score', 'flag', 'reason'],
    rows: rows.map(({ cells, score, flag, reason }) => [
      ...columns.map((_, at) => csvCell(cells[at] ?? null)),
      csvCell(score),
      { digits: flag ? '1' : '0' },
      `${reason.zh} ${reason.en}`,
    ]),
    next: pageBehind(query, rows),
  }),
});

/** 不能分析的行: where each stands, and why; as many as were counted. */
export const analysisBadRows = read('risk-centre.analysis-bad-rows', {
  title: { zh: '不能分析的行', en: 'Rows that were passed over' },
  query: rowsQuery,
  answer: z.strictObject({
    unit: z.uuid(),
    name: z.string(),
    rows: z.array(z.strictObject({ place: z.number(), file: z.string(), line: z.number(), why: words })),
    total: z.number(),
  }),
  who,
  async fetch(tx, { id, after, rows: size }, { actor }) {
    const it = await shownTo(tx, id, actor);
    const rows = await tx.rows<{ place: number; file: string; line: number; why: { zh: string; en: string } }>(sql`
      select place, file, line, jsonb_build_object('zh', why, 'en', why_en) as why from risk_centre.analysis_bad_row
       where analysis_id = ${id} and place > ${Number(after)} order by place limit ${sizeOf(size)}`);
    return { unit: it.unit, name: fileNameOf(it, '不能分析的行'), rows, total: it.bad };
  },
  at: ({ unit }) => ({ unit }),
  table: ({ name, rows }, query) => ({
    name,
    columns: ['file', 'line', 'why'],
    rows: rows.map(({ file, line, why }) => [file, csvCell(line), `${why.zh} ${why.en}`]),
    next: pageBehind(query, rows),
  }),
});

const fileNameOf = ({ name, method }: Analysis, what: string): string => `${name ?? method} ${what}`;
const csvCell = (value: string | number | null): CsvValue =>
  typeof value === 'number' ? { digits: String(value) } : value;

type RowsQuery = Readonly<Partial<z.infer<typeof rowsQuery>>> & { readonly only?: 'all' | 'flagged' };

/** A page that is full may have another behind it. */
function pageBehind(query: RowsQuery, rows: readonly { readonly place: number }[]): Record<string, string> | null {
  const last = rows.at(-1);
  if (!last || rows.length < sizeOf(query.rows ?? 'page')) return null;
  return { ...query, rows: 'many', after: String(last.place) };
}

/** 文件分析: one's own, and what was kept. */
export const analyses = list('risk-centre.analyses', {
  title: { zh: '文件分析', en: 'Analyses of files' },
  view: 'risk_centre_read.analysis_v1',
  who,
  order: '-asked_at',
  opens: '/risk/analyses/{id}',
  only: ({ actor }) => sql`(state = 'kept' or person_id = ${actor.person}::uuid)`,
  columns: {
    file_names: { title: { zh: '文件', en: 'Files' }, kind: 'text', filter: true },
    name: { title: { zh: '数据集', en: 'Dataset' }, kind: 'text', filter: true },
    method: {
      title: { zh: '方法', en: 'Method' },
      kind: 'choice',
      filter: true,
      choices: Object.fromEntries(analysisMethods.map(({ name, about }) => [name, about])),
    },
    state: { title: { zh: '状态', en: 'State' }, kind: 'choice', filter: true, choices: analysisStateWords },
    answers: { title: { zh: '结果', en: 'Answers' }, kind: 'integer' },
    flags: { title: { zh: '待核实', en: 'To be verified' }, kind: 'integer' },
    bad: { title: { zh: '不能分析的行', en: 'Passed over' }, kind: 'integer' },
    person_id: { title: { zh: '经办人', en: 'By' }, kind: 'person' },
    asked_at: { title: { zh: '发起时间', en: 'Asked' }, kind: 'instant', sort: true },
  },
});
