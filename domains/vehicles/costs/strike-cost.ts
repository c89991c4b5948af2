import { refuse, sql, verb } from '@opengoa/kernel';
import { vehicleOf } from '../fleet/vehicle.ts';
import { CostStruck, StrikeCost } from './contract.ts';

interface KnownCost {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly kind: string;
  readonly day: string;
  readonly amountFen: number;
  readonly struck: string | null;
}

/** 撤销车辆费用: entered by mistake; it stays with the reason and counts no more. */
export const strikeCost = verb('vehicles.strike-cost', {
  title: { zh: '撤销', en: 'Strike' },
  input: StrikeCost,
  who: ['fleet-clerk'],
  facts: [CostStruck],
  refusals: ['cost-struck'],
  load: (tx, { cost }) =>
    tx.one<KnownCost>(sql`
      select id, unit_id as unit, vehicle_id as vehicle, kind, day, amount_fen as "amountFen", struck from vehicles.cost where id = ${cost} for update`),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, vehicle, kind, day, amountFen, struck }, { why }) {
    if (struck !== null) return refuse('cost-struck', {}, { status: 409 });
    return [
      CostStruck.of({
        object: vehicleOf({ id: vehicle }),
        unit,
        body: { cost: id, amountFen, why },
        facets: { cost: [{ amountFen: -amountFen, unit, day, item: kind }] },
      }),
    ];
  },
});
