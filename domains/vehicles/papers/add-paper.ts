import { type Id, join, sql, type Tx, verb } from '@opengoa/kernel';
import { AddPaper, PaperAdded, type PaperOf } from './contract.ts';

/** Where the things that bear papers are kept. */
const tables = {
  cost: sql`vehicles.cost`,
  fuel: sql`vehicles.fuel`,
  repair: sql`vehicles.repair`,
  hire: sql`vehicles.hire`,
  trip: sql`vehicles.trip`,
  inspection: sql`vehicles.inspection`,
  'driver-event': sql`vehicles.driver_event`,
} as const satisfies Record<PaperOf, unknown>;

/** The thing as files name it: `vehicles.cost`. */
export const bearer = (of: PaperOf, id: Id) => ({ kind: `vehicles.${of}`, id });

/** Ids are of one thing only, whatever it is. */
const bearerOf = (tx: Tx, id: Id) =>
  tx.one<{ of: PaperOf; unit: Id }>(
    join(
      Object.entries(tables).map(
        ([of, table]) => sql`select ${of} as of, unit_id as unit from ${table} where id = ${id}`,
      ),
      ' union all ',
    ),
  );

/** 补充票据照片: what came later than the act. One that bears a name that is there already is its next version; nothing is overwritten. */
export const addPaper = verb('vehicles.add-paper', {
  title: { zh: '补充票据照片', en: 'Add papers' },
  input: AddPaper,
  who: ['fleet-clerk', 'dispatcher'],
  facts: [PaperAdded],
  refusals: [],
  load: (tx, { id }) => bearerOf(tx, id),
  at: ({ unit }) => ({ unit }),
  decide: ({ of, unit }, { id, files }) => [PaperAdded.of({ object: bearer(of, id), unit, body: { of, files } })],
});
