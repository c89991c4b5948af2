import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { findVehicle } from '../fleet/vehicle-store.ts';
import { BreakGlass, GlassBroken } from './contract.ts';

/**
 * 应急调阅: a vehicle that was stolen or does not come back, at a time when its place is nobody's affair. It needs a reason; the heads of the unit that keeps the
 * vehicle, and the auditors, are told at once, and it stays on the Record (F10).
 */
export const breakGlass = verb('vehicles.break-glass', {
  title: { zh: '应急调阅位置', en: 'Break the glass' },
  input: BreakGlass,
  who: ['leader', 'risk-officer'],
  on: 'vehicles.vehicle',
  facts: [GlassBroken],
  refusals: ['glass-not-future', 'glass-too-long'],
  result: z.strictObject({ viewing: z.uuid() }),
  load: (tx, { vehicle }) => findVehicle(tx, vehicle),
  at: ({ unit }) => ({ unit }),
  decide({ id: vehicle, unit, plate }, { from, to, why }, { now, today, standards, organisation, actor }) {
    const item = (name: string) =>
      standards.numberOn('vehicles.positions', today, organisation.place(unit), { item: name });
    const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
    if (fromMs >= toMs || fromMs > now.getTime()) return refuse('glass-not-future');
    if (toMs - fromMs > item('glass-hours') * 3_600_000)
      return refuse('glass-too-long', { hours: item('glass-hours') });
    const chain = organisation.chain(unit).map(({ id }) => id);
    const told = new Set([
      ...chain.slice(0, 2).flatMap((at) => ['head', 'leader'].flatMap((role) => organisation.holdersOfRole(role, at))),
      ...chain.flatMap((at) => organisation.holdersOfRole('audit-admin', at)),
    ]);
    told.delete(actor.person ?? '');
    const viewing = newId();
    return {
      facts: [
        GlassBroken.of({
          object: { kind: 'vehicles.vehicle', id: vehicle },
          unit,
          why,
          body: {
            viewing,
            vehicle,
            plate,
            why,
            from,
            to,
            closesAt: new Date(now.getTime() + item('viewing-minutes') * 60_000).toISOString(),
            told: [...told],
          },
        }),
      ],
      result: { viewing },
    };
  },
});
