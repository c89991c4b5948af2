import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { LocalStandardWithdrawn, WithdrawLocalStandard } from './contract.ts';
import { lockLocalStandard } from './local-standard-store.ts';

/** 停用本地标准: it counts no more; that it once did stays in the Record. */
export const withdrawLocalStandard = verb('kernel.withdraw-local-standard', {
  title: { zh: '停用本地标准', en: 'Withdraw a local standard' },
  input: WithdrawLocalStandard,
  who: ['leader', 'superior'],
  on: 'local-standard',
  facts: [LocalStandardWithdrawn],
  refusals: ['right-ended'],
  load: async (tx, { local }) => ({ local: await lockLocalStandard(tx, local) }),
  at: ({ local }) => ({ unit: local.unit }),
  decide({ local }, { why }) {
    if (local.withdrawn) return refuse('right-ended', {}, { status: 409 });
    return [
      LocalStandardWithdrawn.of({ object: { kind: 'local-standard', id: local.id }, unit: local.unit, body: { why } }),
    ];
  },
});
