import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { QuoteEntered, QuoteJudged, QuotesOpened, QuoteStruck } from '../contract.ts';
import { type Inquiry, lockInquiry, type QuoteState } from '../inquiries/inquiry.ts';

/** 一份报价. The amount is the system's own until the opening. Fen. */
export interface Quote {
  readonly id: Id;
  readonly inquiry: Id;
  readonly supplier: string;
  readonly code: string;
  readonly amountFen: number;
  readonly late: boolean;
  readonly state: QuoteState;
  readonly enteredBy: Id | null;
}

const columns = sql`id, inquiry_id as inquiry, supplier, code, amount_fen as "amountFen", late, state, entered_by as "enteredBy"`;

/** The quotes of an inquiry that were not struck. For deciding: never to be answered before the opening. */
export const quotesOf = (tx: Tx, inquiry: Id) =>
  tx.rows<Quote>(
    sql`select ${columns} from procurement.quote where inquiry_id = ${inquiry} and state <> 'struck' order by id`,
  );

const findQuote = (tx: Tx, id: Id) => tx.one<Quote>(sql`select ${columns} from procurement.quote where id = ${id}`);

/** A quote with its inquiry locked: the inquiry first, always, so that nobody waits for each other. */
export async function lockQuote(tx: Tx, id: Id): Promise<{ readonly quote: Quote; readonly inquiry: Inquiry }> {
  const inquiry = await lockInquiry(tx, (await findQuote(tx, id)).inquiry);
  return { quote: await findQuote(tx, id), inquiry };
}

/** Keeps an amount that no fact may tell yet. */
export async function sealAmount(tx: Tx, inquiry: Id, code: string, amountFen: number): Promise<void> {
  await tx.run(sql`
    update procurement.quote set amount_fen = ${amountFen}
     where inquiry_id = ${inquiry} and code = ${code} and state <> 'struck' and amount_fen is null`);
}

export const quoteSaves = [
  saves(QuoteEntered, (tx, { id, object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into procurement.quote (id, unit_id, inquiry_id, supplier, code, amount_fen, opened, received_at, late, invited, note, entered_by, entered_name,
                                     entered_at, search)
      values (${id}, ${unit}, ${object.id}, ${body.supplier}, ${body.code}, ${body.amountFen}, ${body.amountFen !== null}, ${body.receivedAt}, ${body.late},
              ${body.invited}, ${body.note}, ${actor.person}, ${actor.name}, ${now}, ${searchPieces(body.supplier, body.code, body.note)})`),
  ),
  saves(QuoteStruck, (tx, { body }) =>
    tx.run(sql`update procurement.quote set state = 'struck', why = ${body.why} where id = ${body.quote}`),
  ),
  saves(QuotesOpened, async (tx, { object }, { actor, now }) => {
    await tx.run(sql`update procurement.quote set opened = true where inquiry_id = ${object.id} and state <> 'struck'`);
    await tx.run(sql`
      update procurement.inquiry set state = 'opened', opened_name = ${actor.name}, opened_at = ${now}, version = version + 1 where id = ${object.id}`);
  }),
  saves(QuoteJudged, (tx, { body }, { actor }) =>
    tx.run(sql`
      update procurement.quote set state = ${body.valid ? 'valid' : 'invalid'}, why = ${body.why === '' ? null : body.why}, judged_name = ${actor.name}
       where id = ${body.quote}`),
  ),
];
