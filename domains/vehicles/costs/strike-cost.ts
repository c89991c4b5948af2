import { refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { vehicleOf } from '../fleet/vehicle.ts';
import { CostStruck, StrikeCost } from './contract.ts';

export interface KnownCost {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly kind: string;
  readonly day: string;
  readonly amountFen: number;
  readonly struck: string | null;
}

export const lockCost = (tx: Tx, id: string) =>
  tx.one<KnownCost>(sql`
    select id, unit_id as unit, vehicle_id as vehicle, kind, day, amount_fen as "amountFen", struck from vehicles.cost where id = ${id} for update`);

/** Its sum is taken off what its unit bore. */
export const struckCost = ({ id, unit, vehicle, kind, day, amountFen }: KnownCost, why: string) =>
  CostStruck.of({
    object: vehicleOf({ id: vehicle }),
    unit,
    body: { cost: id, amountFen, why },
    facets: { cost: [{ amountFen: -amountFen, unit, day, item: kind }] },
  });

/** 撤销车辆费用: entered by mistake; it stays with the reason and counts no more. */
export const strikeCost = verb('vehicles.strike-cost', {
  title: { zh: '撤销', en: 'Strike' },
  input: StrikeCost,
  who: ['fleet-clerk'],
  facts: [CostStruck],
  refusals: ['cost-struck'],
  load: (tx, { cost }) => lockCost(tx, cost),
  at: ({ unit }) => ({ unit }),
  decide: (known, { why }) =>
    known.struck === null ? [struckCost(known, why)] : refuse('cost-struck', {}, { status: 409 }),
});
