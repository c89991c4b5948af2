import { endTasksOf, verb } from '@opengoa/kernel';
import { amendmentDayRefusal } from './amend-service-contract.ts';
import { ServiceContractAmended, SignContractAmendment } from './contract.ts';
import { cannotDecideAmendment, decidesAmendment } from './decide-amendment.ts';
import { contractOf } from './service-contract.ts';

/** 同意变更: from its day on the new terms hold; what was settled meanwhile is looked at again. */
export const signContractAmendment = verb('space.sign-contract-amendment', {
  ...decidesAmendment,
  title: { zh: '同意变更', en: 'Sign the amendment' },
  input: SignContractAmendment,
  facts: [ServiceContractAmended],
  refusals: [
    'not-now',
    'stale-version',
    'amendment-none',
    'contract-asked-by-yourself',
    'amendment-day-outside',
    'amendment-before-settled',
    'amendment-before-edition',
  ],
  decide(known, { version, opinion }, context) {
    const refused = cannotDecideAmendment(known, 'space.sign-contract-amendment', version, context);
    if (refused) return refused;
    const { contract, served, tasks } = known;
    const { id, from, paper, why, to, annualFeeFen, buildings, dimensions, energyTargets } = known.amendment!;
    const outside = amendmentDayRefusal(contract, { from, to }, known);
    if (outside) return outside;
    const about = { object: contractOf(contract), unit: contract.unit };
    const body = {
      amendment: id,
      from,
      paper,
      why,
      to,
      annualFeeFen,
      buildings,
      dimensions,
      energyTargets,
      opinion,
      was: {
        to: contract.to,
        annualFeeFen: contract.annualFeeFen,
        buildings: served,
        dimensions: [...contract.dimensions],
        energyTargets: contract.energyTargets,
      },
    };
    return [ServiceContractAmended.of({ ...about, body }), ...endTasksOf(about, tasks, context)];
  },
});
