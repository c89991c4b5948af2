import { refuse, verb } from '@opengoa/kernel';
import { type Analysis, keepPart, lockAnalysis, silentMinutes } from './analysis-store.ts';
import { type AnalysisPart, KeepAnalysisPart } from './contract.ts';

/**
 * Rows of a run as they come, and how far it is: rows of a file are no facts. Refused once somebody has cancelled it, or another run is at work: the
 * job then stops.
 */
export const keepAnalysisPart = verb('risk-centre.keep-analysis-part', {
  title: { zh: '保存分析结果', en: 'Keep a part of an analysis' },
  input: KeepAnalysisPart,
  who: ['job'],
  internal: true,
  facts: [],
  refusals: ['analysis-over'],
  load: async (tx, { analysis }) => ({ analysis: await lockAnalysis(tx, analysis) }),
  at: ({ analysis }) => ({ unit: analysis.unit }),
  decide: ({ analysis }, part, { now }) =>
    mayWrite(analysis, part, now) ? [] : refuse('analysis-over', {}, { status: 409 }),
  also: (tx, { analysis }, part, { now }) => keepPart(tx, analysis, part, now),
});

/** One run writes; another begins only where none did, or the one before has long been silent. */
function mayWrite({ state, attempt, touchedAt }: Analysis, part: AnalysisPart, now: Date): boolean {
  if (!part.begins) return state === 'running' && attempt === part.attempt;
  const silent = now.getTime() - touchedAt.getTime() >= silentMinutes * 60_000;
  return state === 'waiting' || (state === 'running' && silent);
}
