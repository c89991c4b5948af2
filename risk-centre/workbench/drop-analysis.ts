import { refuse, verb } from '@opengoa/kernel';
import { analysisOf, isUnderWay, lockAnalysis, seenBy } from './analysis-store.ts';
import { AnalysisDropped, DropAnalysis } from './contract.ts';
import { analysts } from './open-analysis.ts';

/** 清除: files and rows go, kept or not. The program itself drops what nobody kept for long. */
export const dropAnalysis = verb('risk-centre.drop-analysis', {
  title: { zh: '清除', en: 'Drop' },
  about: { zh: '清除文件和结果，不能恢复。', en: 'Files and answers go for good.' },
  on: 'risk-centre.analysis',
  input: DropAnalysis,
  who: [...analysts, 'job'],
  facts: [AnalysisDropped],
  refusals: ['analysis-under-way', 'not-found'],
  load: async (tx, input, { actor }) => {
    const analysis = await lockAnalysis(tx, input.analysis);
    return { analysis: actor.kind === 'job' ? analysis : seenBy(analysis, actor) };
  },
  at: ({ analysis }) => ({ unit: analysis.unit }),
  decide({ analysis }, _input, { actor }) {
    // Whoever has it under way cancels it; what was left lying for days is nobody's any more.
    if (actor.kind !== 'job' && isUnderWay(analysis.state)) return refuse('analysis-under-way', {}, { status: 409 });
    const body = { before: analysis.state };
    return [AnalysisDropped.of({ object: analysisOf(analysis), unit: analysis.unit, body })];
  },
});
