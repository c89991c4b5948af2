import { type Id, sql, tableOfMoves, type Tx } from '@opengoa/kernel';
import { hireStates } from './words.zh.ts';

export interface Hire {
  readonly id: Id;
  readonly unit: Id;
  readonly state: keyof typeof hireStates;
  readonly fromDay: string;
}

export const hireMoves = tableOfMoves('vehicles.hire', hireStates, 'ordered', {
  ordered: { 'vehicles.settle-hire': 'settled', 'vehicles.cancel-hire': 'cancelled' },
  settled: {},
  cancelled: {},
});

export const hireOf = ({ id }: Pick<Hire, 'id'>) => ({ kind: 'vehicles.hire', id });

export const onHire = {
  on: 'vehicles.hire',
  load: (tx: Tx, { hire }: { hire: Id }) =>
    tx.one<Hire>(
      sql`select id, unit_id as unit, state, from_day as "fromDay" from vehicles.hire where id = ${hire} for update`,
    ),
  at: ({ unit }: Hire) => ({ unit }),
};
