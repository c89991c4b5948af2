import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';

export interface MigrateOptions {
  /** Connection of the owner: may create roles and schemas. Only migrations use it. */
  readonly ownerUrl: string;
  /** Folders of the kernel and the rooms, in any order; each may hold `migrations/NNNN-words.sql`. */
  readonly roots: readonly string[];
  /** Password given to `opengoa_app`; left out, an existing one is kept. */
  readonly appPassword?: string;
  readonly progress?: (line: string) => void;
}

/** The store was written by a newer program, or a migration was edited after it ran. */
export class MigrationRefused extends Error {}

interface Migration {
  readonly room: string;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** `office-space` keeps its tables in schema `office_space`. */
export const schemaOf = (room: string): string => room.replaceAll('-', '_');

function migrationsOf(root: string): Migration[] {
  const folder = join(root, 'migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        room: basename(root),
        name: file.slice(0, -4),
        text,
        hash: createHash('sha256').update(text).digest('hex'),
      };
    });
}

const createRole = (role: string, options: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${options}; end if;
  exception when duplicate_object or unique_violation then null; end $$;`;

const grantRole = (role: string, to: string) => `
  do $$ begin
    if not pg_has_role('${to}', '${role}', 'member') then grant ${role} to ${to}; end if;
  exception when unique_violation or sqlstate 'XX000' then null; end $$;`;

/** Roles are the same on every database of a cluster. The program's own (`opengoa_app`) inherits nothing from the ones it may step into. */
async function ensureRoles(client: pg.Client, rooms: readonly string[], appPassword?: string): Promise<void> {
  await client.query(
    [
      createRole('opengoa_app', 'login noinherit nosuperuser nobypassrls nocreatedb nocreaterole'),
      createRole('opengoa_work', 'nologin'),
      createRole('opengoa_sealer', 'nologin'),
      grantRole('opengoa_sealer', 'opengoa_app'),
      ...rooms.flatMap((room) => {
        const role = `opengoa_${schemaOf(room)}`;
        return [createRole(role, 'nologin inherit'), grantRole('opengoa_work', role), grantRole(role, 'opengoa_app')];
      }),
    ].join('\n'),
  );
  if (appPassword !== undefined) {
    await client.query(`alter role opengoa_app password ${client.escapeLiteral(appPassword)}`);
  }
}

/** A room writes its own schema and reads everybody's: the grant is the wall. */
async function ensureSchemas(client: pg.Client, room: string): Promise<void> {
  if (room === 'kernel') return;
  const schema = schemaOf(room);
  const read = `${schema}_read`;
  await client.query(`
    create schema if not exists ${schema};
    create schema if not exists ${read};
    grant usage on schema ${schema}, ${read} to opengoa_work;
    alter default privileges in schema ${schema} grant select on tables to opengoa_work;
    alter default privileges in schema ${read} grant select on tables to opengoa_work;
    alter default privileges in schema ${schema} grant insert, update, delete on tables to opengoa_${schema};
    alter default privileges in schema ${schema} grant usage on sequences to opengoa_${schema};`);
}

/**
 * Brings a database to today's schema. Each file runs in one transaction with its own entry, so a cut at any statement leaves
 * either all or nothing of it (REL-06). Two programs, or a command beside one, migrate one after the other.
 * @throws MigrationRefused when the store knows a migration this program does not, or one was changed after it ran
 */
export async function migrate({ ownerUrl, roots, appPassword, progress }: MigrateOptions): Promise<{ ran: string[] }> {
  const inOrder = [...roots].toSorted(
    (a, b) => Number(basename(b) === 'kernel') - Number(basename(a) === 'kernel') || a.localeCompare(b),
  );
  const wanted = inOrder.flatMap(migrationsOf);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opengoa migrate' });
  client.on('error', () => undefined);
  await client.connect();
  const ran: string[] = [];
  try {
    // Schemas and grants are made anew each time, and two who do so at once would trip over each other: one after the other, to the end.
    await client.query(`select pg_advisory_lock(hashtextextended('opengoa migrate', 0))`);
    await ensureRoles(
      client,
      inOrder.map((root) => basename(root)),
      appPassword,
    );
    await client.query(`
      create schema if not exists opengoa;
      create table if not exists opengoa.migration (
        room text not null, name text not null, hash text not null, at timestamptz not null default now(), primary key (room, name));
      grant usage on schema opengoa to opengoa_work;
      grant select on opengoa.migration to opengoa_work;`);
    const done = new Map<string, string>();
    for (const row of (await client.query('select room, name, hash from opengoa.migration')).rows) {
      done.set(`${row.room}/${row.name}`, row.hash);
    }
    refuseForeign(done, wanted);
    for (const root of inOrder) await ensureSchemas(client, basename(root));
    for (const step of wanted) {
      const key = `${step.room}/${step.name}`;
      if (done.has(key)) continue;
      await client.query('begin');
      try {
        await client.query('lock table opengoa.migration in exclusive mode');
        const { rowCount } = await client.query('select 1 from opengoa.migration where room = $1 and name = $2', [
          step.room,
          step.name,
        ]);
        if (rowCount === 0) {
          await client.query(step.text);
          await client.query('insert into opengoa.migration (room, name, hash) values ($1, $2, $3)', [
            step.room,
            step.name,
            step.hash,
          ]);
          ran.push(key);
          progress?.(key);
        }
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${key}: ${(error as Error).message}`, { cause: error });
      }
    }
    return { ran };
  } finally {
    await client.end();
  }
}

function refuseForeign(done: ReadonlyMap<string, string>, wanted: readonly Migration[]): void {
  const known = new Map(wanted.map((step) => [`${step.room}/${step.name}`, step.hash]));
  for (const [key, hash] of done) {
    if (!known.has(key)) {
      throw new MigrationRefused(
        `数据库由更新的程序写成（含 ${key}），请用该版本或更新的程序打开。The store holds ${key}, which this program does not know.`,
      );
    }
    if (known.get(key) !== hash) {
      throw new MigrationRefused(
        `迁移 ${key} 在执行之后被改动。Migration ${key} was edited after it ran; add a new one instead.`,
      );
    }
  }
}
