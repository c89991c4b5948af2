import { type Id, keepsNothing, saves, sql, type Tx } from '@opengoa/kernel';
import { CardMarkedIdle, type SignKind, SignsReported, SignsTaken, UseAnswered } from './contract.ts';

export interface WatchedCard {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: string;
  readonly facet: string | null;
}

export const lockCard = (tx: Tx, id: Id) =>
  tx.one<WatchedCard>(sql`
    select id, unit_id as unit, number, state, facet_kind as facet from assets.card where id = ${id} for update`);

export const signsOf = (tx: Tx, card: Id) =>
  tx.rows<{ kind: SignKind; lastAt: Date | null; weak: boolean }>(sql`
    select kind, last_at as "lastAt", weak from assets.use_sign where card_id = ${card} order by kind`);

/** Keeps the later sign of a source, and its earlier beginning. */
export const keepSigns = (
  tx: Tx,
  signs: readonly {
    readonly card: Id;
    readonly unit: Id;
    readonly kind: SignKind;
    readonly at: string;
    readonly since: string;
    readonly source: string;
  }[],
) =>
  tx.run(sql`
    insert into assets.use_sign as u (unit_id, card_id, kind, last_at, watched_from, source)
    select s.unit, s.card, s.kind, max(s.at), min(s.since), max(s.source)
      from jsonb_to_recordset(${JSON.stringify(signs)}::jsonb) as s (card uuid, unit uuid, kind text, at timestamptz, since timestamptz, source text)
     group by s.unit, s.card, s.kind
    on conflict (node_id, card_id, kind, source_id) do update
       set last_at = greatest(u.last_at, excluded.last_at), watched_from = least(u.watched_from, excluded.watched_from), source = excluded.source`);

export const idleSaves = [
  // Many signs are rows of their own act; the fact says how many came, and from where.
  keepsNothing(SignsReported),
  // Rows that any night makes anew are no facts.
  keepsNothing(SignsTaken),
  saves(UseAnswered, (tx, { object, unit, body }, { now }) =>
    keepSigns(tx, [
      {
        card: object.id,
        unit: unit!,
        kind: 'answer',
        at: now.toISOString(),
        since: now.toISOString(),
        source: body.why,
      },
    ]),
  ),
  saves(CardMarkedIdle, (tx, { object }) =>
    tx.run(sql`update assets.card set state = 'idle', version = version + 1 where id = ${object.id}`),
  ),
];
