import { newId } from '@opengoa/kernel';
import { contextFor, jobActorAtRoots, setContext } from '@opengoa/kernel/host';
import { follow, startSealer } from '@opengoa/kernel/record';
import type { House } from '@opengoa/kernel/testing';
import type { Position } from '../positions/contract.ts';
import { followFindings } from '../positions/follow-findings.ts';
import { followTrips } from '../positions/follow-trips.ts';

/** Vehicles with terminals, as the tests of positions need them. 郑科长 keeps the fleet of 临江市. */

let count = 0;

/** A vehicle of 车辆管理科 with a terminal that is waited for. */
export async function trackedVehicle(
  at: House,
  datum = 'wgs-84',
): Promise<{ vehicle: string; number: string; plate: string }> {
  const clerk = at.as('郑科长');
  count += 1;
  const [plate, number] = [`青A·3${String(count).padStart(4, '0')}`, String(13_900_000_000 + count)];
  const { facts } = await clerk.does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate,
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    seats: 5,
    odometerKm: 20_000,
  });
  const vehicle = facts[0]!.object.id;
  await clerk.does('vehicles.register-terminal', { vehicle, number, datum });
  return { vehicle, number, plate };
}

/** A position so many minutes after a moment and so many thousandths of a degree (111 m) north of 32.06, 118.79. */
export const positionAt = (begin: string, minutes: number, north: number, more: Partial<Position> = {}): Position => ({
  at: new Date(Date.parse(begin) + minutes * 60_000).toISOString(),
  latitude: 32.06 + north / 1000,
  longitude: 118.79,
  ...more,
});

/** Runs sealer and the followers of this room, as the program does, until `stop`. */
export function followed({ kernel }: House): { stop(): Promise<void> } {
  const faults: unknown[] = [];
  const onFault = (fault: Error) => void faults.push(fault);
  const sealer = startSealer({ pool: kernel.pool, node: kernel.node, crypto: kernel.crypto, onFault, pollMs: 20 });
  const actor = () => jobActorAtRoots('follower', kernel.registers.organisation(''));
  const followers = [followTrips, followFindings].map(({ name, of, follow: take }) =>
    follow(
      kernel.pool,
      `vehicles.${name}`,
      0,
      async (facts, tx) => {
        const mine = facts.filter(({ type }) => of.includes(type));
        if (mine.length > 0) await take(tx, mine, contextFor(kernel, actor(), newId()));
      },
      {
        node: kernel.node,
        role: 'opengoa_vehicles',
        pollMs: 20,
        onFault,
        context: (client) => setContext(client, { node: kernel.node, actor: actor(), who: ['job'], audit: true }),
      },
    ),
  );
  return {
    async stop() {
      await Promise.all(followers.map((each) => each.stop()));
      await sealer.stop();
      if (faults.length > 0) throw faults[0];
    },
  };
}
