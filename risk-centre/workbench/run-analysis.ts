import { refuse, verb, type Refusal } from '@opengoa/kernel';
import { methodOf, missingOf, shapeOf } from './analysis-method.ts';
import { type Analysis, analysisOf, lockAnalysis, noteHeads, ownOpen, seenBy } from './analysis-store.ts';
import { AnalysisAsked, RunAnalysis } from './contract.ts';

/** 运行分析: with the columns as a person settled them. What ran already may be run again with other columns or settings. */
export const runAnalysis = verb('risk-centre.run-analysis', {
  title: { zh: '运行分析', en: 'Run the analysis' },
  about: {
    zh: '按确认的列对应和设置运行；在单独的线程里计算，可以随时取消。',
    en: 'Runs with the columns and settings as confirmed, in a thread of its own; it can be cancelled at any time.',
  },
  on: 'risk-centre.analysis',
  input: RunAnalysis,
  // Whoever opened it, alone: until it is kept it is nobody else's.
  who: ['self'],
  facts: [AnalysisAsked],
  refusals: [
    'analysis-not-ready',
    'analysis-waiting',
    'analysis-file-not-asked',
    'analysis-column-unknown',
    'analysis-column-twice',
    'analysis-column-missing',
    'analysis-setting-unknown',
    'not-found',
  ],
  load: async (tx, { analysis }, { actor }) => ({
    analysis: seenBy(await lockAnalysis(tx, analysis), actor),
    ...(await ownOpen(tx, actor.person)),
  }),
  at: ({ analysis }) => ({ unit: analysis.unit, person: analysis.person }),
  decide({ analysis, running }, { mappings, settings }) {
    if ((analysis.state !== 'looked' && analysis.state !== 'done') || !analysis.heads)
      return refuse('analysis-not-ready', {}, { status: 409 });
    if (running > 0) return refuse('analysis-waiting', {}, { status: 409 });
    const unfit = unfitMapping(analysis, mappings);
    if (unfit) return unfit;
    const known = methodOf(analysis.method)?.settings ?? {};
    const unknown = Object.keys(settings).find((name) => !Object.hasOwn(known, name));
    if (unknown !== undefined) return refuse('analysis-setting-unknown', { name: unknown });
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
    return [AnalysisAsked.of({ object: analysisOf(analysis), unit: analysis.unit, body: { settings: given } })];
  },
  also: (tx, { analysis }, { mappings }) =>
    noteHeads(
      tx,
      analysis.id,
      analysis.heads!.map((head) => {
        const said = mappings.find(({ file }) => file === head.file)?.columns;
        return said === undefined ? head : { ...head, said };
      }),
    ),
  queues: () => ({ job: 'risk-centre.run-analyses', asked: {} }),
});

type Mappings = readonly { readonly file: string; readonly columns: Readonly<Record<string, string>> }[];

/** What is wrong with the columns, by file: one that is not there, one said twice, one that is needed and missing. */
function unfitMapping({ files, heads, method }: Analysis, mappings: Mappings): Refusal | undefined {
  const foreign = mappings.find(({ file }) => !files.some((each) => each.file === file));
  if (foreign) return refuse('analysis-file-not-asked', { role: foreign.file });
  for (const { file, name, role } of files) {
    const shape = shapeOf(methodOf(method)!, role)!;
    const head = heads!.find((each) => each.file === file)!;
    const columns = mappings.find((each) => each.file === file)?.columns ?? head.said ?? head.taken;
    const taken = Object.values(columns).filter((column) => column !== '');
    const unknown =
      taken.find((column) => !Object.hasOwn(shape.columns, column)) ??
      Object.keys(columns).find((header) => !head.headers.includes(header));
    if (unknown !== undefined) return refuse('analysis-column-unknown', { file: name, column: unknown });
    const twice = taken.find((column, i) => taken.indexOf(column) !== i);
    if (twice !== undefined)
      return refuse('analysis-column-twice', { file: name, column: shape.columns[twice]!.title.zh });
    const missing = missingOf(shape, columns);
    if (missing.length > 0)
      return refuse('analysis-column-missing', {
        file: name,
        columns: missing.map((column) => shape.columns[column]!.title.zh).join('、'),
      });
  }
  return undefined;
}
