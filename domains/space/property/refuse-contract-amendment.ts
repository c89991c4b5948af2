import { endTasksOf, verb } from '@opengoa/kernel';
import { ContractAmendmentRefused, RefuseContractAmendment } from './contract.ts';
import { cannotDecideAmendment, decidesAmendment } from './decide-amendment.ts';
import { contractOf } from './service-contract.ts';

/** 不同意变更: with the reason; the contract stays as it is. */
export const refuseContractAmendment = verb('space.refuse-contract-amendment', {
  ...decidesAmendment,
  title: { zh: '不同意变更', en: 'Refuse the amendment' },
  input: RefuseContractAmendment,
  facts: [ContractAmendmentRefused],
  refusals: ['not-now', 'stale-version', 'amendment-none', 'contract-asked-by-yourself'],
  decide(known, { version, opinion }, context) {
    const refused = cannotDecideAmendment(known, 'space.refuse-contract-amendment', version, context);
    if (refused) return refused;
    const about = { object: contractOf(known.contract), unit: known.contract.unit };
    return [
      ContractAmendmentRefused.of({ ...about, body: { amendment: known.amendment!.id, opinion } }),
      ...endTasksOf(about, known.tasks, context),
    ];
  },
});
