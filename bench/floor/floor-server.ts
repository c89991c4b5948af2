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

// Filter, sort and page. The statement is the one with exactly the conditions that were asked for.
server.get<{ Querystring: Page }>('/repairs', async ({ query }) => {
  const values: unknown[] = [];
  const where = ['node_id = 1'];
  const also = (condition: (at: number) => string, value: unknown) => {
    values.push(value);
    where.push(condition(values.length));
  };
  if (query.state) also((at) => `state = $${at}`, query.state);
  if (query.unit) also((at) => `unit_id = $${at}`, query.unit);
  if (query.beforeAt) {
    values.push(query.beforeAt, query.beforeId);
    where.push(`(reported_at, id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  const conditions = where.join(' and ');
  const text = `select ${columns} from repairs.repair where ${conditions} order by reported_at desc, id desc limit 51`;
  const name = `page ${Object.keys(query).join(' ')}`;
  const { rows } = await pool.query({ name, text, values });
  if (!query.total) return { rows: rows.slice(0, 50) };
  const plan = await pool.query(`explain (format json) select 1 from repairs.repair where ${conditions}`, values);
  return { rows: rows.slice(0, 50), total: plan.rows[0]['QUERY PLAN'][0].Plan['Plan Rows'] };
});

const address = await server.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ address, pid: process.pid }));
process.on('SIGTERM', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)).resume();
