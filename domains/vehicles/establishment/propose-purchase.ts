import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { equipmentVerdicts, refusalOf, renewalVerdict, warningsOf } from '../fleet/vehicle-standards.ts';
import { findVehicle } from '../fleet/vehicle-store.ts';
import { isNewEnergy } from '../fleet/vehicle.ts';
import { ProposePurchase, PurchaseProposed } from '../roster/contract.ts';
import { categories } from '../words.zh.ts';
import { lockSlots, newEnergyWarnings, purchaseOf } from './purchase.ts';

/** 申请购置: against a free slot or in the place of a vehicle whose years are over, within price and displacement; the new-energy share is told. */
export const proposePurchase = verb('vehicles.propose-purchase', {
  title: { zh: '申请购置', en: 'Propose a purchase' },
  input: ProposePurchase,
  who: ['fleet-clerk', 'head'],
  facts: [PurchaseProposed],
  refusals: ['over-standard', 'not-of-this-unit', 'younger-than-renewal', 'no-slot-left'],
  result: z.strictObject({ purchase: z.uuid() }),
  async load(tx, { unit, category, replaces }, { today }) {
    const year = `${today.slice(0, 4)}-01-01`;
    return {
      id: newId(),
      slots: await lockSlots(tx, unit, category),
      old: replaces === null ? null : await findVehicle(tx, replaces),
      bought: await tx.one<{ bought: number; newEnergy: number }>(sql`
        select count(*)::int as bought, count(*) filter (where power in ('plug-in-hybrid', 'battery-electric', 'fuel-cell'))::int as "newEnergy"
          from vehicles.purchase where unit_id = ${unit} and state <> 'refused' and proposed_at >= ${year}::date`),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, slots, old, bought }, { unit, ...wanted }, context) {
    const verdicts = equipmentVerdicts({ unit, ...wanted, inServiceDay: null }, context);
    const blocked = refusalOf(verdicts, 'over-standard');
    if (blocked) return blocked;
    if (old) {
      if (old.unit !== unit || old.category !== wanted.category || old.state === 'retired')
        return refuse('not-of-this-unit', { plate: old.plate });
      const tooYoung = refusalOf(renewalVerdict(old, context.today, context), 'younger-than-renewal');
      if (tooYoung && wanted.paper === '') return tooYoung;
    } else if (slots === null || slots.kept + slots.onOrder >= slots.slots) {
      const { slots: all, kept, onOrder } = slots ?? { slots: 0, kept: 0, onOrder: 0 };
      return refuse('no-slot-left', { category: categories[wanted.category], slots: all, kept, onOrder });
    }
    const share = {
      bought: bought.bought + 1,
      newEnergy: bought.newEnergy + (isNewEnergy(wanted.power) ? 1 : 0),
    };
    const warnings = [...warningsOf(verdicts), ...newEnergyWarnings(share, unit, context)];
    return {
      facts: [
        PurchaseProposed.of({
          object: purchaseOf({ id }),
          unit,
          body: { ...wanted, replacesPlate: old?.plate ?? null, warnings },
        }),
      ],
      result: { purchase: id },
    };
  },
});
