import type pg from 'pg';

/** One wall of the database, the statement that takes it away, and the one that puts it back. */
export interface WallOfDatabase {
  readonly id: string;
  /** The table it guards, or null for a function. */
  readonly table: string | null;
  readonly away: string;
  readonly back: string;
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly restrictive: boolean;
  readonly command: string;
  readonly shows: string | null;
  readonly takes: string | null;
}

const node = '(node_id = ( SELECT kernel.node() AS node))';
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'opengoa') and n.nspname not like 'pg\\_%'`;

/** Every wall the catalogue knows: policies and their conditions, column grants, triggers, conditions of functions with their owner's rights. */
export async function wallsOfDatabase(pool: pg.Pool): Promise<WallOfDatabase[]> {
  return [
    ...(await policies(pool)),
    ...(await columnGrants(pool)),
    ...(await triggers(pool)),
    ...(await functions(pool)),
  ];
}

async function policies(pool: pg.Pool): Promise<WallOfDatabase[]> {
  const { rows } = await pool.query<Policy>(
    `select format('%I.%I', n.nspname, c.relname) as table, p.polname as name, not p.polpermissive as restrictive, p.polcmd as command,
            pg_get_expr(p.polqual, p.polrelid) as shows, pg_get_expr(p.polwithcheck, p.polrelid) as takes
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1, 2`,
  );
  const found = rows.flatMap((policy): WallOfDatabase[] => {
    const { table, name, restrictive, shows, takes } = policy;
    const alter = (using: string | null, check: string | null) =>
      `alter policy "${name}" on ${table}${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`;
    const back = alter(shows, takes);
    const open = restrictive ? 'true' : node;
    const all: WallOfDatabase[] = [];
    const add = (what: string, using: string | null, check: string | null) =>
      all.push({ id: `policy ${name} on ${table}: ${what}`, table, away: alter(using, check), back });
    if (shows !== null && shows !== node && shows !== 'true') add('whose rows it shows', open, takes);
    if (takes !== null && takes !== node && takes !== 'true') add('whose rows it takes', shows, open);
    if (shows?.includes(node)) add('the node of the rows it shows', shows.replace(node, 'true'), takes);
    if (takes?.includes(node)) add('the node of the rows it takes', shows, takes.replace(node, 'true'));
    return all;
  });
  const tables = [...new Set(rows.map(({ table }) => table))];
  return [
    ...found,
    ...tables.map((table) => ({
      id: `row-level security of ${table}`,
      table,
      away: `alter table ${table} disable row level security`,
      back: `alter table ${table} enable row level security`,
    })),
  ];
}

/** A grant of some columns, made one of all. */
async function columnGrants(pool: pg.Pool): Promise<WallOfDatabase[]> {
  const { rows } = await pool.query<{ table: string; role: string; privilege: string; columns: string }>(
    `select format('%I.%I', table_schema, table_name) as table, grantee as role, lower(privilege_type) as privilege,
            string_agg(quote_ident(column_name), ', ' order by column_name) as columns
       from information_schema.column_privileges c
      where grantee like 'opengoa\\_%' and grantee <> 'opengoa_owner'
        and not exists (select from information_schema.table_privileges t
                         where (t.table_schema, t.table_name, t.grantee, t.privilege_type) = (c.table_schema, c.table_name, c.grantee, c.privilege_type))
      group by 1, 2, 3 order by 1, 2, 3`,
  );
  return rows.map(({ table, role, privilege, columns }) => ({
    id: `only some columns of ${table} to ${privilege} for ${role}`,
    table,
    away: `grant ${privilege} on ${table} to ${role}`,
    back: `revoke ${privilege} on ${table} from ${role}; grant ${privilege} (${columns}) on ${table} to ${role}`,
  }));
}

async function triggers(pool: pg.Pool): Promise<WallOfDatabase[]> {
  const { rows } = await pool.query<{ table: string; name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours} order by 1, 2`,
  );
  return rows.map(({ table, name }) => ({
    id: `trigger ${name} on ${table}`,
    table,
    away: `alter table ${table} disable trigger ${name}`,
    back: `alter table ${table} enable trigger ${name}`,
  }));
}

/** What binds rows in a function: to the node, to who asks, to a state, to a time. */
const bound =
  /(?<=\b(?:where|and|on)\s+)(?:[\w.]+ = kernel\.(?:node|account|person|actor)\(\)|[\w.]+ is (?:not )?null\b(?! or)|[\w.]+ = '[\w-]+'|[\w.]+ [<>]=? p_\w+)(?! or\b)/g;

/** Conditions of functions that work with their owner's rights, and of those that say who asks. */
async function functions(pool: pg.Pool): Promise<WallOfDatabase[]> {
  const { rows } = await pool.query<{ name: string; source: string; definition: string }>(
    `select format('%I.%I', n.nspname, p.proname) as name, p.prosrc as source, pg_get_functiondef(p.oid) as definition
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} and p.prokind = 'f' and (p.prosecdef or p.proname in ('holds', 'scope_units')) order by 1`,
  );
  return rows.flatMap(({ name, source, definition }) => {
    const times = new Map<string, number>();
    return [...source.matchAll(bound)].map(({ 0: words, index }) => {
      const time = (times.get(words) ?? 0) + 1;
      times.set(words, time);
      const opened = `${source.slice(0, index)}(true or ${words})${source.slice(index + words.length)}`;
      return {
        id: `function ${name}: ${words}${time === 1 ? '' : ` (${time})`}`,
        table: null,
        away: definition.replace(source, () => opened),
        back: definition,
      };
    });
  });
}
