import type { Judgement } from './kit.ts';

/**
 * What a rule answers where its inputs do not suffice: silent is not clean.
 * @param unit of the figure that was not reached
 */
export const silentIn =
  (unit: string) =>
  (template: string, data: Judgement['said']['data']): Judgement => ({
    status: 'insufficient_data',
    value: null,
    threshold: null,
    unit,
    said: { template, data },
    evidence: [],
  });
