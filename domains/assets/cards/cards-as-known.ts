import { sql, type Sql } from '@opengoa/kernel';

/** What a fact of a card's own tells of it, in the names of those facts. */
const ownTelling = sql`
  case f.type
    when 'assets.CardStruck' then '{"struck": true}'::jsonb
    when 'assets.CardMarkedIdle' then '{"state": "idle", "unpooled": false}'
    else case f.type when 'assets.CardMoved' then f.body - 'number' else f.body end
         || case when f.type = 'assets.CardRegistered' then jsonb_build_object('unit', f.unit_id) else '{}' end
         || case when f.body ? 'state' then '{"unpooled": false}'::jsonb else '{}' end end`;

/**
 * What facts of other things tell of cards, one row for each card and fact: what it became (`told`, in the names of the card's own facts), and the pieces
 * and the value that left it (`less`, `less_fen`). `unpooled`: it lies idle again if it still is in the warehouse. Of the relation `rare`.
 */
const otherTellings = sql`
  select f.node_id, (f.body->>'card')::uuid as card, f.recorded_at as at, f.id as fact, 0 as less, 0::bigint as less_fen,
         case f.type when 'assets.CardOffered' then '{"state": "pooled", "unpooled": false}'::jsonb else '{"unpooled": true}' end as told
    from rare f
   where f.type in ('assets.CardOffered', 'assets.OfferWithdrawn') and f.body->>'whole' = 'true'
  union all
  select f.node_id, (l->>'card')::uuid, f.recorded_at, f.id, (l->'split'->>'quantity')::int, (l->'split'->>'valueFen')::bigint, '{}'
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferSent' and l->'split' <> 'null'
  union all
  select f.node_id, (l->>'sent')::uuid, f.recorded_at, f.id, 0, 0,
         l->'split' || '{"serial": ""}'
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferSent' and l->'split' <> 'null'
  union all
  select f.node_id, (l->>'card')::uuid, f.recorded_at, f.id,
         coalesce((l->'missing'->>'quantity')::int, 0), coalesce((l->'missing'->>'valueFen')::bigint, 0),
         jsonb_build_object('unit', f.unit_id, 'number', l->>'number', 'state', 'in-stock', 'condition', l->>'condition', 'acquiredBy', 'transfer', 'unpooled', false)
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferReceived' and (l->>'received')::int > 0
  union all
  select f.node_id, (l->'missing'->>'card')::uuid, f.recorded_at, f.id, 0, 0,
         (l->'missing') || '{"serial": ""}'
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferReceived' and (l->>'received')::int > 0 and l->'missing' <> 'null'
  union all
  select f.node_id, c::uuid, f.recorded_at, f.id, 0, 0,
         jsonb_build_object('state', case f.body->>'as' when 'found' then 'idle' else 'awaiting-disposal' end, 'unpooled', false)
    from rare f cross join lateral jsonb_array_elements_text(f.body->'cards') c
   where f.type = 'assets.ShortfallSettled'
  union all
  select f.node_id, l.card_id, f.recorded_at, f.id, 0, 0, '{"state": "awaiting-disposal", "unpooled": false}'
    from rare f join assets.stocktake_line l on (l.node_id, l.stocktake_id) = (f.node_id, f.object_id)
   where f.type = 'assets.StocktakeSealed' and l.how = 'lost' and l.state = 'waiting' and l.card_id is not null
     and l.conflict is distinct from 'disposed-meanwhile'
  union all
  select f.node_id, k.card_id, f.recorded_at, f.id, 0, 0, jsonb_build_object('unit', f.body->>'to')
    from rare f
    join assets.card_ledger k on k.node_id = f.node_id and k.why = 'merger' and k.before_unit::text = f.body->>'from' and k.after_unit::text = f.body->>'to'
                             and k.from_day::text = f.body->>'day'
   where f.type = 'assets.CardsCarriedOver'`;

/** Cards that left a batch, of the relation `rare`: what is told of the batch before is told of them. */
const partings = sql`
  select (l->>'sent')::uuid as card, (l->>'card')::uuid as batch, f.recorded_at as at, f.id as fact
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferSent' and l->'split' <> 'null'
  union all
  select (l->'missing'->>'card')::uuid, (l->>'card')::uuid, f.recorded_at, f.id
    from rare f cross join lateral jsonb_array_elements(f.body->'lines') l
   where f.type = 'assets.TransferReceived' and (l->>'received')::int > 0 and l->'missing' <> 'null'`;

/** A thing that another office keeps is known since the Record knows of the thing, and gone since the Record says that it went. */
const keptElsewhere = (before: Sql): Sql => sql`
  select c.node_id, c.id, c.unit_id, c.number, c.name, c.class, c.serial, c.voucher, c.supplier, c.quantity, c.value_fen, c.value_kind, c.acquired_by,
         c.acquired_on, c.booked_on, case when c.state = 'disposed' and not g.gone then 'in-use' else c.state end as state, c.condition, c.item,
         case when g.gone then c.disposed_on end as disposed_on, c.facet_kind, c.facet_id
    from assets.card c
   cross join lateral (
     select count(*) > 0 as known, count(*) filter (where f.type in ('vehicles.VehicleRetired', 'space.BuildingDisposed')) > 0 as gone
       from kernel.fact f
      where (f.node_id, f.object_id) = (c.node_id, c.facet_id) and f.outcome = 'done' and ${before}) g
   where c.facet_id is not null and g.known`;

/**
 * The ledger of cards as a relation of a query: the table, or what the Record had told of every card before an instant. A card that no later fact speaks of
 * is read as it stands; one that was changed, given away or struck since is put together anew from the facts of before. What was entered at the instant or
 * later, or by no fact at all, is not there.
 */
export function cardsOf(knownBefore: Date | undefined): Sql {
  if (knownBefore === undefined) return sql`assets.card`;
  const before = sql`f.recorded_at < ${knownBefore}`;
  return sql`(
    with recursive own as materialized (
      select f.node_id, f.object_id as card, f.recorded_at as at, f.id as fact from kernel.fact f
       where f.type in ('assets.CardRegistered', 'assets.CardChanged', 'assets.CardMoved', 'assets.CardStruck', 'assets.CardMarkedIdle') and f.outcome = 'done'),
    rare as materialized (
      select f.node_id, f.object_id, f.unit_id, f.type, f.body, f.recorded_at, f.id from kernel.fact f
       where f.type in ('assets.CardOffered', 'assets.OfferWithdrawn', 'assets.TransferSent', 'assets.TransferReceived', 'assets.ShortfallSettled',
                        'assets.StocktakeSealed', 'assets.CardsCarriedOver') and f.outcome = 'done'),
    others as materialized (${otherTellings}),
    later as materialized (select card from own where at >= ${knownBefore} union select card from others where at >= ${knownBefore}),
    earlier as materialized (select card from own where at < ${knownBefore} union select card from others where at < ${knownBefore}),
    born as materialized (select * from (${partings}) b where b.at < ${knownBefore}),
    -- Of whom a card comes, through however many batches, and until when what is told of them is told of it.
    descent as (
      select b.card, b.batch, b.at, b.fact from born b where b.card in (select card from later)
      union all
      select d.card, b.batch, b.at, b.fact from descent d join born b on b.card = d.batch),
    wanted as materialized (select card from later union select batch from descent),
    told as materialized (
      select o.node_id, o.card, o.at, o.fact, 0 as less, 0::bigint as less_fen, ${ownTelling} as told
        from own o join wanted w on w.card = o.card join kernel.fact f on (f.node_id, f.id) = (o.node_id, o.fact) where o.at < ${knownBefore}
      union all
      select o.node_id, o.card, o.at, o.fact, o.less, o.less_fen, o.told from others o join wanted w on w.card = o.card where o.at < ${knownBefore}),
    descended as materialized (
      select w.*, count(*) over (partition by w.card) as tellings
        from (select t.node_id, t.card, t.at, t.fact, t.told from told t where t.card in (select card from later)
              union all
              select t.node_id, d.card, t.at, t.fact, t.told from descent d join told t on t.card = d.batch and (t.at, t.fact) < (d.at, d.fact)) w),
    -- Most cards were told of once: nothing is to be laid over.
    became as (
      select w.node_id, w.card, w.told as it from descended w where w.tellings = 1
      union all
      select w.node_id, w.card, jsonb_object_agg(k.key, k.value order by w.at, w.fact)
        from descended w cross join lateral jsonb_each(w.told) k where w.tellings > 1 group by w.node_id, w.card),
    -- Pieces that left a batch after its quantity was last written down.
    parted as (
      select t.card, coalesce(sum(t.less) filter (where not q.again), 0)::int as less,
             coalesce(sum(t.less_fen) filter (where not q.again_fen), 0)::bigint as less_fen
        from told t
       cross join lateral (
         select coalesce(bool_or(z.told ? 'quantity'), false) as again, coalesce(bool_or(z.told ? 'valueFen'), false) as again_fen
           from told z where z.card = t.card and (z.at, z.fact) > (t.at, t.fact)) q
       where t.less > 0 group by t.card)
    select c.node_id, c.id, c.unit_id, c.number, c.name, c.class, c.serial, c.voucher, c.supplier, c.quantity, c.value_fen, c.value_kind, c.acquired_by,
           c.acquired_on, c.booked_on, c.state, c.condition, c.item, c.disposed_on, c.facet_kind, c.facet_id
      from assets.card c
     where c.facet_id is null and c.id in (select card from earlier) and not exists (select from later l where l.card = c.id)
    union all
    select b.node_id, b.card, (b.it->>'unit')::uuid, b.it->>'number', b.it->>'name', b.it->>'class', b.it->>'serial', b.it->>'voucher', b.it->>'supplier',
           (b.it->>'quantity')::int - coalesce(p.less, 0), (b.it->>'valueFen')::bigint - coalesce(p.less_fen, 0), b.it->>'valueKind', b.it->>'acquiredBy',
           (b.it->>'acquiredOn')::date, (b.it->>'bookedOn')::date,
           case when b.it->>'state' = 'pooled' and b.it->>'unpooled' = 'true' then 'idle' else b.it->>'state' end,
           b.it->>'condition', b.it->>'item', (b.it->>'disposedOn')::date, null, null
      from became b left join parted p on p.card = b.card
     where b.it ? 'name' and not b.it ? 'struck'
    union all ${keptElsewhere(before)})`;
}
