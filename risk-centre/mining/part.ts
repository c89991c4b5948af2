import { part } from '@opengoa/kernel';
import { refuseRule, signRule, withdrawRule } from './decide-rule.ts';
import { draftRules } from './draft-rules.ts';
import { markAtOnce, mineRules, mineRulesJob } from './mine-rules.ts';
import { minedRule, ruleRows } from './rule-reads.ts';
import { ruleSaves } from './rule-store.ts';
import { ruleRefusals } from './words.ts';

/** 规律挖掘: rules proposed by the system, tried beside the work, signed by a person. */
export const miningPart = part({
  verbs: [mineRules, draftRules, signRule, refuseRule, withdrawRule],
  reads: [minedRule, ruleRows],
  saves: ruleSaves,
  jobs: [mineRulesJob],
  followers: [markAtOnce],
  refusals: ruleRefusals,
});
