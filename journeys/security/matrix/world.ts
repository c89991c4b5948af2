import { sealOnce } from '@opengoa/kernel/record';
import { town, type Town } from '../town.ts';
import { everybody, visitorAs, type Actor } from './actors.ts';
import { asTold, type ToldContract } from './as-told.ts';
import { publishedDoors, type Door } from './doors.ts';
import type { World } from './judge.ts';
import { sixPlaces, type Relation } from './places.ts';
import { reviewedFile } from './reviewed.ts';
import { thingsOfAllocations } from './things-of-allocations.ts';
import { thingsOfBuying } from './things-of-buying.ts';
import { thingsOfCards } from './things-of-cards.ts';
import { thingsOfChecks } from './things-of-checks.ts';
import { thingsOfEnergy } from './things-of-energy.ts';
import { thingsOfFaults } from './things-of-faults.ts';
import { thingsOfFloorPlans } from './things-of-floor-plans.ts';
import { thingsOfHomes } from './things-of-homes.ts';
import { thingsOfLeases } from './things-of-leases.ts';
import { thingsOfKernel } from './things-of-kernel.ts';
import { thingsOfPatrols } from './things-of-patrols.ts';
import { thingsOfProcurement } from './things-of-procurement.ts';
import { thingsOfProperty } from './things-of-property.ts';
import { thingsOfRegulation } from './things-of-regulation.ts';
import { thingsOfRights } from './things-of-rights.ts';
import { thingsOfRiskCentre } from './things-of-risk-centre.ts';
import { thingsOfRoomRequests } from './things-of-room-requests.ts';
import { thingsOfSpaceLedger } from './things-of-space-ledger.ts';
import { thingsOfStatements } from './things-of-statements.ts';
import { thingsOfSupplies } from './things-of-supplies.ts';
import { thingsOfTransfers } from './things-of-transfers.ts';
import { thingsOfStocktake } from './things-of-stocktake.ts';
import { thingsOfVehicles } from './things-of-vehicles.ts';
import { thingsOfWarehouse } from './things-of-warehouse.ts';
import { nameInspectors, thingsOfWindows } from './things-of-windows.ts';
import { thingsOfWorks } from './things-of-works.ts';

/** The town with things of every kind at each of six places, and everybody who may or may not come to them. */
export interface MatrixTown {
  readonly at: Town;
  readonly world: World;
  readonly actors: readonly Actor[];
  readonly doors: readonly Door[];
}

const now = new Date('2026-03-05T09:00:00+08:00');

export async function matrixTown(): Promise<MatrixTown> {
  // The fleet was registered days before its trips.
  let clock = new Date('2026-03-02T09:00:00+08:00');
  const at = await town({ clock: () => clock });
  const places = await sixPlaces(at);
  const rooms = [
    await thingsOfVehicles(at, places, () => (clock = now)),
    await thingsOfRiskCentre(at, places),
    await thingsOfWindows(at, places),
    await thingsOfEnergy(at, places),
    await thingsOfStatements(at, places),
    await thingsOfProcurement(at, places),
    await thingsOfCards(at, places),
    await thingsOfStocktake(at, places),
    await thingsOfRegulation(at, places),
    await thingsOfFloorPlans(at, places),
    await thingsOfLeases(at, places),
    await thingsOfHomes(at, places),
    await thingsOfPatrols(at, places),
    await thingsOfProperty(at, places),
    await thingsOfWorks(at, places),
    await thingsOfWarehouse(at, places),
    await thingsOfTransfers(at, places),
    await thingsOfSupplies(at, places),
    await thingsOfRights(at, places),
    await thingsOfSpaceLedger(at, places),
    await thingsOfRoomRequests(at, places),
    await thingsOfAllocations(at, places),
    await thingsOfBuying(at, places),
    await thingsOfChecks(at, places),
  ];
  rooms.push(await thingsOfFaults(at, places, now));
  const ofKernel = await thingsOfKernel(at, places, now);
  await sealOnce(at.at.kernel.pool, { node: 1, crypto: at.at.kernel.crypto, onFault: () => undefined });
  const actors = await everybody(at, places, ofKernel.owned, now);
  await nameInspectors(at);
  const files = await filesOfAskers(at, actors);
  const all = [...rooms, ofKernel];
  const things = {
    inputs: {
      ...Object.assign({}, ...all.map(({ inputs }) => inputs)),
      'kernel.remove-file': ({ relation }: { relation: Relation }) => ({ file: files.get(relation) }),
    },
    ids: new Map([
      ...all.flatMap(({ ids }) => [...ids]),
      ...[...files].map(([relation, id]) => [id, relation] as const),
    ]),
  };
  const reviewed = reviewedFile();
  const contract = (await visitorAs(at.origin).get('/api/openapi.json')).body as ToldContract;
  return {
    at,
    actors,
    world: { places, things, files, reviewed, untold: asTold(contract) },
    doors: publishedDoors(contract, reviewed),
  };
}

/** Each asker brings a paper, which nobody has looked at for malware yet. */
async function filesOfAskers(at: Town, actors: readonly Actor[]): Promise<Map<Relation, string>> {
  const stored = new Map<Relation, string>();
  for (const { part, headers } of actors.filter((actor) => actor.part?.of === 'asker')) {
    const answer = await visitorAs(at.origin).ask('/api/files/kernel.attachment?name=paper.pdf', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/pdf' },
      body: Buffer.from('%PDF-1.7\nnothing much'),
    });
    stored.set(part!.place.relation, (answer.body as { id: string }).id);
  }
  return stored;
}
