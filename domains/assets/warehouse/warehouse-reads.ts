import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { BodyAnswer, OfferAnswer } from './contract.ts';
import { bodyMoves, covers, offersOf } from './offer.ts';

type Row = Omit<OfferAnswer, 'unitName' | 'keeperName' | 'claims' | 'own' | 'free' | 'asker'> & {
  readonly card: string;
  readonly reason: NonNullable<OfferAnswer['own']>['reason'];
  readonly reach: 'tree' | 'unit';
  readonly note: string;
};

/** 在仓物品: what all may know of it, with who has it until when; to its owner and keeper also why it is here and what was found at its inspections. */
export const oneOffer = read('assets.offer', {
  title: { zh: '在仓物品', en: 'A thing in the warehouse' },
  query: z.strictObject({ id: z.uuid() }),
  answer: OfferAnswer,
  who: [...readers, 'signed-in'],
  async fetch(tx, { id }, context): Promise<OfferAnswer> {
    const { organisation, actor, today } = context;
    const row = await tx.one<Row>(sql`
      select o.id, o.unit_id as unit, o.keeper_id as keeper, o.card_id as card, o.number, o.name, o.class, o.model, o.brand, o.measure, o.quantity,
             o.value_fen as "valueFen", o.acquired_on::text as "acquiredOn", o.life_years as "lifeYears", o.condition, o.item, o.place, s.name as store,
             s.kind as "storeKind", o.may as "offeredFor", o.refurbish_fen as "refurbishFen", o.until_day::text as "untilDay", o.state, o.photos, o.version,
             o.reason, o.reach, o.note
        from assets.offer o join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
       where o.id = ${id} and ((o.state = 'in-store' and o.reach = 'tree') or ${inScope(context, readers, 'o.unit_id')} or ${inScope(context, readers, 'o.keeper_id')})`);
    const claims = await tx.rows<{
      id: string;
      kind: 'loan';
      unit: string;
      quantity: number;
      untilDay: string | null;
    }>(sql`
      select id, kind, unit_id as unit, quantity, until_day::text as "untilDay" from assets.claim
       where offer_id = ${id} and state = 'held' and kind <> 'transfer' and (kind <> 'reservation' or until_day >= ${today}) order by made_at, id`);
    const { card, reason, reach, note, ...told } = row;
    const { keeper } = row;
    const own = [row.unit, keeper].some((unit) => covers(actor, organisation, readers, unit));
    return {
      ...told,
      unitName: organisation.unit(row.unit)?.name ?? '',
      keeperName: organisation.unit(keeper)?.name ?? '',
      free: row.quantity - claims.reduce((sum, { quantity }) => sum + quantity, 0),
      asker: actor.unit,
      claims: claims.map(({ unit, ...claim }) => ({ ...claim, unitName: organisation.unit(unit)?.name ?? '' })),
      own: own
        ? {
            card,
            reason,
            reach,
            note,
            inspections: await tx.rows(sql`
              select id, day::text as day, passed, condition, refurbish_fen as "refurbishFen", said, inspected_name as "inspectedName"
                from assets.inspection where offer_id = ${id} order by day desc, id desc`),
          }
        : null,
    };
  },
  moves: (offer) => offersOf(offer, offer.asker),
});

/** 大型活动或临时机构: its days, its needs, what it has out and what was bought for it. */
export const oneBody = read('assets.body', {
  title: { zh: '大型活动或临时机构', en: 'An event or temporary body' },
  query: z.strictObject({ id: z.uuid() }),
  answer: BodyAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }): Promise<BodyAnswer> {
    const row = await tx.one<Omit<BodyAnswer, 'unitName' | 'bought'>>(sql`
      select id, unit_id as unit, name, kind, from_day::text as "from", until_day::text as until, needs, document, state, said, version,
             (select count(*)::int from assets.loan where body_id = ${id} and state = 'out') as out
        from assets.body where id = ${id} and unit_id in (select k.unit from kernel.scope_units() k (unit))`);
    return {
      ...row,
      unitName: organisation.unit(row.unit)?.name ?? '',
      bought: await tx.rows(sql`
        select c.id as card, c.number, c.name, c.state from assets.body_bought b join assets.card c on (c.node_id, c.id) = (b.node_id, b.card_id)
         where b.body_id = ${id} order by c.number, c.id`),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ state, unit }) => ({ verbs: bodyMoves.from(state), place: { unit } }),
});
