import { part } from '@opengoa/kernel';
import { analysisPoint } from './analysis-point.ts';
import { analyses, analysisAnswers, analysisBadRows, analysisMethodsRead, analysisRead } from './analysis-reads.ts';
import { analysisSaves } from './analysis-store.ts';
import { cancelAnalysis } from './cancel-analysis.ts';
import { dropAnalysis } from './drop-analysis.ts';
import { endAnalysis } from './end-analysis.ts';
import { keepAnalysis } from './keep-analysis.ts';
import { keepAnalysisPart } from './keep-analysis-part.ts';
import { noteLooked } from './note-looked.ts';
import { openAnalysis } from './open-analysis.ts';
import { forgetAnalyses, runAnalyses } from './run-analyses.ts';
import { runAnalysis } from './run-analysis.ts';
import { analysisRefusals } from './words.ts';

/** 文件分析: the methods of `analyse` as acts of people, over files they bring. */
export const workbench = part({
  verbs: [
    openAnalysis,
    noteLooked,
    runAnalysis,
    keepAnalysisPart,
    endAnalysis,
    cancelAnalysis,
    keepAnalysis,
    dropAnalysis,
  ],
  reads: [analysisMethodsRead, analysisRead, analysisAnswers, analysisBadRows, analyses],
  saves: analysisSaves,
  jobs: [runAnalyses, forgetAnalyses],
  uploads: [analysisPoint],
  refusals: analysisRefusals,
});
