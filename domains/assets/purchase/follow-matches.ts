import { type Follower, leaveMessages, sql } from '@opengoa/kernel';

interface Taken {
  readonly answer: string;
  readonly line: string;
  readonly quantity: number;
  readonly purchase: string;
  readonly state: string;
  readonly number: string;
  readonly thing: string;
  readonly planner: string | null;
}

/**
 * 调出方未同意: what a plan had taken is not to be had. A plan that is still being made wants the piece again; of one that has gone on, whoever planned
 * it is told, since what was approved is not changed behind anybody’s back.
 */
export const followMatches: Follower = {
  name: 'purchase-matches',
  of: ['assets.MatchDeclined'],
  async follow(tx, facts, { now }) {
    for (const { objectId, body } of facts) {
      const rows = await tx.rows<Taken>(sql`
        select a.id as answer, a.line_id as line, a.quantity, p.id as purchase, p.state, p.number, concat_ws(' ', a.card_number, a.card_name) as thing,
               p.planned_by as planner
          from assets.match_answer a join assets.purchase p on (p.node_id, p.id) = (a.node_id, a.purchase_id)
         where a.match_id = ${objectId} and a.answer = 'taken' for update of p`);
      for (const it of rows) {
        const said = String((body as { opinion?: string }).opinion ?? '');
        await tx.run(sql`
          update assets.match_answer set answer = 'declined', reason = 'other-purpose', said = ${`调出单位未同意：${said}`.slice(0, 500)}
           where id = ${it.answer}`);
        if (it.state === 'planned') {
          await tx.run(sql`update assets.purchase_line set taken = taken - ${it.quantity} where id = ${it.line}`);
          await tx.run(sql`
            update assets.purchase p set version = version + 1,
                   total_fen = (select sum((l.quantity - l.taken) * l.price_fen) from assets.purchase_line l where l.purchase_id = p.id)
             where id = ${it.purchase}`);
        }
        if (it.planner === null) continue;
        const title = {
          zh: `${it.number} 选用的 ${it.thing}，调出单位未同意。${it.state === 'planned' ? '请另选，或继续购置。' : '仍需要的，请另拟计划。'}`,
          en: `${it.number}: the giver keeps ${it.thing}. ${it.state === 'planned' ? 'Choose another, or go on.' : 'Plan anew what is still wanted.'}`,
        };
        await leaveMessages(tx, [{ person: it.planner, title }], `/assets/purchases/${it.purchase}`, it.purchase, now);
      }
    }
  },
};
