import { type Id, newId, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { type Line, PaperMade, PaperRefused, PaperSigned, PaperWithdrawn, RepairEnded } from './contract.ts';
import type { Paper } from './paper.ts';

const columns = sql`
  id, unit_id as unit, other_unit_id as "otherUnit", number, kind, state, day, due_on as "dueOn", about, person_id as person, made_by as "madeBy", version`;

export const findPaper = (tx: Tx, id: Id): Promise<Paper> =>
  tx.one<Paper>(sql`select ${columns} from assets.paper where id = ${id}`);
export const lockPaper = (tx: Tx, id: Id): Promise<Paper> =>
  tx.one<Paper>(sql`select ${columns} from assets.paper where id = ${id} for update`);

/** The cards on a paper, with the state each came from. */
export const linesOf = (tx: Tx, paper: Id): Promise<{ card: Id; before: string }[]> =>
  tx.rows(
    sql`select card_id as card, coalesce(about->>'before', 'in-stock') as before from assets.paper_line where paper_id = ${paper} order by card_id`,
  );

export const openTaskOf = (tx: Tx, object: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${object} and state = 'open' limit 1`);

const ended = (tx: Tx, id: Id, state: string, by: string, now: Date, more: Sql) =>
  tx.run(sql`
    update assets.paper set state = ${state}, ended_name = ${by}, ended_at = ${now}, ${more}, version = version + 1 where id = ${id}`);
const told = (about: object) => sql`about = about || ${JSON.stringify(about)}::jsonb`;

const insertLines = (tx: Tx, paper: Id, unit: Id, lines: readonly Line[]) =>
  tx.run(sql`
    insert into assets.paper_line (id, unit_id, paper_id, card_id, quantity, about)
    select l.id, ${unit}, ${paper}, l.card, l.quantity, jsonb_build_object('before', l.before, 'number', l.number, 'name', l.name, 'valueFen', l.value_fen)
      from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ card }) => card)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
                  ${lines.map(({ before }) => before)}::text[], ${lines.map(({ number }) => number)}::text[], ${lines.map(({ name }) => name)}::text[],
                  ${lines.map(({ valueFen }) => valueFen)}::bigint[]) as l (id, card, quantity, before, number, name, value_fen)`);

export const paperSaves = [
  saves(PaperMade, async (tx, { object, unit, body }, { actor, now }) => {
    const { number, kind, state, day, person, otherUnit, dueOn, about, lines } = body;
    const over = state === 'done';
    await tx.run(sql`
      insert into assets.paper (id, unit_id, number, kind, state, day, about, person_id, made_by, made_name, made_at, ended_name, ended_at, other_unit_id,
                                due_on, cards, value_fen, search)
      values (${object.id}, ${unit}, ${number}, ${kind}, ${state}, ${day}, ${JSON.stringify(about)}::jsonb, ${person}, ${actor.person}, ${actor.name},
              ${now}, ${over ? actor.name : null}, ${over ? now : null}, ${otherUnit}, ${dueOn}, ${lines.length},
              ${lines.reduce((sum, { valueFen }) => sum + valueFen, 0)},
              ${searchPieces(number, about.personName, about.otherUnitName, about.borrower, about.vendor, about.document, about.note, ...lines.slice(0, 50).flatMap((line) => [line.number, line.name]))})`);
    await insertLines(tx, object.id, unit, lines);
  }),
  saves(PaperSigned, (tx, { object, body }, { actor, now }) =>
    ended(tx, object.id, body.state, actor.name, now, told({ refused: body.refused })),
  ),
  saves(PaperRefused, (tx, { object, body }, { actor, now }) =>
    ended(tx, object.id, 'refused', actor.name, now, told({ why: body.why })),
  ),
  saves(PaperWithdrawn, (tx, { object, body }, { actor, now }) =>
    ended(tx, object.id, 'withdrawn', actor.name, now, told({ why: body.why })),
  ),
  saves(RepairEnded, (tx, { object, body }, { actor, now }) =>
    ended(
      tx,
      object.id,
      'done',
      actor.name,
      now,
      sql`cost_fen = ${body.costFen}, ${told({ result: body.result, invoice: body.invoice })}`,
    ),
  ),
];
