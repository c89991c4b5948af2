import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { DrawFence, FenceDrawn } from './contract.ts';
import { crossesItself } from './fence.ts';

/** 划定围栏: an area whose entering and leaving is told of every vehicle of the unit and below, or a place where its vehicles are kept at night. */
export const drawFence = verb('vehicles.draw-fence', {
  title: { zh: '划定围栏', en: 'Draw a fence' },
  input: DrawFence,
  who: ['fleet-clerk', 'dispatcher'],
  facts: [FenceDrawn],
  refusals: ['fence-crosses-itself', 'fence-hours-missing', 'fence-stay-missing', 'fence-vehicle-unknown'],
  load: async (tx, { plates }) =>
    plates.length === 0
      ? []
      : tx.rows<{ id: string; plate: string; unit: string }>(
          sql`select id, plate, unit_id as unit from vehicles.vehicle where plate = any (${plates}::text[]) and state <> 'retired'`,
        ),
  at: (_known, { unit }) => ({ unit }),
  decide(known, { unit, plates, ...drawn }, { organisation }) {
    const { shape, watches, fromMinute, toMinute, tells, stayMinutes } = drawn;
    if ((watches === 'window') !== (fromMinute !== null && toMinute !== null)) return refuse('fence-hours-missing');
    if ((tells === 'stayed') !== (stayMinutes !== null)) return refuse('fence-stay-missing');
    const own = known.filter((vehicle) => organisation.covers(unit, vehicle.unit, true));
    const missing = plates.filter((plate) => !own.some((vehicle) => vehicle.plate === plate));
    if (missing.length > 0) return refuse('fence-vehicle-unknown', { plates: missing.slice(0, 10).join('、') });
    if (shape.kind === 'polygon' && crossesItself(shape.points)) return refuse('fence-crosses-itself');
    return [
      FenceDrawn.of({
        object: { kind: 'vehicles.fence', id: newId() },
        unit,
        body: { ...drawn, vehicles: own.map(({ id }) => id) },
      }),
    ];
  },
});
