import { jobActor } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import type { CityPlan } from './plan-city.ts';
import type { CityRoom } from './premises.ts';
import { sideBySide } from './side-by-side.ts';

const keeper = (role: string) => jobActor('demo', [{ role, unit: unitId('市'), below: true }], unitId('市局'));

/** Leases as they were proposed and agreed to, the rents that came in, and what ended. */
export async function loadLeases(
  kernel: Kernel,
  { premises, from }: CityPlan,
  idOf: (room: CityRoom) => string,
  signal: AbortSignal,
): Promise<void> {
  const [clerk, head] = [keeper('space-clerk'), keeper('head')];
  const begin = atTime(kernel, minuteOf(addDays(from, -1), 600));
  await sideBySide(premises.leases, 3, async ({ name, kind, unit, rooms, areaM2, paid, ended, ...terms }) => {
    signal.throwIfAborted();
    const inside = kind === 'rented-in';
    const proposed = await does(begin, clerk, 'space.propose-lease', {
      ...terms,
      kind,
      unit: unitId(unit),
      party: inside ? '临江资产运营公司(演示)' : name,
      premises: inside ? name : '',
      rooms: rooms.map(idOf),
      areaM2: inside ? areaM2 : null,
    });
    const lease = proposed.facts[0]!.object.id;
    await does(begin, head, 'space.approve-lease', { lease, version: 1, opinion: '' });
    for (const [n, { day, fen }] of paid.entries())
      // What came in before the office began here is entered from its papers.
      await does(day < from ? begin : atTime(kernel, minuteOf(day, 620)), clerk, 'space.record-rent', {
        lease,
        day,
        amountFen: fen,
        receipt: `${name}-${n + 1}`,
      });
    if (ended)
      await does(atTime(kernel, minuteOf(ended.day, 640)), clerk, 'space.end-lease', {
        lease,
        version: 2,
        on: ended.day,
        why: ended.why,
      });
  });
}
