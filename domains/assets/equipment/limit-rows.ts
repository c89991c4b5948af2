import type { Context } from '@opengoa/kernel';
import type { z } from 'zod';
import { allowanceOf, heldOf, itemsOf, limits } from './allowance.ts';
import type { EquipmentItem, LimitRow, Staff } from './contract.ts';
import type { HeldPieces } from './held-pieces.ts';

type Row = z.infer<typeof LimitRow>;

/** Pieces by item over several ledgers. */
export function byItem(pieces: readonly Pick<HeldPieces, 'item' | 'pieces'>[]): Partial<Record<EquipmentItem, number>> {
  const held: Partial<Record<EquipmentItem, number>> = {};
  for (const { item, pieces: count } of pieces) held[item] = (held[item] ?? 0) + count;
  return held;
}

/** Every limit of a unit: what it may have, has, and has beyond; surplus in pieces. Pure. */
export function limitRows(
  staff: Staff,
  pieces: readonly HeldPieces[],
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Row[] {
  const held = byItem(pieces);
  const place = organisation.place(staff.unit);
  return limits.map((counted) => {
    const { allowed, by } = allowanceOf(counted, staff, standards, today, place);
    const items = itemsOf(counted.limit);
    const own = heldOf(counted, held);
    const of = pieces.filter(({ item }) => items.includes(item));
    const perHead = (count: number | null) => (count === null || staff.basis === 0 ? null : count / staff.basis);
    return {
      limit: counted.limit,
      allowed,
      held: own,
      surplus: allowed === null ? 0 : Math.max(0, own - allowed),
      perHead: perHead(own),
      allowedPerHead: perHead(allowed),
      document: by?.source.document ?? null,
      article: by?.source.article ?? null,
      confidence: by?.confidence ?? null,
      dear: of.reduce((sum, each) => sum + each.dear, 0),
      aged: of.reduce((sum, each) => sum + each.aged, 0),
      items,
    };
  });
}
