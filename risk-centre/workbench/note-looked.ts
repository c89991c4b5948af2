import { refuse, verb } from '@opengoa/kernel';
import { analysisOf, lockAnalysis, noteHeads } from './analysis-store.ts';
import { AnalysisLooked, NoteLooked } from './contract.ts';

/** The files were looked at: headers, first rows and how many rows there are. */
export const noteLooked = verb('risk-centre.note-looked', {
  title: { zh: '登记文件表头', en: 'Note what files show' },
  input: NoteLooked,
  who: ['job'],
  internal: true,
  facts: [AnalysisLooked],
  refusals: ['analysis-over'],
  load: async (tx, { analysis }) => ({ analysis: await lockAnalysis(tx, analysis) }),
  at: ({ analysis }) => ({ unit: analysis.unit }),
  decide({ analysis }, { heads }) {
    if (analysis.state !== 'looking') return refuse('analysis-over', {}, { status: 409 });
    const rows = heads.reduce((sum, { rowsOf }) => sum + rowsOf, 0);
    return [AnalysisLooked.of({ object: analysisOf(analysis), unit: analysis.unit, body: { rows } })];
  },
  also: (tx, { analysis }, { heads }) => noteHeads(tx, analysis.id, heads),
});
