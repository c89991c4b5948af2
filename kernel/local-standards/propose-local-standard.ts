import { newId } from '../id.ts';
import type { LocalRow } from '../standards/standards.ts';
import { verb } from '../verbs/verb.ts';
import { LocalStandardProposed, ProposeLocalStandard } from './contract.ts';
import { unfitRow } from './fits-the-standards.ts';

/** 提出本地标准: has no effect until somebody else confirms it (SEC-TA-06). */
export const proposeLocalStandard = verb('kernel.propose-local-standard', {
  title: { zh: '提出本地标准', en: 'Propose a local standard' },
  input: ProposeLocalStandard,
  who: ['leader', 'superior'],
  facts: [LocalStandardProposed],
  refusals: ['standard-not-of-this-place', 'standard-row-refused', 'standard-weaker-than-above'],
  load: async () => ({ id: newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id }, { unit, row }, context) {
    const unfit = unfitRow(unit, row as LocalRow, context);
    if (unfit) return unfit;
    return [LocalStandardProposed.of({ object: { kind: 'local-standard', id }, unit, body: { row } })];
  },
});
