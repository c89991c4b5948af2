import { type CaseRow, type FactDraft, isRefusal, newId, type Refusal } from '@opengoa/kernel';
import { ids } from '@opengoa/kernel/on-paper';
import type { TripPlan } from '../contract.ts';
import type { Driver, Vehicle } from '../fleet/vehicle.ts';
import type { Trip } from '../trips/trip.ts';

/** Things as they stand in the tests of this room. 周敏 asks on 2026-03-05 for the day after. */

export const morning = '2026-03-05T09:00:00+08:00';

export const aPlan = (more: Partial<TripPlan> = {}): TripPlan => ({
  purpose: '预算执行调研',
  use: 'general-affairs',
  from: '临江市财政局',
  to: '石桥县',
  startsAt: '2026-03-06T00:00:00Z',
  endsAt: '2026-03-06T09:30:00Z',
  people: 4,
  distanceKm: 86,
  crossCity: false,
  ...more,
});

export const aTrip = ({ plan, ...more }: Partial<Omit<Trip, 'plan'>> & { plan?: Partial<TripPlan> } = {}): Trip => ({
  id: newId(),
  unit: ids.financeOffice,
  asker: ids.persons['周敏'].person,
  askerName: '周敏',
  number: 'TR-2026-00418',
  state: 'approved',
  plan: aPlan(plan),
  requestedAt: new Date(morning),
  vehicle: null,
  plate: null,
  driver: null,
  driverPerson: null,
  driverName: null,
  ridesWith: null,
  departedAt: null,
  odometerOutKm: null,
  returnedAt: null,
  stars: null,
  booked: false,
  version: 1,
  ...more,
});

export const aVehicle = (more: Partial<Vehicle> = {}): Vehicle => ({
  id: newId(),
  unit: ids.bureauFleet,
  serves: ids.city,
  plate: '青A·10001',
  make: '红旗',
  model: 'H5',
  modelYear: 2022,
  category: 'other',
  body: 'sedan',
  power: 'petrol',
  condition: 'ordinary',
  seats: 5,
  displacementL: 1.8,
  priceFen: 17_800_000,
  tankLitres: 60,
  batteryKwh: null,
  inServiceDay: '2022-05-01',
  usedBy: '',
  state: 'in-use',
  odometerKm: 20_000,
  outOn: null,
  warnings: [],
  version: 1,
  ...more,
});

export const aDriver = (more: Partial<Driver> = {}): Driver => ({
  id: newId(),
  unit: ids.bureauFleet,
  person: ids.persons['孙师傅'].person,
  name: '孙师傅',
  licence: 'A1',
  licenceValidTo: '2031-06-30',
  state: 'active',
  version: 1,
  ...more,
});

/** What a decision left: facts by type, or the refusal's code and data. */
export function outcome(decision: Refusal | readonly FactDraft[] | { facts: readonly FactDraft[] }) {
  if (isRefusal(decision))
    return {
      refused: decision.code,
      data: decision.data,
      ...(decision.possible ? { possible: decision.possible } : {}),
    };
  const facts = 'facts' in decision ? decision.facts : decision;
  return { facts: facts.map(({ type }) => type), body: facts[0]?.body, facets: facts[0]?.facets };
}

/**
 * The case as its row stands after these facts.
 * @param before the row they were decided on: the definition a case began under is in the fact that opened it, and in no other
 */
export function caseAfter(facts: readonly FactDraft[], before?: CaseRow): CaseRow {
  const fact = facts.findLast(({ type }) => type === 'kernel.CaseOpened' || type === 'kernel.CaseMoved');
  if (!fact) throw new Error('no case was opened');
  const {
    case: id,
    asker,
    state,
    status,
    ...around
  } = fact.body as Pick<CaseRow, 'asker' | 'state' | 'status'> & CaseRow['around'] & { case: string };
  return {
    id,
    unit: fact.unit,
    object: fact.object,
    asker,
    state: { ...before?.state, ...state },
    status,
    version: 1,
    around,
  };
}
