import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { allowanceOf, heldOf, limitsOf } from '../equipment/allowance.ts';
import type { EquipmentItem } from '../equipment/contract.ts';
import { heldPieces } from '../equipment/held-pieces.ts';
import { staffOfMany } from '../equipment/headcount-store.ts';
import type { DemandRow } from './question.ts';

/**
 * What the standard of equipment still leaves room for at each receiver, in pieces. Told only where the reader sees the receiver's ledgers, the standard is
 * confirmed and somebody is in post; elsewhere nothing is said, and nobody is stopped.
 */
export async function withRoomInStandard(
  tx: Tx,
  demands: readonly DemandRow[],
  context: Pick<Context, 'organisation' | 'standards' | 'today'>,
): Promise<DemandRow[]> {
  const { organisation, standards, today } = context;
  const items = await tx.rows<{ id: Id; unit: Id; item: EquipmentItem }>(sql`
    select d.id, d.unit_id as unit, assets.equipment_of(d.item, d.class) as item from assets.demand d
     where d.id = any (${demands.map(({ id }) => id)}::uuid[]) and assets.equipment_of(d.item, d.class) is not null
       and d.unit_id in (select s.unit from kernel.scope_units() s (unit))`);
  if (items.length === 0) return [...demands];
  const institutionOf = (unit: Id): Id => organisation.institutionOf(unit)?.id ?? unit;
  const institutions = [...new Set(items.map(({ unit }) => institutionOf(unit)))];
  const staff = await staffOfMany(tx, institutions, context);
  const units = [...staff.values()].flatMap((each) => each.units);
  const pieces = Map.groupBy(await heldPieces(tx, units, institutions[0]!, context), ({ unit }) => unit);
  const rooms = new Map<Id, number>();
  for (const { id, unit, item } of items) {
    const there = staff.get(institutionOf(unit));
    if (!there || there.basis === 0) continue;
    const held: Partial<Record<EquipmentItem, number>> = {};
    for (const each of there.units.flatMap((own) => pieces.get(own) ?? []))
      held[each.item] = (held[each.item] ?? 0) + each.pieces;
    const left = limitsOf(item).flatMap((counted) => {
      const { allowed, by } = allowanceOf(counted, there, standards, today, organisation.place(there.unit));
      if (allowed === null || by === null || by.confidence !== 'confirmed' || by.draft) return [];
      return [Math.max(0, Math.floor((allowed - heldOf(counted, held)) / counted.of[item]!))];
    });
    if (left.length > 0) rooms.set(id, Math.min(...left));
  }
  return demands.map((demand) => ({ ...demand, allowed: rooms.get(demand.id) ?? null }));
}
