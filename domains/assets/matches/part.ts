import { part } from '@opengoa/kernel';
import { acceptMatch } from './accept-match.ts';
import { acceptPlan } from './accept-plan.ts';
import { approveMatch } from './approve-match.ts';
import { cancelPlan } from './cancel-plan.ts';
import { declineMatch } from './decline-match.ts';
import { findPlan } from './find-plan.ts';
import { followRefusal } from './follow-refusal.ts';
import { keepPlan } from './keep-plan.ts';
import { demands, matches as matchList, needs, planLines, plans } from './match-lists.ts';
import { oneDemand, oneMatch, onePlan, wantedBy } from './match-reads.ts';
import { matchSaves } from './match-store.ts';
import { movePlan } from './move-plan.ts';
import { planMatches } from './plan-matches.ts';
import { raiseDemand } from './raise-demand.ts';
import { refuseMatch } from './refuse-match.ts';
import { withdrawDemand } from './withdraw-demand.ts';
import { matchRefusals } from './words.zh.ts';

export const matches = part({
  verbs: [
    raiseDemand,
    withdrawDemand,
    acceptMatch,
    approveMatch,
    declineMatch,
    refuseMatch,
    followRefusal,
    planMatches,
    movePlan,
    keepPlan,
    cancelPlan,
    acceptPlan,
  ],
  reads: [needs, demands, matchList, plans, planLines, oneDemand, wantedBy, oneMatch, onePlan],
  saves: matchSaves,
  jobs: [findPlan],
  refusals: matchRefusals,
});
