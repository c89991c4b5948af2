import { refuse, stale, verb } from '@opengoa/kernel';
import { DisputeSettled, SettleDispute } from './contract.ts';
import { disputeOf, lockDispute } from './right-store.ts';

/** 权属争议解决: on which day, and with what outcome. */
export const settleDispute = verb('space.settle-dispute', {
  title: { zh: '权属争议解决', en: 'Settle a dispute' },
  input: SettleDispute,
  who: ['space-clerk'],
  on: 'space.dispute',
  facts: [DisputeSettled],
  refusals: ['stale-version', 'dispute-settled', 'time-not-yet', 'day-before-right'],
  load: async (tx, { dispute }) => ({ dispute: await lockDispute(tx, dispute) }),
  at: ({ dispute }) => ({ unit: dispute.unit }),
  decide({ dispute }, { version, day, outcome }, { today }) {
    if (version !== dispute.version) return stale({ version: dispute.version });
    if (dispute.settledOn !== null) return refuse('dispute-settled', { day: dispute.settledOn });
    if (day > today) return refuse('time-not-yet');
    if (day < dispute.openedOn) return refuse('day-before-right', { day: dispute.openedOn });
    return [
      DisputeSettled.of({
        object: disputeOf(dispute),
        unit: dispute.unit,
        body: { building: dispute.building, day, outcome },
      }),
    ];
  },
});
