import { refuse, verb } from '@opengoa/kernel';
import { analysisOf, lockAnalysis, seenBy } from './analysis-store.ts';
import { AnalysisCancelled, CancelAnalysis } from './contract.ts';

/** 取消分析: at any moment before its end; files and rows go with it. */
export const cancelAnalysis = verb('risk-centre.cancel-analysis', {
  title: { zh: '取消分析', en: 'Cancel the analysis' },
  about: { zh: '停止计算，清除上传的文件和已得到的结果。', en: 'Stops it; the files and what was found so far go.' },
  on: 'risk-centre.analysis',
  input: CancelAnalysis,
  // Whoever opened it, alone: until it is kept it is nobody else's.
  who: ['self'],
  facts: [AnalysisCancelled],
  refusals: ['analysis-over', 'not-found'],
  load: async (tx, { analysis }, { actor }) => ({ analysis: seenBy(await lockAnalysis(tx, analysis), actor) }),
  at: ({ analysis }) => ({ unit: analysis.unit, person: analysis.person }),
  decide({ analysis }) {
    if (!['looking', 'looked', 'waiting', 'running'].includes(analysis.state))
      return refuse('analysis-over', {}, { status: 409 });
    return [AnalysisCancelled.of({ object: analysisOf(analysis), unit: analysis.unit, body: {} })];
  },
});
