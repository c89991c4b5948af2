import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

/** Where an analysis of files stands. Files and rows are there from `looking` to `kept`; of the last three nothing is left. */
export const analysisStates = [
  'looking',
  'looked',
  'waiting',
  'running',
  'done',
  'kept',
  'cancelled',
  'failed',
  'dropped',
] as const;
export type AnalysisState = (typeof analysisStates)[number];

const words = z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) });
const method = z.string().max(60);
/** `input`, or the name of a further file of the method. */
const role = z.string().max(60);
const analysis = z.strictObject({ analysis: z.uuid() });

/** 打开文件: which method, and which of the uploaded files is what. */
export const OpenAnalysis = z.strictObject({
  method,
  files: z
    .array(z.strictObject({ file: z.uuid(), role }))
    .min(1)
    .max(20),
});
export const AnalysisOpened = factType('risk-centre.AnalysisOpened', {
  title: { zh: '打开文件分析', en: 'Files opened for analysis' },
  body: z.strictObject({
    method,
    files: z.array(z.strictObject({ file: z.uuid(), name: z.string(), role })),
  }),
});

/** What the first rows of one file show, so that a person can say which column is which. */
export const FileHead = z.strictObject({
  file: z.uuid(),
  headers: z.array(z.string().max(32_767)).max(512),
  /** By header: the column it was taken for by its name or an alias; '' for none. */
  taken: z.record(z.string(), z.string()),
  rows: z.array(z.array(z.string().max(200)).max(512)).max(10),
  rowsOf: z.int().min(0),
});
export type FileHead = z.infer<typeof FileHead>;
export const NoteLooked = z.strictObject({ analysis: z.uuid(), heads: z.array(FileHead).min(1).max(20) });
export const AnalysisLooked = factType('risk-centre.AnalysisLooked', {
  title: { zh: '文件已读取', en: 'Files looked at' },
  body: z.strictObject({ rows: z.int() }),
});

/** 运行分析: headers by file, each with the column it is or '' for none, and the settings of the method. */
export const RunAnalysis = z.strictObject({
  analysis: z.uuid(),
  mappings: z
    .array(z.strictObject({ file: z.uuid(), columns: z.record(z.string().max(32_767), z.string().max(60)) }))
    .max(20)
    .default([]),
  settings: z.record(z.string().max(60), z.string().trim().max(200)).default({}),
});
/** Headers of a file are the file's own and stand in no fact. */
export const AnalysisAsked = factType('risk-centre.AnalysisAsked', {
  title: { zh: '运行文件分析', en: 'Analysis asked for' },
  body: z.strictObject({ settings: z.record(z.string(), z.string()) }),
});

export const KeepAnalysisPart = z.strictObject({
  analysis: z.uuid(),
  /** Which run is at work; the one that begins clears what an earlier one left. */
  attempt: z.uuid(),
  begins: z.boolean().default(false),
  read: z.int().min(0),
  answers: z
    .array(
      z.strictObject({
        cells: z.array(z.union([z.string(), z.number(), z.null()])).max(40),
        score: z.number().nullable(),
        flag: z.boolean(),
        reason: words,
      }),
    )
    .max(2_000),
  bad: z.array(z.strictObject({ file: z.string().max(255), line: z.int(), why: words })).max(2_000),
});
export type AnalysisPart = z.infer<typeof KeepAnalysisPart>;

export const EndAnalysis = z.strictObject({
  analysis: z.uuid(),
  attempt: z.uuid().nullable(),
  /** Null where it came to its end. */
  why: words.nullable(),
});
export const AnalysisRan = factType('risk-centre.AnalysisRan', {
  title: { zh: '文件分析完成', en: 'Analysis done' },
  body: z.strictObject({ rows: z.int(), bad: z.int(), answers: z.int(), flags: z.int() }),
});
/** What went wrong may repeat what stands in the file, and stands in no fact. */
export const AnalysisFailed = factType('risk-centre.AnalysisFailed', {
  title: { zh: '文件分析未完成', en: 'Analysis failed' },
  body: z.strictObject({}),
});

export const CancelAnalysis = analysis;
export const AnalysisCancelled = factType('risk-centre.AnalysisCancelled', {
  title: { zh: '取消文件分析', en: 'Analysis cancelled' },
  body: z.strictObject({}),
});
export const KeepAnalysis = z.strictObject({ analysis: z.uuid(), name: z.string().trim().min(2).max(100) });
export const AnalysisKept = factType('risk-centre.AnalysisKept', {
  title: { zh: '保留分析数据集', en: 'Analysis kept' },
  body: z.strictObject({ name: z.string(), answers: z.int() }),
});
export const DropAnalysis = analysis;
export const AnalysisDropped = factType('risk-centre.AnalysisDropped', {
  title: { zh: '清除文件分析', en: 'Analysis dropped' },
  body: z.strictObject({ before: z.enum(analysisStates) }),
});
