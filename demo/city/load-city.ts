import type { Kernel } from '@opengoa/kernel/host';
import { changesOf } from './changes.ts';
import { driveYear } from './drive-year.ts';
import { foundUnits } from './found-units.ts';
import { disposeOld, keepLedgers } from './keep-ledgers.ts';
import { keepThings } from './keep-things.ts';
import { idIn, loadHoldings, leaveRooms, loadPremises } from './load-premises.ts';
import { loadLeases } from './load-leases.ts';
import { placeRoomMeters } from './place-room-meters.ts';
import { loadEnergy } from './load-energy.ts';
import { planCity } from './plan-city.ts';
import { desksOf, registerFleet } from './register-fleet.ts';
import { sendReports } from './send-reports.ts';
import { lookAtSpeeds, sendTracks } from './send-tracks.ts';

export interface LoadCityOptions {
  readonly seed: number;
  /** How much of the fleets and their people (plan-city.ts). */
  readonly share: number;
  readonly today: string;
  /** Acts under way at once. */
  readonly atOnce: number;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Everything the city has beside the town, which is there already: fifty more units, three fleets, thirty-three buildings and their year. */
export async function loadCity(
  kernel: Kernel,
  { seed, share, today, atOnce, progress, signal }: LoadCityOptions,
): Promise<void> {
  const plan = planCity(seed, today, kernel.registers.calendar(), share);
  progress('全市机构与人员 · units and people of the whole city');
  await foundUnits(kernel, plan.people, signal);
  progress('全市车辆、驾驶员 · vehicles and drivers');
  const registered = await registerFleet(kernel, plan, signal);
  const between = changesOf(kernel, plan.from, plan.people);
  await keepLedgers(kernel, plan, registered);
  const desks = desksOf(plan);
  const drive = driveYear(kernel, plan, { registered, desks, atOnce, progress, signal, between });
  const tracks = sendTracks(kernel, plan, desks, signal);
  // The readings are hard work for the program and little for the database: they go beside the trips.
  const metered = Promise.withResolvers<ReadonlyMap<string, string>>();
  const premises = loadPremises(kernel, plan, metered.promise, signal).then(async (rooms) => {
    await loadHoldings(kernel, plan, rooms, signal);
    await leaveRooms(kernel, plan, signal);
    await loadLeases(kernel, plan, idIn(rooms), signal);
    await placeRoomMeters(kernel, plan, idIn(rooms), signal);
    await keepThings(kernel, plan, signal);
  });
  const energy = loadEnergy(kernel, plan.energy, { progress, signal, registered: metered.resolve }).then(() =>
    sendReports(kernel, plan.reports, { progress, signal }),
  );
  const [fast] = await Promise.all([tracks, drive, energy, premises]);
  await lookAtSpeeds(kernel, fast, registered);
  await disposeOld(kernel, plan, registered);
}
