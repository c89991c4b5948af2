import { refuse, verb } from '@opengoa/kernel';
import { analysisOf, lockAnalysis, noteWhy } from './analysis-store.ts';
import { AnalysisFailed, AnalysisRan, EndAnalysis } from './contract.ts';

/** The run came to its end; one that failed leaves its reason and nothing else. */
export const endAnalysis = verb('risk-centre.end-analysis', {
  title: { zh: '结束文件分析', en: 'End an analysis' },
  input: EndAnalysis,
  who: ['job'],
  internal: true,
  facts: [AnalysisRan, AnalysisFailed],
  refusals: ['analysis-over'],
  load: async (tx, { analysis }) => ({ analysis: await lockAnalysis(tx, analysis) }),
  at: ({ analysis }) => ({ unit: analysis.unit }),
  decide({ analysis }, { attempt, why }) {
    const running = analysis.state === 'running' && analysis.attempt === attempt;
    const unread = why !== null && (analysis.state === 'looking' || analysis.state === 'waiting') && attempt === null;
    if (!running && !unread) return refuse('analysis-over', {}, { status: 409 });
    const { unit, rowsRead: rows, bad, answers, flags } = analysis;
    const object = analysisOf(analysis);
    return why === null
      ? [AnalysisRan.of({ object, unit, body: { rows, bad, answers, flags } })]
      : [AnalysisFailed.of({ object, unit, body: {} })];
  },
  also: async (tx, { analysis }, { why }) => {
    if (why !== null) await noteWhy(tx, analysis.id, why);
  },
});
