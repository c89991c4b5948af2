import { endTasksOf, verb } from '@opengoa/kernel';
import { RefuseServiceContract, ServiceContractRefused } from './contract.ts';
import { cannotDecideContract, decidesContract } from './decide-contract.ts';
import { contractOf } from './service-contract.ts';

/** 不同意签订: with the reason; its number is free again. */
export const refuseServiceContract = verb('space.refuse-service-contract', {
  ...decidesContract,
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseServiceContract,
  facts: [ServiceContractRefused],
  refusals: ['not-now', 'stale-version', 'contract-asked-by-yourself'],
  decide(known, { version, opinion }, context) {
    const about = { object: contractOf(known.contract), unit: known.contract.unit };
    return (
      cannotDecideContract(known, 'space.refuse-service-contract', version, context) ?? [
        ServiceContractRefused.of({ ...about, body: { opinion } }),
        ...endTasksOf(about, known.tasks, context),
      ]
    );
  },
});
