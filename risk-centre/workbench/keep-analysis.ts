import { refuse, verb } from '@opengoa/kernel';
import { analysisOf, lockAnalysis, nameTaken, seenBy } from './analysis-store.ts';
import { AnalysisKept, KeepAnalysis } from './contract.ts';

/** 保留为数据集: under a name, for everybody who may read what is kept. */
export const keepAnalysis = verb('risk-centre.keep-analysis', {
  title: { zh: '保留为数据集', en: 'Keep as a dataset' },
  about: {
    zh: '给结果起一个名称并保留，本级及上级的风控人员和领导可以查看。',
    en: 'Keeps the answers under a name; officers and leaders of the unit and above may read them.',
  },
  on: 'risk-centre.analysis',
  input: KeepAnalysis,
  // Whoever opened it, alone: until it is kept it is nobody else's.
  who: ['self'],
  facts: [AnalysisKept],
  refusals: ['analysis-not-done', 'analysis-name-taken', 'not-found'],
  load: async (tx, input, { actor }) => {
    const analysis = seenBy(await lockAnalysis(tx, input.analysis), actor);
    return { analysis, taken: await nameTaken(tx, analysis, input.name) };
  },
  at: ({ analysis }) => ({ unit: analysis.unit, person: analysis.person }),
  decide({ analysis, taken }, { name }) {
    if (analysis.state !== 'done') return refuse('analysis-not-done', {}, { status: 409 });
    if (taken) return refuse('analysis-name-taken', { name }, { status: 409 });
    const { unit, answers } = analysis;
    return [AnalysisKept.of({ object: analysisOf(analysis), unit, body: { name, answers } })];
  },
});
