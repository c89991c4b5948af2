import type pg from 'pg';

/**
 * What the database lets each role of the program do with the rows of each table, asked of the database itself: no verb, no read and no
 * condition of the program stands in between.
 *
 * Four people come, and where a policy speaks of it by name a job. `nobody` is of this node and has no right, no part and no task; `a
 * neighbour` has all that in another unit; `another node` has everything this row could ask for, but on another node; `its own` has exactly
 * what the row asks for, and shows that the others are turned away for what they lack.
 */
export interface Let {
  readonly table: string;
  readonly who:
    | 'nobody'
    | 'a neighbour'
    | 'another node'
    | 'its own'
    | 'its job'
    | 'its job on another node'
    | 'its role';
  /** `give <column>`: hand a row to somebody else by changing that column; `take <column>`: make it one's own by that. */
  readonly what: string;
  /** `opengoa_<role>`; first `every room`, where every room's role may. */
  readonly roles: readonly string[];
}

/** `kernel.task: nobody may add`, with the roles in brackets where not every room's may. */
export const told = ({ table, who, what, roles }: Let): string =>
  `${table}: ${who} may ${what}${roles.join() === 'every room' ? '' : ` [${roles.join(', ')}]`}`;

/** What was let, which single columns are held back from a role that has others, and the tables without a row to try with. */
export interface TableWalls {
  readonly lets: readonly Let[];
  /** `may not see <column>`, in the same words. */
  readonly heldBack: readonly Let[];
  readonly empty: readonly string[];
  readonly tried: number;
}

interface Column {
  readonly name: string;
  readonly insert: boolean;
  readonly update: boolean;
}

interface Guarded {
  readonly name: string;
  readonly role: string;
  readonly select: boolean;
  readonly delete: boolean;
  readonly columns: readonly Column[];
  readonly heldBack: readonly string[] | null;
}

type Row = Readonly<Record<string, unknown>>;

/** Columns by which a row belongs to somebody; `id` where the row is itself a unit. */
const belonging = ['node_id', 'unit_id', 'account_id', 'post_id', 'id'] as const;
const nobodysId = '00000000-0000-7000-8000-00000000dead';
/** Jobs that a policy lets in by name. */
const jobsOf: Readonly<Record<string, string>> = { 'kernel.request': 'job:forget-requests' };
const notOfARoom = new Set(['opengoa_owner', 'opengoa_sealer']);

/**
 * @param pool a superuser, so that every role can be taken and rows can be looked at from behind
 * @param only a table, where not all are asked about
 */
export async function tableWalls(pool: pg.Pool, only?: string): Promise<TableWalls> {
  const client = await pool.connect();
  try {
    const found: Tried[] = [];
    const empty = new Set<string>();
    const heldBack: Tried[] = [];
    const rooms = new Set<string>();
    let tried = 0;
    for (const table of await guarded(client, only)) {
      if (!notOfARoom.has(table.role)) rooms.add(table.role);
      await client.query('begin');
      const row = (await someRow(client, table.name)) ?? (await madeUp(client, table.name));
      const lets = row ? await letsOf(client, table, row) : { found: [], tried: 0 };
      await client.query('rollback');
      if (!row) empty.add(table.name);
      tried += lets.tried;
      for (const what of table.heldBack ?? [])
        heldBack.push({ table: table.name, who: 'its role', what: `not ${what}`, role: table.role });
      found.push(...lets.found);
    }
    const gather = (all: readonly Tried[]) => gathered(all, rooms);
    return { lets: gather(found), heldBack: gather(heldBack), empty: [...empty], tried };
  } finally {
    client.release(true);
  }
}

type Tried = Omit<Let, 'roles'> & { readonly role: string };

/** The same thing let to several roles, as one line. */
function gathered(all: readonly Tried[], rooms: ReadonlySet<string>): Let[] {
  const same = Map.groupBy(all, ({ table, who, what }) => `${table}\n${who}\n${what}`);
  return [...same.values()].map((each) => {
    const [{ table, who, what }] = each as [Tried, ...Tried[]];
    const roles = each.map(({ role }) => role).toSorted();
    const every = [...rooms].every((role) => roles.includes(role));
    return { table, who, what, roles: every ? ['every room', ...roles.filter((role) => !rooms.has(role))] : roles };
  });
}

/** The row that says most. */
async function someRow(client: pg.PoolClient, table: string): Promise<Row | undefined> {
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table} t order by num_nulls(variadic array(select value from jsonb_each_text(to_jsonb(t)))), t.ctid limit 1`,
  );
  return rows[0]?.row;
}

/** Until the transaction is rolled back the row is alone in its table: what happens then, happens to it. */
async function alone(client: pg.PoolClient, table: string, row: Row): Promise<void> {
  await client.query('set local session_replication_role = replica');
  await client.query(`delete from ${table} t where to_jsonb(t) <> $1::jsonb`, [row]);
  await client.query('set local session_replication_role = origin');
}

/** A row of a table that holds none, with something in every column that needs it: for looking at walls it need not mean anything. */
async function madeUp(client: pg.PoolClient, table: string): Promise<Row | undefined> {
  const { rows } = await client.query<{ name: string; type: string; choices: string[] | null }>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
            (select array_agg(m[1]) from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), $re$'([a-z-]+)'::text$re$, 'g') m
              where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as choices
       from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (a.attnotnull or a.attname = any ($2)) order by a.attnum`,
    [table, [...belonging, 'person_id', 'object_id']],
  );
  const made: Record<string, unknown> = {};
  for (const { name, type, choices } of rows)
    made[name] = name === 'node_id' ? 1 : (choices?.[0] ?? (Object.hasOwn(something, type) ? something[type] : 1));
  const list = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query('savepoint made');
  try {
    await client.query('set local session_replication_role = replica');
    await client.query(
      `insert into ${table} (${list}) overriding system value select ${list} from jsonb_populate_record(null::${table}, $1)`,
      [made],
    );
    await client.query('set local session_replication_role = origin');
    return await someRow(client, table);
  } catch {
    await client.query('rollback to savepoint made');
    return undefined;
  }
}

const something: Readonly<Record<string, unknown>> = {
  uuid: '00000000-0000-7000-8000-00000000aaaa',
  text: 'x',
  bytea: `\\x${'00'.repeat(32)}`,
  date: '2026-03-05',
  'timestamp with time zone': '2026-03-05T09:00:00+08:00',
  boolean: false,
  jsonb: {},
  json: {},
  'text[]': [],
  'uuid[]': [],
  'integer[]': [],
  'bigint[]': [],
  'double precision[]': [],
  'timestamp with time zone[]': [],
};

async function guarded(client: pg.PoolClient, only: string | undefined): Promise<Guarded[]> {
  const { rows } = await client.query<Guarded>(
    `select format('%I.%I', n.nspname, c.relname) as name, r.rolname as role, has_any_column_privilege(r.oid, c.oid, 'select') as select,
            has_table_privilege(r.oid, c.oid, 'delete') as delete,
            (select jsonb_agg(jsonb_build_object('name', a.attname, 'insert', has_column_privilege(r.oid, c.oid, a.attnum, 'insert'),
                                                 'update', has_column_privilege(r.oid, c.oid, a.attnum, 'update')) order by a.attnum)
               from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select jsonb_agg(v.verb || ' ' || a.attname order by v.verb, a.attnum)
               from pg_attribute a, (values ('see', 'select'), ('add', 'insert'), ('change', 'update')) v (verb, privilege)
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_any_column_privilege(r.oid, c.oid, v.privilege)
                and not has_column_privilege(r.oid, c.oid, a.attnum, v.privilege)) as "heldBack"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_roles r on (r.rolname in ('opengoa_work', 'opengoa_owner', 'opengoa_sealer') or r.rolname in (select 'opengoa_' || nspname from pg_namespace))
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'opengoa')
        and has_schema_privilege(r.oid, n.oid, 'usage') and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
        and ($1::text is null or format('%I.%I', n.nspname, c.relname) = $1)
      order by 1, 2`,
    [only ?? null],
  );
  return rows;
}

async function letsOf(client: pg.PoolClient, table: Guarded, row: Row): Promise<{ found: Tried[]; tried: number }> {
  const found: Tried[] = [];
  let tried = 0;
  const note = (who: Let['who'], what: string, open: boolean | undefined) => {
    if (open === undefined) return;
    tried += 1;
    if (open) found.push({ table: table.name, who, what, role: table.role });
  };
  const own = await contextOf(client, row);
  const home = await elsewhere(client, row);
  const job = jobsOf[table.name];
  const notOwner = <Who>(who: Who): Who[] => (table.role === 'opengoa_owner' ? [] : [who]);
  // The owner's functions work for everybody of the node: what they let through is their own condition.
  const people: readonly (readonly [Let['who'], Context])[] = [
    ...notOwner(['nobody', { node: '1' }] as const),
    ...notOwner(['a neighbour', home.context] as const),
    ['another node', { ...own, node: '2' }],
    ...notOwner(['its own', own] as const),
    ...(job ? notOwner(['its job', { ...own, actor: job }] as const) : []),
    ...(job ? notOwner(['its job on another node', { ...own, actor: job, node: '2' }] as const) : []),
  ];
  // Where the node is not the writer's to say, it is the writer's own by default.
  const saysNode = table.columns.some(({ name, insert }) => name === 'node_id' && insert);
  const columns = belonging.flatMap((name) =>
    table.columns.filter((column) => column.name === name && row[name] !== null),
  );
  const owning = columns.filter(({ name }) => name !== 'id' || row['unit_id'] === undefined);
  for (const [who, context] of people) {
    const as = asking(client, table.role, context);
    if (who !== 'another node' || saysNode) note(who, 'add', await adding(as, table, row));
    for (const { name } of owning.filter(({ insert }) => insert && who === 'its own'))
      note(
        who,
        `add for another ${name}`,
        await adding(as, table, { ...row, [name]: name === 'node_id' ? 2 : nobodysId }),
      );
  }
  await alone(client, table.name, row);
  for (const [who, context] of people) {
    const as = asking(client, table.role, context);
    note(who, 'see', table.select ? await as(`select 1 from ${table.name} limit 1`) : undefined);
    const changed = table.columns.find(
      ({ update, name }) => update && !(belonging as readonly string[]).includes(name),
    );
    note(who, 'change', changed && (await as(setting(table, changed.name), [row])));
    note(who, 'remove', table.delete ? await as(`delete from ${table.name}`) : undefined);
    for (const { name } of owning.filter(({ update }) => update)) {
      const given = { ...row, [name]: name === 'node_id' ? 2 : nobodysId };
      if (who === 'its own') note(who, `give ${name}`, await as(setting(table, name), [given]));
      const taken = { ...row, ...(name === 'node_id' ? { node_id: 2 } : { [name]: home.of[name] }) };
      const takes = who === 'a neighbour' ? name !== 'node_id' : who === 'another node' && name === 'node_id';
      if (takes) note(who, `take ${name}`, await as(setting(table, name), [taken]));
    }
  }
  return { found, tried };
}

const setting = ({ name }: Guarded, column: string) =>
  `update ${name} set "${column}" = (jsonb_populate_record(null::${name}, $1))."${column}"`;

async function adding(as: Asking, { name, columns }: Guarded, row: Row): Promise<boolean | undefined> {
  const may = columns.filter(({ insert }) => insert).map((column) => `"${column.name}"`);
  if (may.length === 0) return undefined;
  const list = may.join(', ');
  return as(
    `insert into ${name} (${list}) overriding system value select ${list} from jsonb_populate_record(null::${name}, $1)`,
    [row],
  );
}

type Setting = 'node' | 'person' | 'persons' | 'actor' | 'exact' | 'objects' | 'clearance';
type Context = Partial<Record<Setting, string>>;

/** Everything a row could ask for: rights everywhere, its people, its account, a task on it, and a clearance for its label. */
async function contextOf(client: pg.PoolClient, row: Row): Promise<Context> {
  const ids = (names: readonly string[]) =>
    names.map((name) => row[name]).filter((id): id is string => typeof id === 'string');
  const people = ids(['person_id', 'asker_id', 'for_person_id', 'assigned_to', 'driver_person_id']);
  const units = await client.query<{ id: string }>('select id from kernel.unit');
  return {
    node: '1',
    person: people[0] ?? '',
    persons: people.join(','),
    actor: ids(['account_id', 'actor'])[0] ?? '',
    exact: [...units.rows.map(({ id }) => id), ...ids(['unit_id', 'parent_id', 'from_unit', 'to_unit'])].join(','),
    objects: ids(['id', 'object_id', 'finding_id']).join(','),
    clearance: '2',
  };
}

/** A right in a unit that the row has nothing to do with, and what would make the row that unit's. */
async function elsewhere(
  client: pg.PoolClient,
  row: Row,
): Promise<{ context: Context; of: Readonly<Record<string, string>> }> {
  const { rows } = await client.query<{ unit: string; post: string }>(
    `select p.unit_id as unit, p.id as post from kernel.post p
      where p.unit_id::text is distinct from $1 and p.unit_id::text is distinct from $2
        and p.unit_id not in (select unit_id from kernel.post where id::text = $3) order by p.id limit 1`,
    [row['unit_id'] ?? null, row['id'] ?? null, row['post_id'] ?? null],
  );
  const { unit, post } = rows[0]!;
  return {
    context: { node: '1', person: nobodysId, persons: nobodysId, actor: nobodysId, exact: unit, clearance: '2' },
    of: { unit_id: unit, id: unit, post_id: post, account_id: nobodysId },
  };
}

type Asking = (text: string, values?: readonly unknown[]) => Promise<boolean | undefined>;

const asking =
  (client: pg.PoolClient, role: string, context: Context): Asking =>
  (text, values = []) =>
    asked(client, role, context, text, values);

/** Did the database let it happen? What it stopped for another reason than the row's walls, it had let through those. */
async function asked(
  client: pg.PoolClient,
  role: string,
  context: Context,
  text: string,
  values: readonly unknown[],
): Promise<boolean | undefined> {
  const names: readonly Setting[] = ['node', 'person', 'persons', 'actor', 'exact', 'objects', 'clearance'];
  await client.query('savepoint before');
  try {
    await client.query(
      `select ${names.map((name, at) => `set_config('opengoa.${name}', $${at + 1}, true)`).join(', ')}`,
      names.map((name) => context[name] ?? ''),
    );
    await client.query(`set local role ${role}`);
    const { rowCount } = await client.query(text, [...values]);
    return (rowCount ?? 0) > 0;
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    if (/row-level security/.test(message)) return false;
    return code === '42501' ? undefined : true;
  } finally {
    await client.query('rollback to savepoint before');
  }
}
