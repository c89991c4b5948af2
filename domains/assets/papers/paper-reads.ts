import { type Id, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { PaperAnswer } from './contract.ts';
import { nameOfRoom } from './make-paper.ts';
import { paperOffers } from './paper.ts';
import { findPaper } from './paper-store.ts';

/** 单据: what it is over, who gave and who took, as it is printed. */
export const onePaper = read('assets.paper', {
  title: { zh: '资产单据', en: 'A paper of assets' },
  query: z.strictObject({ id: z.uuid() }),
  answer: PaperAnswer,
  who: [...readers, 'self', 'holder'],
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { madeBy: _madeBy, ...paper } = await findPaper(tx, id);
    const { room } = paper.about;
    return {
      ...paper,
      ...(await factsOf(tx, id)),
      unitName: context.organisation.unit(paper.unit)?.name ?? '',
      roomName: room ? ((await nameOfRoom(tx, room)) ?? '') : '',
      lines: await linesTold(tx, id, new Map(paper.about.refused?.map((line) => [line.card, line.why]))),
    };
  },
  // Whoever sees it by the other side of it reads it there.
  at: ({ id, unit, otherUnit, person }, _query, { actor, organisation }) => {
    const within = (place: Id) => actor.grants.some((grant) => organisation.covers(grant.unit, place, grant.below));
    return { unit: otherUnit !== null && !within(unit) ? otherUnit : unit, person, object: id };
  },
  moves: (paper) => paperOffers(paper as Parameters<typeof paperOffers>[0]),
});

async function factsOf(tx: Tx, id: Id) {
  const row = await tx.one<{
    cards: number;
    valueFen: number;
    costFen: number | null;
    proceedsFen: number | null;
    paidFen: number;
    payBy: string | null;
    madeName: string;
    madeAt: Date;
    endedName: string | null;
    endedAt: Date | null;
  }>(sql`
    select cards, value_fen as "valueFen", cost_fen as "costFen", proceeds_fen as "proceedsFen", paid_fen as "paidFen", pay_by as "payBy", made_name as "madeName", made_at as "madeAt", ended_name as "endedName",
           ended_at as "endedAt" from assets.paper where id = ${id}`);
  const receipts = await tx.rows<{ amountFen: number; paidOn: string; receipt: string }>(sql`
    select amount_fen as "amountFen", paid_on as "paidOn", receipt from assets.disposal_income where paper_id = ${id} order by paid_on, id`);
  return { ...row, receipts, madeAt: row.madeAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}

/** Its lines; of cards that went where the reader does not see, what stands on the paper itself. What they were worth is always the paper's: its total is theirs. */
async function linesTold(tx: Tx, id: Id, refused: ReadonlyMap<Id, string>): Promise<PaperAnswer['lines']> {
  const lines = await tx.rows<Omit<PaperAnswer['lines'][number], 'refused'>>(sql`
    select l.card_id as card, coalesce(c.number, l.about->>'number', '') as number, coalesce(c.name, l.about->>'name', '') as name,
           coalesce(c.model, '') as model, coalesce(c.serial, '') as serial, coalesce(c.measure, '') as measure, l.quantity,
           coalesce((l.about->>'valueFen')::bigint, c.value_fen, 0) as "valueFen", coalesce(c.place, '') as place
      from assets.paper_line l left join assets.card c on (c.node_id, c.id) = (l.node_id, l.card_id)
     where l.paper_id = ${id} order by 2, l.id`);
  return lines.map((line) => ({ ...line, refused: refused.get(line.card) ?? null }));
}
