import { saves, searchPieces, sql, type Id, type Tx } from '@opengoa/kernel';
import { AcceptanceExpired, FindingTied, RiskAccepted, RiskAssessed, RiskClosed, RiskEntered } from './contract.ts';
import type { Risk } from './risk.ts';

/** The entry, locked: of two decisions the second finds the first made. */
export const lockRisk = (tx: Tx, id: Id): Promise<Risk> =>
  tx.one<Risk>(sql`
    select id, unit_id as unit, name, post_id as post, state, residual_level as "residualLevel", accepted_until as "acceptedUntil",
           jsonb_build_object('likelihood', residual_likelihood, 'consequence', residual_consequence) as residual
      from risk_centre.risk where id = ${id} for update`);

export const openTasksOn = (tx: Tx, id: Id): Promise<{ id: Id }[]> =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${id} and state = 'open'`);

const changed = (tx: Tx, id: Id, set: ReturnType<typeof sql>) =>
  tx.run(sql`update risk_centre.risk set ${set}, version = version + 1 where id = ${id}`);

export const riskSaves = [
  saves(RiskEntered, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into risk_centre.risk (id, unit_id, name, office, post_id, post_title, controls, likelihood, consequence, level, residual_likelihood,
        residual_consequence, residual_level, state, entered_at, assessed_at, search)
      values (${object.id}, ${unit}, ${body.name}, ${body.office}, ${body.post}, ${body.postTitle}, ${body.controls}, ${body.inherent.likelihood},
        ${body.inherent.consequence}, ${body.level}, ${body.residual.likelihood}, ${body.residual.consequence}, ${body.residualLevel}, 'open', ${now}, ${now},
        ${searchPieces(body.name)}::text[])`),
  ),
  saves(RiskAssessed, (tx, { object, body }, { now }) =>
    changed(
      tx,
      object.id,
      sql`controls = ${body.controls}, likelihood = ${body.inherent.likelihood}, consequence = ${body.inherent.consequence}, level = ${body.level},
          residual_likelihood = ${body.residual.likelihood}, residual_consequence = ${body.residual.consequence}, residual_level = ${body.residualLevel},
          state = ${body.state}, accepted_until = case when ${body.state} = 'accepted' then accepted_until end, assessed_at = ${now}`,
    ),
  ),
  saves(RiskAccepted, (tx, { object, body }) =>
    changed(tx, object.id, sql`state = 'accepted', accepted_until = ${body.until}, accepted_reason = ${body.reason}`),
  ),
  saves(AcceptanceExpired, (tx, { object }) => changed(tx, object.id, sql`state = 'expired'`)),
  saves(RiskClosed, (tx, { object, body }, { now }) =>
    changed(tx, object.id, sql`state = 'closed', conclusion = ${body.conclusion}, closed_at = ${now}`),
  ),
  saves(FindingTied, (tx, { object, unit, body }, { now }) =>
    body.belongs
      ? tx.run(sql`
          insert into risk_centre.risk_finding (risk_id, finding_id, unit_id, at) values (${object.id}, ${body.finding}, ${unit}, ${now})
          on conflict (node_id, risk_id, finding_id) do nothing`)
      : tx.run(sql`delete from risk_centre.risk_finding where risk_id = ${object.id} and finding_id = ${body.finding}`),
  ),
];
