import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import type { Carrier } from '../contract.ts';
import { ExcessExplained, ExcessGone, ExcessRaised } from './contract.ts';

export interface Excess {
  readonly id: Id;
  readonly unit: Id;
  readonly year: number;
  readonly carrier: Carrier;
  readonly says: string;
  readonly state: 'open' | 'explained' | 'gone';
  readonly reason: string | null;
  readonly measures: string | null;
  readonly answeredName: string | null;
  readonly answeredAt: Date | null;
}

const columns = sql`
  id, unit_id as unit, year, carrier, says, state, reason, measures, answered_name as "answeredName", answered_at as "answeredAt"`;

export const lockExcess = (tx: Tx, id: Id) =>
  tx.one<Excess>(sql`select ${columns} from energy.excess where id = ${id} for update`);
export const excessesOf = (tx: Tx, year: number) =>
  tx.rows<Excess>(sql`select ${columns} from energy.excess where year = ${year} order by unit_id, carrier`);
export const excessOf = (tx: Tx, unit: Id, year: number, carrier: Carrier) =>
  tx.maybe<Excess>(
    sql`select ${columns} from energy.excess where unit_id = ${unit} and year = ${year} and carrier = ${carrier}`,
  );
/** The open task that asks for it; there is one at most. */
export const taskOf = (tx: Tx, excess: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${excess} and state = 'open' limit 1`);

export const excessObject = ({ id }: Pick<Excess, 'id'>) => ({ kind: 'energy.excess', id });

export const excessSaves = [
  saves(ExcessRaised, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.excess as e (id, unit_id, year, carrier, says, state, raised_at)
      values (${object.id}, ${unit}, ${body.year}, ${body.carrier}, ${body.says}, 'open', ${now})
      on conflict (node_id, unit_id, year, carrier) do update set says = excluded.says, state = 'open', raised_at = excluded.raised_at`),
  ),
  saves(ExcessExplained, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update energy.excess set state = 'explained', reason = ${body.reason}, measures = ${body.measures}, answered_name = ${actor.name},
             answered_at = ${now} where id = ${object.id}`),
  ),
  saves(ExcessGone, (tx, { object }) => tx.run(sql`update energy.excess set state = 'gone' where id = ${object.id}`)),
];
