import { empty, type Id, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { cardsOf } from '../cards/cards-as-known.ts';
import { purchasesAsKnown } from '../purchase/purchases-as-known.ts';
import { askedOn, cardsKnown, purchasesKnown } from './as-known.ts';
import type { DuplicateCardInputs } from './duplicate-card/risk.ts';
import { institutionIn } from './gather-equipment.ts';
import type { SplitPurchaseInputs } from './split-purchase/risk.ts';

interface Shared {
  readonly by: 'serial' | 'invoice';
  readonly shared: string;
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly name: string;
  readonly serial: string;
  readonly valueFen: number;
  readonly delivery: Id | null;
}

/** Cards that stand in the ledger and share a serial number, or a line of one invoice; one of them was acquired or booked in the period. */
export const duplicateCard: RiskSource = {
  kit: 'duplicate-card',
  asKnown: cardsKnown,
  async gather(tx, [from, to], { organisation }, only, knownBefore) {
    const rows = await tx.rows<Shared>(sql`
      with standing as (
        select c.id, c.unit_id, c.number, c.name, upper(regexp_replace(c.serial, '\\s', '', 'g')) as serial, c.voucher, c.value_fen, c.quantity, c.acquired_on, c.booked_on,
               (select d.id from assets.delivery_note d where d.node_id = c.node_id and c.id = any (d.cards)
                 ${knownBefore ? sql`and d.accepted_at < ${knownBefore}` : empty} limit 1) as delivery
          from ${cardsOf(knownBefore)} c
         where c.state <> 'disposed' and c.facet_id is null and (c.serial <> '' or c.voucher <> '')),
      twice as (
        select 'serial' as by, serial as shared, array_agg(id) as ids from standing where length(serial) >= 4 group by serial having count(*) > 1
        union all
        select 'invoice', voucher, array_agg(id) from standing where voucher <> ''
         group by unit_id, voucher, name, value_fen, quantity having count(*) > 1)
      select t.by, t.shared, s.id, s.unit_id as unit, s.number, s.name, s.serial, s.value_fen as "valueFen", s.delivery
        from twice t join standing s on s.id = any (t.ids)
       where exists (select from standing n where n.id = any (t.ids)
                      and ((n.acquired_on >= ${from}::date and n.acquired_on < ${to}::date) or (n.booked_on >= ${from}::date and n.booked_on < ${to}::date)))
       order by t.by desc, t.shared, t.ids, s.number limit 20000`);
    const groups = Map.groupBy(rows, ({ by, shared, unit, name, valueFen }) =>
      by === 'serial' ? `serial ${shared}` : `invoice ${unit} ${shared} ${name} ${valueFen}`,
    );
    return [...groups].flatMap(([which, own]) => {
      const [first] = own;
      if (only && !own.some(({ id }) => only.includes(id))) return [];
      return [
        {
          subject: { kind: 'assets.card', id: first!.id, name: `${first!.number} ${first!.name}` },
          unit: first!.unit,
          period: [from, to] as const,
          opens: `/assets/cards/${first!.id}`,
          about: [`shared ${which}`],
          inputs: {
            by: first!.by,
            shared: first!.shared,
            cards: own.map(({ id, number, unit, serial, valueFen, delivery }) => ({
              id,
              number,
              unitName: organisation.unit(unit)?.name ?? '',
              serial,
              valueFen,
              delivery,
            })),
          } satisfies DuplicateCardInputs,
        },
      ];
    });
  },
};

interface BillRow {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly at: Date;
  readonly amountFen: number;
}

const billsStanding = (tx: Tx, from: string, to: string) =>
  tx.rows<BillRow>(sql`
      select p.id, p.unit_id as unit, p.number, left(l.class, 5) as kind, l.name, p.planned_at as at, coalesce(p.agreed_fen, p.total_fen) as "amountFen"
        from assets.purchase p
       cross join lateral (
         select class, name from assets.purchase_line l where (l.node_id, l.purchase_id) = (p.node_id, p.id) order by position limit 1) l
       where p.state in ('asked', 'approved', 'received')
         and p.planned_at >= ${from}::date and p.planned_at < ${to}::date
       order by p.planned_at, p.id limit 20000`);

/** The same as the Record had told of them before an instant; a day begins as it does for the database. */
const billsKnown = async (tx: Tx, from: string, to: string, knownBefore: Date): Promise<BillRow[]> =>
  (await purchasesAsKnown(tx, knownBefore))
    .filter(
      ({ state, plannedAt }) =>
        ['asked', 'approved', 'received'].includes(state) && plannedAt >= new Date(from) && plannedAt < new Date(to),
    )
    .map(({ id, unit, number, class: code, name, plannedAt, agreedFen, totalFen }) => ({
      id,
      unit,
      number,
      kind: code.slice(0, 5),
      name,
      at: plannedAt,
      amountFen: agreedFen ?? totalFen,
    }));

/** Each institution’s purchases of a kind, of the period and of the days before it. */
export const splitPurchase: RiskSource = {
  kit: 'split-purchase',
  asKnown: purchasesKnown,
  async gather(tx, [from, to], context, only, knownBefore) {
    const { organisation, standards } = context;
    const institutionOf = institutionIn(context);
    const days = standards.numberOn('assets.purchase-rules', askedOn(context, knownBefore), [], { item: 'split-days' });
    const begin = addDays(from, -days);
    const rows = knownBefore ? await billsKnown(tx, begin, to, knownBefore) : await billsStanding(tx, begin, to);
    return [...Map.groupBy(rows, ({ unit, kind }) => `${institutionOf(unit)} ${kind}`)].flatMap(([which, own]) => {
      const unit = institutionOf(own[0]!.unit);
      if ((only && !only.includes(unit)) || !own.some(({ at }) => dayOf(at) >= from)) return [];
      return [
        {
          subject: { kind: 'unit', id: unit, name: organisation.unit(unit)?.name ?? '' },
          unit,
          period: [from, to] as const,
          opens: `/assets/purchases?f.unit_id=${unit}`,
          about: [`purchases ${which}`],
          inputs: {
            kind: own[0]!.name,
            bills: own.map(({ id, number, at, amountFen }) => ({ id, number, day: dayOf(at), amountFen })),
          } satisfies SplitPurchaseInputs,
        },
      ];
    });
  },
};
