import { fillWords, isRefusal, newId, Refused, type Id, type Job, type JobRun, type Words } from '@opengoa/kernel';
import { exchangeRefusals, type ReadBudget, unpackFile } from '@opengoa/kernel/exchange';
import { filesOf, mediaTypes, type StoredFile } from '@opengoa/kernel/files';
import { analyseApart } from './analyse-apart.ts';
import { methodOf, shapeOf } from './analysis-method.ts';
import type { Rows } from './analysis-order.ts';
import { type Analysis, findAnalysis, forgottenAnalyses, waitingAnalyses } from './analysis-store.ts';
import type { FileHead } from './contract.ts';
import { lookAtFile } from './look-at-file.ts';

const mb = 1_048_576;
/** How often a run says how far it is, and hears whether somebody has cancelled it. */
const beatMs = 1_000;

/** 文件分析: looks at files that were opened and runs what was asked for, the oldest first; each run in a thread of its own. */
export const runAnalyses: Job = {
  name: 'run-analyses',
  title: { zh: '文件分析', en: 'Analyse files' },
  everyMinutes: 10,
  async run(run) {
    for (const { id } of await run.reading((tx, { now }) => waitingAnalyses(tx, now))) {
      if (run.signal.aborted) return;
      const analysis = await run.reading((tx) => findAnalysis(tx, id));
      if (analysis?.state === 'looking') await look(run, analysis);
      else if (analysis) await runOne(run, analysis);
    }
  },
};

/** 清理分析: what nobody kept goes after the days of the standard, with its files. */
export const forgetAnalyses: Job = {
  name: 'forget-analyses',
  title: { zh: '清理未保留的文件分析', en: 'Drop analyses that nobody kept' },
  dailyAt: '03:25',
  async run(run) {
    const days = limits(run)('keep-days');
    const before = new Date(run.context.now.getTime() - days * 86_400_000);
    for (const { id } of await run.reading((tx) => forgottenAnalyses(tx, before))) {
      if (run.signal.aborted) return;
      await run.verb('risk-centre.drop-analysis', { analysis: id });
    }
  },
};

type Limit = 'file-mb' | 'unpacked-mb' | 'rows' | 'answers' | 'bad-rows' | 'minutes' | 'memory-mb' | 'keep-days';

const limits =
  ({ context }: JobRun) =>
  (item: Limit): number =>
    context.standards.numberOn('risk-centre.analysis-limits', context.today, [], { item });

function budgetOf(run: JobRun): Partial<ReadBudget> {
  const limit = limits(run);
  return { fileBytes: limit('unpacked-mb') * mb, unpackedBytes: limit('unpacked-mb') * mb, rows: limit('rows') };
}

/** The files as tables that can be read, packed ones unpacked beside the others until they are given back. */
async function openFiles(run: JobRun, { id, files }: Analysis) {
  const stored = await run.reading((tx) => filesOf(tx, id));
  const folder = run.files();
  const unpacked: Id[] = [];
  const close = async () => {
    for (const each of unpacked) await folder.discard(each);
  };
  try {
    const opened: { readonly file: Id; readonly path: string; readonly name: string; readonly role: string }[] = [];
    for (const { file, name, role } of files) {
      const found = stored.find((each) => each.id === file);
      if (!found || found.scan === 'infected') throw new Unfit(name, infected);
      opened.push({ file, name, role, path: await plainPath(run, found, unpacked) });
    }
    return { opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function plainPath(run: JobRun, { id, name, bytes, mediaType }: StoredFile, unpacked: Id[]): Promise<string> {
  const folder = run.files();
  const limit = limits(run);
  if (bytes > limit('file-mb') * mb)
    throw new Unfit(name, fillWords(exchangeRefusals['file-too-large'], { maxMb: limit('file-mb') }));
  const path = folder.pathOf(id);
  if (mediaType !== mediaTypes['csv.gz']) return path;
  const beside = newId();
  unpacked.push(beside);
  const to = folder.incomingOf(beside);
  await unpackFile(path, to, limit('unpacked-mb') * mb, run.signal).catch((error: unknown) => {
    throw error instanceof Refused ? new Unfit(name, refusalWords(error)) : error;
  });
  return to;
}

/** A file does not fit, in words for whoever brought it. */
class Unfit extends Error {
  readonly words: Words;
  constructor(file: string, { zh, en }: Words) {
    super(en);
    this.words = { zh: `${file}：${zh}`, en: `${file}: ${en}` };
  }
}

const infected: Words = {
  zh: '文件已不在，或没有通过安全检查',
  en: 'the file is gone, or did not pass the security check',
};
const fault: Words = {
  zh: '分析中出现故障，请告知维护人员',
  en: 'something went wrong; tell whoever keeps the program',
};

const refusalWords = ({ refusal: { code, data } }: Refused): Words =>
  fillWords((exchangeRefusals as Readonly<Record<string, Words>>)[code] ?? { zh: code, en: code }, data);

async function look(run: JobRun, analysis: Analysis): Promise<void> {
  try {
    const { opened, close } = await openFiles(run, analysis);
    try {
      const method = methodOf(analysis.method)!;
      const heads: FileHead[] = [];
      for (const { file, path, name, role } of opened) {
        const head = await lookAtFile(path, shapeOf(method, role)!, budgetOf(run)).catch((error: unknown) => {
          throw error instanceof Refused ? new Unfit(name, refusalWords(error)) : error;
        });
        heads.push({ file, ...head });
      }
      await run.verb('risk-centre.note-looked', { analysis: analysis.id, heads });
    } finally {
      await close();
    }
  } catch (error) {
    await failed(run, analysis, null, error);
  }
}

/** A failure is told to whoever asked; what is no fault of the files is thrown on for the log. */
async function failed(run: JobRun, { id }: Analysis, attempt: Id | null, error: unknown): Promise<void> {
  if (run.signal.aborted) return;
  const why = error instanceof Unfit ? error.words : error instanceof Refused ? refusalWords(error) : fault;
  await run.verb('risk-centre.end-analysis', { analysis: id, attempt, why });
  if (why === fault) throw error;
}

/** Somebody has cancelled it, or another run is at work. */
class Over extends Error {}

async function runOne(run: JobRun, analysis: Analysis): Promise<void> {
  const attempt = newId();
  const { id } = analysis;
  const stopping = new AbortController();
  const signal = AbortSignal.any([run.signal, stopping.signal]);
  let read = 0;
  const keep = async (rows: Rows, begins = false): Promise<void> => {
    read = Math.max(read, rows.read);
    const kept = await run.verb('risk-centre.keep-analysis-part', { analysis: id, attempt, begins, ...rows });
    if (!isRefusal(kept)) return;
    if (kept.code === 'analysis-over') throw new Over();
    throw new Error(`analysis ${id}: ${kept.code} ${JSON.stringify(kept.data)}`);
  };
  const nothing = () => ({ read, answers: [], bad: [] });
  try {
    await keep(nothing(), true);
  } catch (error) {
    if (error instanceof Over) return;
    throw error;
  }
  // One after the other: rows and what is said beside them never wait for each other in the store.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };
  const beat = setInterval(() => {
    void inTurn(() => keep(nothing())).catch((error: unknown) => stopping.abort(error));
  }, beatMs);
  try {
    const { opened, close } = await openFiles(run, analysis);
    try {
      const heads = analysis.heads ?? [];
      const limit = limits(run);
      const outcome = await analyseApart(
        {
          method: analysis.method,
          settings: analysis.settings,
          files: opened.map(({ file, path, name, role }) => {
            const head = heads.find((each) => each.file === file);
            return { path, name, role, said: head?.said ?? head?.taken ?? {} };
          }),
          budget: budgetOf(run),
          most: { answers: limit('answers'), bad: limit('bad-rows') },
        },
        {
          signal,
          memoryMb: limit('memory-mb'),
          millis: limit('minutes') * 60_000,
          take: (rows) => inTurn(() => keep(rows)),
          progress: (now) => {
            read = now;
            run.progress(now, analysis.rowsOf);
          },
        },
      );
      clearInterval(beat);
      if ('refused' in outcome) throw outcome.refused;
      const why = 'why' in outcome ? outcome.why : null;
      if (why === null) await inTurn(() => keep({ ...nothing(), read: (outcome as { read: number }).read }));
      await run.verb('risk-centre.end-analysis', { analysis: id, attempt, why });
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof Over)) await failed(run, analysis, attempt, error);
  } finally {
    clearInterval(beat);
    await last.catch(() => undefined);
  }
}
