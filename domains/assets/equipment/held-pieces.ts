import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { cardsOf } from '../cards/cards-as-known.ts';
import type { EquipmentItem } from './contract.ts';
import { equipmentItems } from './words.zh.ts';
import { yearsLater } from './years.ts';

export interface HeldPieces {
  readonly unit: Id;
  readonly item: EquipmentItem;
  readonly pieces: number;
  /** Of these: dearer each than its ceiling. Of furniture by rank the lower ceiling is no proof: held against the higher. */
  readonly dear: number;
  /** Of these: in use for at least the fewest years. */
  readonly aged: number;
}

/** Pieces of each item in these ledgers as they stand, with how many are above the ceiling of price and how many are past their years. */
export async function heldPieces(
  tx: Tx,
  units: readonly Id[],
  place: Id,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Promise<HeldPieces[]> {
  const at = organisation.place(place);
  const items = Object.keys(equipmentItems) as EquipmentItem[];
  const limits = items.map((item) => {
    const price = standards.valueOn('assets.equipment-price', today, at, { item, grade: 'senior' });
    const years = standards.valueOn('assets.equipment-years', today, at, { item });
    return {
      price: price.found ? (price.value as number) : null,
      before: years.found ? yearsLater(today, -(years.value as number)) : null,
    };
  });
  return tx.rows<HeldPieces>(sql`
    select c.unit_id as unit, c.equipment as item, sum(c.quantity)::int as pieces,
           coalesce(sum(c.quantity) filter (where c.price_fen > l.price and c.value_kind = 'cost'), 0)::int as dear,
           coalesce(sum(c.quantity) filter (where c.acquired_on <= l.before), 0)::int as aged
      from assets_read.equipment_card_v1 c
      left join unnest(${items}::text[], ${limits.map(({ price }) => price)}::bigint[], ${limits.map(({ before }) => before)}::date[]) as l (item, price, before)
        on l.item = c.equipment
     where c.unit_id = any (${[...units]}::uuid[]) group by c.unit_id, c.equipment order by c.unit_id, c.equipment`);
}

/** Pieces of each item in every ledger as the Record had told of them before an instant. */
export const heldAsKnown = (tx: Tx, knownBefore: Date) =>
  tx.rows<Pick<HeldPieces, 'unit' | 'item' | 'pieces'>>(sql`
    select c.unit_id as unit, e.item, sum(c.pieces)::int as pieces
      from (select unit_id, item, class, sum(quantity) as pieces from ${cardsOf(knownBefore)} k where state <> 'disposed' group by 1, 2, 3) c
     cross join lateral (select assets.equipment_of(c.item, c.class) as item) e
     where e.item is not null group by 1, 2 order by 1, 2`);
