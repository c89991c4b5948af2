import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { SupplyCounted, SupplyEnded, SupplyIssued, SupplyKept, SupplyReceived, SupplyReturned } from './contract.ts';
import type { Supply } from './supply.ts';

export const lockSupply = (tx: Tx, id: Id): Promise<Supply> =>
  tx.one<Supply>(sql`
    select id, unit_id as unit, kind, name, measure, on_hand as "onHand", out_count as out, minimum, valid_until::text as "validUntil", state, version
      from assets.supply where id = ${id} for update`);

export interface GivenOut {
  readonly id: Id;
  readonly supply: Id;
  readonly card: Id | null;
  readonly holder: Id | null;
  readonly held: number;
}
export const findGivenOut = (tx: Tx, move: Id): Promise<GivenOut> =>
  tx.one<GivenOut>(sql`
    select id, supply_id as supply, card_id as card, holder_id as holder, held from assets.supply_move where id = ${move} and kind in ('out', 'along') for update`);

interface Move {
  readonly id: Id;
  readonly supply: Id;
  readonly kind: 'in' | 'out' | 'back' | 'count';
  readonly number: string;
  /** What became more or less in the cupboard. */
  readonly change: number;
  /** What became more or less outside of it. */
  readonly out?: number;
  readonly held?: number;
  readonly card?: Id | null;
  readonly holder?: Id | null;
  readonly supplier?: string;
  readonly amountFen?: number;
  readonly note: string;
}

/** The count changes, and the row that says why stands beside it. */
async function keepMove(tx: Tx, move: Move, { now, today, by }: { now: Date; today: string; by: string }) {
  await tx.run(sql`
    update assets.supply set on_hand = on_hand + ${move.change}, out_count = out_count + ${move.out ?? 0}, version = version + 1 where id = ${move.supply}`);
  await tx.run(sql`
    insert into assets.supply_move (id, unit_id, supply_id, kind, number, quantity, after, held, day, card_id, holder_id, supplier, amount_fen, note,
                                    made_name, made_at)
    select ${move.id}, unit_id, id, ${move.kind}, ${move.number}, ${move.change}, on_hand, ${move.held ?? 0}, ${today}, ${move.card ?? null},
           ${move.holder ?? null}, ${move.supplier ?? ''}, ${move.amountFen ?? 0}, ${move.note}, ${by}, ${now}
      from assets.supply where id = ${move.supply}`);
}

export const supplySaves = [
  saves(SupplyKept, (tx, { object, unit, body }) => {
    const search = searchPieces(body.name, body.model, body.place);
    return body.isNew
      ? tx.run(sql`
          insert into assets.supply (id, unit_id, kind, name, model, measure, minimum, place, valid_until, note, search)
          values (${object.id}, ${unit}, ${body.kind}, ${body.name}, ${body.model}, ${body.measure}, ${body.minimum}, ${body.place}, ${body.validUntil},
                  ${body.note}, ${search})`)
      : tx.run(sql`
          update assets.supply set name = ${body.name}, model = ${body.model}, measure = ${body.measure}, minimum = ${body.minimum}, place = ${body.place},
                 valid_until = ${body.validUntil}, note = ${body.note}, search = ${search}, version = version + 1 where id = ${object.id}`);
  }),
  saves(SupplyReceived, (tx, { object, body }, { now, today, actor }) =>
    keepMove(
      tx,
      { ...body, id: body.move, supply: object.id, kind: 'in', change: body.quantity },
      { now, today, by: actor.name },
    ),
  ),
  saves(SupplyIssued, (tx, { object, body }, { now, today, actor }) => {
    const held = body.comesBack ? body.quantity : 0;
    const move: Move = {
      ...body,
      id: body.move,
      supply: object.id,
      kind: 'out',
      change: -body.quantity,
      out: held,
      held,
    };
    return keepMove(tx, move, { now, today, by: actor.name });
  }),
  saves(SupplyReturned, async (tx, { object, body }, { now, today, actor }) => {
    await tx.run(sql`update assets.supply_move set held = held - ${body.quantity} where id = ${body.from}`);
    const from = await tx.one<{ card: Id | null; holder: Id | null }>(
      sql`select card_id as card, holder_id as holder from assets.supply_move where id = ${body.from}`,
    );
    const { move, quantity, number, note } = body;
    await keepMove(
      tx,
      { id: move, supply: object.id, kind: 'back', number, note, change: quantity, out: -quantity, ...from },
      { now, today, by: actor.name },
    );
  }),
  saves(SupplyCounted, (tx, { object, body }, { now, today, actor }) =>
    keepMove(
      tx,
      {
        id: body.move,
        supply: object.id,
        kind: 'count',
        number: body.number,
        change: body.counted - body.before,
        note: body.why,
      },
      { now, today, by: actor.name },
    ),
  ),
  saves(SupplyEnded, (tx, { object }) =>
    tx.run(sql`update assets.supply set state = 'ended', version = version + 1 where id = ${object.id}`),
  ),
];
