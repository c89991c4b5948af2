import { type Id, newId, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { InquiryAwarded, InquiryCancelled, InquiryPublished, SupplierInvited } from '../contract.ts';

/** `XJ-2026-0001` */
export const inquiryNumber = (year: number, count: number): string => `XJ-${year}-${String(count).padStart(4, '0')}`;

/** The next number of the year, taken under its row's lock. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    insert into procurement.inquiry_number as n (year, last) values (${year}, 1)
    on conflict (node_id, year) do update set last = n.last + 1 returning last`);
  return last;
}

/** Whether a supplier of this code was invited to the inquiry. */
export async function isInvited(tx: Tx, inquiry: Id, code: string): Promise<boolean> {
  return (
    (await tx.maybe(sql`select from procurement.invitation where inquiry_id = ${inquiry} and code = ${code}`)) !==
    undefined
  );
}

export const inquirySaves = [
  saves(InquiryPublished, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into procurement.inquiry (id, unit_id, number, state, title, kind, what, estimate_fen, method, reason, rule, deadline, notices, published_by,
                                       published_name, published_at, search)
      values (${object.id}, ${unit}, ${body.number}, 'open', ${body.title}, ${body.kind}, ${body.what}, ${body.estimateFen}, ${body.method}, ${body.reason},
              ${body.rule}, ${body.deadline}, ${JSON.stringify(body.notices)}, ${actor.person}, ${actor.name}, ${now},
              ${searchPieces(body.number, body.title, body.what)})`),
  ),
  saves(SupplierInvited, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into procurement.invitation (id, unit_id, inquiry_id, supplier, code, invited_at)
      values (${newId()}, ${unit}, ${object.id}, ${body.supplier}, ${body.code}, ${now})`),
  ),
  saves(InquiryCancelled, (tx, { object, body }) =>
    tx.run(sql`
      update procurement.inquiry set state = 'cancelled', why = ${body.why}, version = version + 1 where id = ${object.id}`),
  ),
  saves(InquiryAwarded, async (tx, { object, body }, { actor, now }) => {
    await tx.run(sql`update procurement.quote set won = true where id = ${body.quote}`);
    await tx.run(sql`
      update procurement.inquiry
         set state = 'awarded', quote_id = ${body.quote}, supplier = ${body.supplier}, amount_fen = ${body.amountFen}, award_reason = ${body.reason},
             awarded_name = ${actor.name}, awarded_at = ${now}, version = version + 1
       where id = ${object.id}`);
  }),
];
