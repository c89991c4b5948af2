import { newId, refuse, verb } from '@opengoa/kernel';
import { taskToDecide } from '../decision-task.ts';
import { Registered, RegisterServiceContract, ServiceContractRegistered } from './contract.ts';
import { energyNotices } from './energy-notice.ts';
import { buildingsNamed, contractNumbered } from './property-store.ts';
import { contractOf } from './service-contract.ts';

/** 登记物业合同: company, buildings, days, fee and what is served; a draft until whoever answers for the unit agrees that it is signed. */
export const registerServiceContract = verb('space.register-service-contract', {
  title: { zh: '登记物业合同', en: 'Register a property contract' },
  input: RegisterServiceContract,
  who: ['space-clerk'],
  facts: [ServiceContractRegistered],
  refusals: ['contract-backwards', 'contract-buildings-needed', 'contract-number-taken'],
  result: Registered,
  load: async (tx, { unit, number, buildings }) => ({
    id: newId(),
    buildings: await buildingsNamed(tx, buildings),
    same: await contractNumbered(tx, unit, number),
  }),
  at: ({ buildings }, { unit }) =>
    [...new Set([unit, ...buildings.map((each) => each.unit)])].map((each) => ({ unit: each })),
  decide({ id, buildings, same }, { unit, ...terms }, context) {
    if (terms.to <= terms.from) return refuse('contract-backwards');
    if (buildings.length !== terms.buildings.length) return refuse('contract-buildings-needed');
    if (same) return refuse('contract-number-taken', { number: terms.number, ...same }, { status: 409 });
    const object = contractOf({ id });
    const body = { ...terms, dimensions: [...new Set(terms.dimensions)] };
    const raised = taskToDecide(
      {
        object,
        unit,
        kind: 'space.decide-service-contract',
        title: { zh: '审批物业合同', en: 'Decide on a property contract' },
        summary: `${terms.supplier}：${buildings.map(({ name }) => name).join('、')}，年费 ${(terms.annualFeeFen / 100).toFixed(2)} 元`,
        opens: `/space/property-contracts/${id}`,
        verbs: ['space.sign-service-contract', 'space.refuse-service-contract'],
      },
      context,
    );
    return {
      facts: [ServiceContractRegistered.of({ object, unit, body }), ...raised],
      result: { contract: id, notices: energyNotices({ unit, energyTargets: terms.energyTargets }, context) },
    };
  },
});
