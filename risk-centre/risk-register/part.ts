import { part } from '@opengoa/kernel';
import { acceptRisk } from './accept-risk.ts';
import { assessRisk } from './assess-risk.ts';
import { closeRisk } from './close-risk.ts';
import { enterRisk } from './enter-risk.ts';
import { expireAcceptance } from './expire-acceptance.ts';
import { expireAcceptances } from './expire-acceptances.ts';
import { risk, riskMatrix, risks } from './risk-reads.ts';
import { riskSaves } from './risk-store.ts';
import { tieFinding } from './tie-finding.ts';
import { riskRefusals } from './words.ts';

/** 风险登记册: risks in words on a matrix, what is left after controls, and acceptance that ends. */
export const riskRegister = part({
  verbs: [enterRisk, assessRisk, acceptRisk, expireAcceptance, closeRisk, tieFinding],
  reads: [risks, risk, riskMatrix],
  saves: riskSaves,
  jobs: [expireAcceptances],
  refusals: riskRefusals,
});
