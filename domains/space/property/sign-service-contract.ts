import { endTasksOf, verb } from '@opengoa/kernel';
import { ServiceContractSigned, Signed, SignServiceContract } from './contract.ts';
import { cannotDecideContract, decidesContract } from './decide-contract.ts';
import { energyNotices } from './energy-notice.ts';
import { contractOf } from './service-contract.ts';

/** 同意签订: by whoever answers for the unit; from then on it is in force and its service is checked. */
export const signServiceContract = verb('space.sign-service-contract', {
  ...decidesContract,
  title: { zh: '同意签订', en: 'Sign' },
  input: SignServiceContract,
  facts: [ServiceContractSigned],
  refusals: ['not-now', 'stale-version', 'contract-asked-by-yourself'],
  result: Signed,
  decide(known, { version, opinion }, context) {
    const refused = cannotDecideContract(known, 'space.sign-service-contract', version, context);
    if (refused) return refused;
    const { contract, tasks } = known;
    const notices = energyNotices(contract, context);
    const about = { object: contractOf(contract), unit: contract.unit };
    return {
      facts: [ServiceContractSigned.of({ ...about, body: { opinion, notices } }), ...endTasksOf(about, tasks, context)],
      result: { notices },
    };
  },
});
