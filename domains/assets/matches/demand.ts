import { type Id, tableOfMoves } from '@opengoa/kernel';
import type { MatchState } from './contract.ts';
import { demandStates, matchStates, planStates } from './words.zh.ts';

export const demandMoves = tableOfMoves('assets.demand', demandStates, 'open', {
  open: {
    'assets.accept-match': 'open',
    'assets.withdraw-demand': 'withdrawn',
    'assets.receive-transfer': ['open', 'met'],
  },
  met: {},
  withdrawn: {},
});
export const matchMoves = tableOfMoves<MatchState>('assets.match', matchStates, 'approving', {
  approving: {
    'assets.approve-match': ['approving', 'approved'],
    'assets.decline-match': 'declined',
    // What lies beside it: a pair that was never taken up begins as refused.
    'assets.refuse-match': 'refused',
  },
  approved: { 'assets.draw-transfer': 'done' },
  declined: { 'assets.follow-refusal': 'declined' },
  refused: { 'assets.follow-refusal': 'refused' },
  done: {},
});
export const planMoves = tableOfMoves('assets.pool-plan', planStates, 'working', {
  working: { 'assets.cancel-plan': 'stopped', 'assets.keep-plan': 'ready' },
  ready: { 'assets.accept-plan': ['ready', 'closed'], 'assets.cancel-plan': 'stopped' },
  stopped: {},
  closed: {},
});

/** What may be done with a plan; one that found nothing to move has nothing to accept. */
export const planVerbs = (state: Parameters<typeof planMoves.from>[0], pieces: number): string[] =>
  planMoves.from(state).filter((verb) => verb !== 'assets.keep-plan' && (verb !== 'assets.accept-plan' || pieces > 0));

export const demandOf = (id: Id) => ({ kind: 'assets.demand', id });
export const matchOf = (id: Id) => ({ kind: 'assets.match', id });
export const planOf = (id: Id) => ({ kind: 'assets.pool-plan', id });
