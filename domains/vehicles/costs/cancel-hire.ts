import { verb } from '@opengoa/kernel';
import { CancelHire, HireCancelled } from './contract.ts';
import { hireMoves, hireOf, onHire } from './hire.ts';

/** 取消租车: before it is settled. */
export const cancelHire = verb('vehicles.cancel-hire', {
  ...onHire,
  title: { zh: '取消租车', en: 'Cancel the hire' },
  input: CancelHire,
  who: ['fleet-clerk'],
  facts: [HireCancelled],
  refusals: ['not-now'],
  decide(hire, { why }) {
    const closed = hireMoves.refusal(hire.state, 'vehicles.cancel-hire');
    if (closed) return closed;
    return [HireCancelled.of({ object: hireOf(hire), unit: hire.unit, body: { why } })];
  },
});
