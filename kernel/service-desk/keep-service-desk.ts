import { z } from 'zod';
import type { Context } from '../context.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { factType } from '../fact-type.ts';
import type { Id } from '../id.ts';
import { refuse } from '../refusal.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';

const shape = {
  /** The office, never a person: `机关服务中心值班室`. */
  name: z.string().trim().min(1).max(100),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+()（）\- 转,，]{3,40}$/),
  hours: z.string().trim().max(100).default(''),
};

export const ServiceDeskKept = factType('kernel.ServiceDeskKept', {
  title: { zh: '登记服务电话', en: 'Service desk kept' },
  body: z.strictObject(shape),
});

/** 服务电话: whom the people of a unit, and of all below it, call when something does not work. It stands in every state of error. */
export const keepServiceDesk = verb('kernel.keep-service-desk', {
  title: { zh: '登记服务电话', en: 'Keep the service desk' },
  input: z.strictObject({ unit: z.uuid(), ...shape }),
  who: ['head', 'leader', 'system-admin'],
  facts: [ServiceDeskKept],
  refusals: ['unit-unknown'],
  load: async () => ({}),
  at: (_known, { unit }) => ({ unit }),
  decide: (_known, { unit, ...body }, { organisation }) =>
    organisation.unit(unit)
      ? [ServiceDeskKept.of({ object: { kind: 'unit', id: unit }, unit, body })]
      : refuse('unit-unknown'),
});

export const deskSaves: readonly Save[] = [
  saves(ServiceDeskKept, (tx, { object, body }) =>
    tx.run(sql`
      insert into kernel.service_desk (unit_id, name, phone, hours) values (${object.id}, ${body.name}, ${body.phone}, ${body.hours})
      on conflict (node_id, unit_id) do update set name = excluded.name, phone = excluded.phone, hours = excluded.hours`),
  ),
];

export interface ServiceDesk {
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
}

/** The desk of the nearest unit up the tree; for somebody of no unit, that of the top. */
export async function deskFor(tx: Tx, unit: Id | null, { organisation }: Context): Promise<ServiceDesk | null> {
  const rows = await tx.rows<ServiceDesk & { unit: Id }>(
    sql`select unit_id as unit, name, phone, hours from kernel.service_desk`,
  );
  const chain = unit === null ? organisation.units.filter(({ parent }) => parent === null) : organisation.chain(unit);
  const at = chain.find(({ id }) => rows.some((row) => row.unit === id));
  const found = rows.find((row) => row.unit === at?.id);
  return found ? { name: found.name, phone: found.phone, hours: found.hours } : null;
}
