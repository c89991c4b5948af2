import { type Context, type Id, sql, tableOfMoves, type Tx } from '@opengoa/kernel';
import { check, explain } from '@opengoa/kernel/standards';
import type { Category, Warning } from '../contract.ts';
import { purchaseStates } from '../roster/words.zh.ts';

export interface Purchase {
  readonly id: Id;
  readonly unit: Id;
  readonly state: keyof typeof purchaseStates;
  readonly category: Category;
  readonly proposedBy: Id | null;
}

export const purchaseMoves = tableOfMoves('vehicles.purchase', purchaseStates, 'proposed', {
  proposed: { 'vehicles.approve-purchase': 'approved', 'vehicles.refuse-purchase': 'refused' },
  approved: { 'vehicles.register-vehicle': 'registered' },
  refused: {},
  registered: {},
});

export const purchaseOf = ({ id }: { id: Id }) => ({ kind: 'vehicles.purchase', id });

export const lockPurchase = (tx: Tx, id: Id) =>
  tx.one<Purchase>(sql`
    select id, unit_id as unit, state, category, proposed_by as "proposedBy" from vehicles.purchase where id = ${id} for update`);

export interface Slots {
  readonly slots: number;
  readonly kept: number;
  readonly onOrder: number;
}

/** The unit's slots of a category, locked, so that two proposals do not take the last one; null where none were ever set. */
export async function lockSlots(tx: Tx, unit: Id, category: string): Promise<Slots | null> {
  await tx.rows(sql`select 1 from vehicles.slot where unit_id = ${unit} and category = ${category} for update`);
  return (
    (await tx.maybe<Slots>(
      sql`select slots, kept, on_order as "onOrder" from vehicles_read.slot_v1 where unit_id = ${unit} and category = ${category}`,
    )) ?? null
  );
}

/** The share of new-energy vehicles among those bought this year and this one; below the standard it is told, and stops nobody. */
export function newEnergyWarnings(
  { bought, newEnergy }: { bought: number; newEnergy: number },
  unit: Id,
  { standards, organisation, today }: Context,
): Warning[] {
  const least = standards.valueOn('vehicles.new-energy-share', today, organisation.place(unit), {
    item: 'of-new-and-replaced',
  });
  if (!least.found || bought === 0) return [];
  const verdict = check(least, Math.round((newEnergy / bought) * 100) / 100);
  if (verdict.outcome !== 'warn' && verdict.outcome !== 'inform') return [];
  const { standard, version, article, observed, allowed, outcome } = verdict;
  return [
    {
      standard,
      version,
      article: article ?? '',
      observed: observed as number,
      allowed: allowed as number,
      outcome,
      explained: explain(verdict),
    },
  ];
}
