import { endTasksOf, isRefusal, type Job, refuse, sql, stale, verb } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { EndServiceContract, ServiceContractEnded } from './contract.ts';
import { contractsWhere, lockContract } from './property-store.ts';
import { contractMoves, contractOf } from './service-contract.ts';

/** 终止物业合同: on the last day of its terms, or earlier with a reason. */
export const endServiceContract = verb('space.end-service-contract', {
  title: { zh: '终止', en: 'End' },
  input: EndServiceContract,
  who: ['space-clerk', 'job'],
  on: 'space.service-contract',
  facts: [ServiceContractEnded],
  refusals: ['not-now', 'stale-version', 'contract-end-outside', 'contract-end-why'],
  // What waits to be signed for it is settled by its end.
  load: async (tx, { contract }) => ({
    contract: await lockContract(tx, contract),
    tasks: await openTasksOf(tx, contract),
  }),
  at: ({ contract }) => ({ unit: contract.unit }),
  decide({ contract, tasks }, { version, on, why }, context) {
    const { today } = context;
    const closed = contractMoves.refusal(contract.state, 'space.end-service-contract');
    if (closed) return closed;
    if (version !== contract.version) return stale({ version: contract.version });
    const { unit, from, to } = contract;
    const latest = today < to ? today : to;
    if (on < from || on > latest) return refuse('contract-end-outside', { from, to: latest });
    if (on < to && why === '') return refuse('contract-end-why', { to });
    const about = { object: contractOf(contract), unit };
    return [ServiceContractEnded.of({ ...about, body: { on, why } }), ...endTasksOf(about, tasks, context)];
  },
});

/** What has run its days ends by night. */
export const endRunOutContracts: Job = {
  name: 'end-property-contracts',
  title: { zh: '到期物业合同自动终止', en: 'Property contracts end on their day' },
  dailyAt: '03:40',
  async run({ reading, verb: run, context, signal }) {
    const over = await reading((tx) => contractsWhere(tx, sql`state = 'in-force' and to_day < ${context.today}::date`));
    for (const { id, version, to } of over) {
      if (signal.aborted) return;
      const answer = await run('space.end-service-contract', { contract: id, version, on: to, why: '合同期满' });
      // Somebody was quicker: it is looked at again the next night.
      if (isRefusal(answer)) continue;
    }
  },
};
