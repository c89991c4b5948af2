import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import type { Place } from './places.ts';
import { type Each, local, type Things } from './things.ts';

interface Books {
  readonly paper: string;
  readonly filling: string;
  readonly bookedRepair: string;
  readonly bookedHire: string;
  readonly bookedTrip: string;
}

const plateAt = (place: Place) => `青A·${place.relation.slice(0, 3).toUpperCase()}09`;

const repairAt = (place: Place) => ({
  plate: plateAt(place),
  what: place.word,
  garage: '定点一厂',
  amountFen: 9_000,
  doneDay: '2026-01-20',
  paidDay: '2026-01-22',
  paper: '旧1号',
});

const hireAt = (place: Place) => ({
  unit: place.unit,
  supplier: place.word,
  purpose: '会议',
  fromDay: '2026-01-10',
  toDay: '2026-01-11',
  people: 4,
  body: 'sedan',
  power: 'petrol',
  plate: '青B·2',
  km: 90,
  amountFen: 70_000,
  settledDay: '2026-01-15',
});

const tripsAt = (place: Place, day: string) => ({
  source: place.word,
  trips: [
    {
      unit: place.unit,
      plate: plateAt(place),
      departedAt: `${day}T08:00:00+08:00`,
      returnedAt: `${day}T12:00:00+08:00`,
      purpose: place.word,
      fromPlace: '大院',
      toPlace: '石桥县',
      askerName: place.word,
      people: 2,
      drivenKm: 40,
    },
  ],
});

/** A paper that the asker of the place brought, scanned and not yet taken for anything. */
export async function paperAt(town: Town, place: Place): Promise<string> {
  const id = newId();
  await town.superuser.query(
    `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
     values (1, $1, $2, $4, 'vehicles.paper', $3, 'application/pdf', 10, repeat('0', 64), 'clean', now())`,
    [id, place.unit, `${place.word}.pdf`, place.locals.asker],
  );
  return id;
}

/** A filling, a repair, a hire and a trip of the old books, and a paper that waits for its thing. */
export async function booksAt(town: Town, place: Place, vehicle: string): Promise<Books> {
  const clerk = local(town, place, 'fleet-clerk', place.locals.head, '负责人');
  const filled = await clerk.does('vehicles.record-fuel', {
    vehicle,
    filledAt: '2026-01-06T08:00:00+08:00',
    carrier: 'petrol',
    litres: 20,
    electricityKwh: null,
    costFen: 16_000,
    odometerKm: 20_000,
    full: false,
    station: place.word,
  });
  const dispatcher = local(town, place, 'dispatcher', place.locals.head, '负责人');
  const trip = await dispatcher.does('vehicles.book-trips', tripsAt(place, '2025-03-04'));
  const repair = await clerk.does('vehicles.book-repair', { ...repairAt(place), invoice: `${place.word}1` });
  const hire = await clerk.does('vehicles.book-hire', { ...hireAt(place), invoice: `${place.word}1` });
  return {
    paper: await paperAt(town, place),
    filling: filled.facts[0]!.id,
    bookedRepair: repair.facts[0]!.object.id,
    bookedHire: hire.facts[0]!.object.id,
    bookedTrip: trip.facts[0]!.object.id,
  };
}

export const inputsOfBooks = (books: Each<Books>, costAt: (place: Place) => string): Things['inputs'] => ({
  'vehicles.add-paper': (place) => ({ id: costAt(place), files: [books[place.relation].paper] }),
  'vehicles.strike-fuel': (place) => ({ filling: books[place.relation].filling, why: '重复登记' }),
  'vehicles.book-repair': (place) => ({ ...repairAt(place), invoice: `${place.word}9` }),
  'vehicles.strike-repair': (place) => ({ repair: books[place.relation].bookedRepair, why: '重复登记' }),
  'vehicles.book-hire': (place) => ({ ...hireAt(place), invoice: `${place.word}9` }),
  'vehicles.strike-hire': (place) => ({ hire: books[place.relation].bookedHire, why: '重复登记' }),
  'vehicles.book-trips': (place) => tripsAt(place, '2025-03-05'),
  'vehicles.strike-trip': (place) => ({ trip: books[place.relation].bookedTrip, why: '重复登记' }),
});
