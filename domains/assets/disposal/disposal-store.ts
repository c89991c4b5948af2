import { saves, sql } from '@opengoa/kernel';
import { DisposalApproved, DisposalFinished, DisposalRefused, DisposalWithdrawn, IncomeRecorded } from './contract.ts';

export const disposalSaves = [
  saves(DisposalApproved, (tx, { object }) =>
    tx.run(sql`update assets.paper set state = 'approved', version = version + 1 where id = ${object.id}`),
  ),
  saves(DisposalRefused, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update assets.paper set state = 'refused', about = about || ${JSON.stringify({ opinion: body.opinion })}::jsonb, ended_name = ${actor.name},
             ended_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(DisposalWithdrawn, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update assets.paper set state = 'withdrawn', about = about || ${JSON.stringify({ opinion: body.why })}::jsonb, ended_name = ${actor.name},
             ended_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(DisposalFinished, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update assets.paper set state = 'done', about = about || ${JSON.stringify({ document: body.document })}::jsonb, proceeds_fen = ${body.proceedsFen},
             pay_by = ${body.payBy}, ended_name = ${actor.name}, ended_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(IncomeRecorded, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into assets.disposal_income (id, unit_id, paper_id, amount_fen, paid_on, receipt, entered_name, entered_at)
      values (${body.income}, ${unit}, ${object.id}, ${body.amountFen}, ${body.paidOn}, ${body.receipt}, ${actor.name}, ${now})`);
    await tx.run(
      sql`update assets.paper set paid_fen = paid_fen + ${body.amountFen}, version = version + 1 where id = ${object.id}`,
    );
  }),
];
