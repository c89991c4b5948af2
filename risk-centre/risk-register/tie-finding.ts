import { sql, verb, type Id } from '@opengoa/kernel';
import { FindingTied, TieFinding } from './contract.ts';
import { placeOfRisk, riskMoves, riskOf } from './risk.ts';
import { lockRisk } from './risk-store.ts';

/** 关联待核实异常: a finding belongs to a risk, or no longer does. Both must lie where the right reaches. */
export const tieFinding = verb('risk-centre.tie-finding', {
  title: { zh: '关联待核实异常', en: 'Tie a finding' },
  on: 'risk-centre.risk',
  input: TieFinding,
  who: ['risk-officer'],
  facts: [FindingTied],
  refusals: ['not-now'],
  load: async (tx, { risk, finding }) => ({
    risk: await lockRisk(tx, risk),
    finding: await tx.one<{ unit: Id }>(sql`select unit_id as unit from risk_centre.finding where id = ${finding}`),
  }),
  at: ({ risk, finding }) => [placeOfRisk(risk), { unit: finding.unit }],
  decide({ risk }, { finding, belongs }) {
    const closed = riskMoves.refusal(risk.state, 'risk-centre.tie-finding');
    if (closed) return closed;
    return [FindingTied.of({ object: riskOf(risk), unit: risk.unit, body: { finding, belongs } })];
  },
});
