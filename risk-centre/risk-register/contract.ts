import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { levels } from '../contract.ts';

export const riskStates = ['open', 'accepted', 'expired', 'closed'] as const;
export type RiskState = (typeof riskStates)[number];

/** 业务: which office a risk lies in; the names of rooms, and of offices that bring no room yet. */
export const riskOffices = [
  'vehicles',
  'energy',
  'space',
  'assets',
  'procurement',
  'finance',
  'information',
  'safety',
  'services',
  'other',
] as const;

const said = z.string().trim().min(2).max(2_000);
const step = z.int().min(1).max(5);
const rating = z.strictObject({ likelihood: step, consequence: step });
const level = z.enum(levels);

const assessment = z.strictObject({
  /** What is in place against it. */
  controls: said,
  inherent: rating,
  /** What is left after the controls. */
  residual: rating,
});

export const EnterRisk = assessment.extend({
  unit: id,
  name: z.string().trim().min(2).max(200),
  office: z.enum(riskOffices),
  /** The post that answers for it. */
  post: id,
});
export const AssessRisk = assessment.extend({ risk: id, reason: said });
export const AcceptRisk = z.strictObject({
  risk: id,
  reason: said,
  /** The last day it is accepted. */
  until: z.iso.date(),
});
export const ExpireAcceptance = z.strictObject({ risk: id });
export const CloseRisk = z.strictObject({ risk: id, conclusion: said });
/** `belongs: false` takes a finding out again. */
export const TieFinding = z.strictObject({ risk: id, finding: id, belongs: z.boolean().default(true) });

const levelled = { level, residualLevel: level };

export const RiskEntered = factType('risk-centre.RiskEntered', {
  title: { zh: '登记风险', en: 'Risk entered' },
  body: EnterRisk.omit({ unit: true }).extend({ ...levelled, postTitle: z.string() }),
});
export const RiskAssessed = factType('risk-centre.RiskAssessed', {
  title: { zh: '重新评估风险', en: 'Risk assessed again' },
  body: AssessRisk.omit({ risk: true }).extend({ ...levelled, state: z.enum(riskStates) }),
});
export const RiskAccepted = factType('risk-centre.RiskAccepted', {
  title: { zh: '接受剩余风险', en: 'Residual risk accepted' },
  body: AcceptRisk.omit({ risk: true }).extend({ level }),
});
export const AcceptanceExpired = factType('risk-centre.AcceptanceExpired', {
  title: { zh: '风险接受到期', en: 'Acceptance expired' },
  body: z.strictObject({ until: z.iso.date() }),
});
export const RiskClosed = factType('risk-centre.RiskClosed', {
  title: { zh: '关闭风险', en: 'Risk closed' },
  body: CloseRisk.omit({ risk: true }),
});
export const FindingTied = factType('risk-centre.FindingTied', {
  title: { zh: '关联待核实异常', en: 'Finding tied to a risk' },
  body: TieFinding.omit({ risk: true }),
});
