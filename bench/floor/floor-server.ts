/**
 * The floor: what a bare Fastify and pg server does for the same answers. The same statements, prepared, on the same database over the same
 * socket; no session, no right, no row-level security (it works as the superuser), no validation, no Record, no memory of requests.
 *
 *   FLOOR_DATABASE=<address> node bench/floor/floor-server.ts
 *
 * Prints one line of JSON when it is ready: { address, pid }.
 */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE'], max: 20 });
await pool.query(`
  create schema if not exists floor;
  create table if not exists floor.repair (like repairs.repair including all);
  create table if not exists floor.audit (id uuid primary key, at timestamptz not null default now(), who text not null, what text not null,
    object_id uuid not null, body jsonb not null);
  create index if not exists audit_at on floor.audit (at)`);

const columns = 'id, number, title, place, kind, urgency, state, cost_fen, reported_at, due_on, unit_id';
const insertRepair = `insert into floor.repair (node_id, id, unit_id, person_id, number, title, place, kind, urgency, state, reported_at, due_on, search)
  values (1, $1, $2, $3, $4, $5, $6, $7, $8, 'reported', now(), $9, $10)`;
const insertAudit = 'insert into floor.audit (id, who, what, object_id, body) values ($1, $2, $3, $4, $5)';

interface Reported {
  unit: string;
  place: string;
  title: string;
  kind: string;
  urgency?: string;
}

const server = Fastify();

// One INSERT and its audit row in one commit, as it is usually written: four statements one after the other.
server.post<{ Body: Reported }>('/repairs', async (request) => {
  const { body } = request;
  const id = randomUUID();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ name: 'insert-repair', text: insertRepair, values: rowOf(id, body) });
    const audit = [randomUUID(), 'bench', 'report', id, JSON.stringify(body)];
    await client.query({ name: 'insert-audit', text: insertAudit, values: audit });
    await client.query('commit');
  } finally {
    client.release();
  }
  return { id };
});

const pieces =
  'bx bx x2 20 02 26 6- 空 空调 调 调不 不 不制 制 制冷 冷 请 请尽 尽 尽快 快 一 一号 号 号楼 楼 楼2 20 07 室'.split(
    ' ',
  );
const rowOf = (id: string, { unit, place, title, kind, urgency = 'plain' }: Reported) => [
  id,
  unit,
  unit,
  `BX-${id}`,
  title,
  place,
  kind,
  urgency,
  '2026-12-01',
  pieces,
];

interface Page {
  state?: string;
  unit?: string;
  q?: string;
  beforeAt?: string;
  beforeId?: string;
  total?: string;
}

interface Asked {
  readonly table: string;
  readonly columns: string;
  readonly order: string;
  /** Conditions with `?` where a value goes. Those that are not asked for are not there. */
  readonly where: readonly (readonly [condition: string, ...values: readonly (string | undefined)[]])[];
  readonly total: boolean;
  /** Of the prepared statement. */
  readonly name: string;
}

// Filter, sort and page. The statement is the one with exactly the conditions that were asked for.
async function page({ table, columns, order, where, total, name }: Asked) {
  const values: unknown[] = [];
  const conditions = ['node_id = 1'];
  for (const [condition, ...of] of where) {
    if (of[0] === undefined) continue;
    const left = [...of];
    conditions.push(condition.replaceAll('?', () => `$${values.push(left.shift())}`));
  }
  const such = conditions.join(' and ');
  const text = `select ${columns} from ${table} where ${such} order by ${order} limit 51`;
  const { rows } = await pool.query({ name, text, values });
  if (!total) return { rows: rows.slice(0, 50) };
  const plan = await pool.query(`explain (format json) select 1 from ${table} where ${such}`, values);
  return { rows: rows.slice(0, 50), total: plan.rows[0]['QUERY PLAN'][0].Plan['Plan Rows'] };
}

server.get<{ Querystring: Page }>('/repairs', ({ query }) =>
  page({
    table: 'repairs.repair',
    columns,
    order: 'reported_at desc, id desc',
    where: [
      ['state = ?', query.state],
      ['unit_id = ?', query.unit],
      ['(reported_at, id) < (?::timestamptz, ?::uuid)', query.beforeAt, query.beforeId],
    ],
    total: query.total !== undefined,
    name: `page ${Object.keys(query).join(' ')}`,
  }),
);

interface CardPage {
  state?: string;
  top?: string;
  /** One, or several with commas. */
  unit?: string;
  class?: string;
  from?: string;
  to?: string;
  down?: string;
  pastNumber?: string;
  pastId?: string;
  total?: string;
}

const cardColumns = `id, number, name, unit_id, top_class, class, state, user_id, place, quantity, value_fen, net_fen, acquired_on, model, brand, serial, measure,
  value_kind, acquired_by, condition, item, department_id, room_id, life_years, booked_on, warranty_until, facet_kind, disposed_on, handed_to, handed_unit,
  facet_id, version`;

server.get<{ Querystring: CardPage }>('/cards', ({ query }) => {
  const [past, way] = query.down ? ['<', ' desc'] : ['>', ''];
  const several = query.unit?.includes(',');
  return page({
    table: 'assets_read.card_ledger_v1',
    columns: cardColumns,
    order: `number${way}, id${way}`,
    where: [
      ['state = ?', query.state],
      ['top_class = ?', query.top],
      [several ? 'unit_id = any (?::uuid[])' : 'unit_id = ?', several ? `{${query.unit}}` : query.unit],
      ['class = ?', query.class],
      ['acquired_on >= ?::date', query.from],
      ['acquired_on <= ?::date', query.to],
      [`(number, id) ${past} (?, ?::uuid)`, query.pastNumber, query.pastId],
    ],
    total: query.total !== undefined,
    name: `cards ${several ? 'several ' : ''}${Object.keys(query).join(' ')}`,
  });
});

const address = await server.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ address, pid: process.pid }));
process.on('SIGTERM', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)).resume();
