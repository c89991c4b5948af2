import { withClient } from './prepare-roles.ts';
import { StartRefused } from './start-refused.ts';

/** The oldest PostgreSQL whose SQL the house is written for. */
const versionFloor = 150_000;

/** A setting an acknowledged write rests on, what it must be, and what the server says. */
export interface Undurable {
  readonly setting: string;
  readonly wanted: string;
  readonly found: string;
}

const wanted: Record<string, readonly string[]> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  data_checksums: ['on'],
  ignore_checksum_failure: ['off'],
  zero_damaged_pages: ['off'],
};

/**
 * What of the server's settings would let it lose or damage an acknowledged write (SEC-DB-09). Settings of the role and of the
 * database count: they are read in a session of that very person.
 *
 * @param address of the person whose writes are meant; ask for the app and for the owner
 */
export async function durabilityFaults(address: string): Promise<Undurable[]> {
  return withClient(address, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_catalog.pg_settings where name = any($1::text[])`,
      [[...Object.keys(wanted), 'server_version_num']],
    );
    const found = new Map(rows.map((row) => [row.name, row.setting]));
    const faults = Object.entries(wanted).flatMap(([setting, allowed]) => {
      const value = found.get(setting) ?? defaultWhenHidden(setting);
      return allowed.includes(value) ? [] : [{ setting, wanted: allowed.join(' / '), found: value }];
    });
    const version = Number(found.get('server_version_num'));
    if (version >= versionFloor) return faults;
    return [{ setting: 'server_version_num', wanted: `>= ${versionFloor}`, found: String(version) }, ...faults];
  });
}

/** The two damage-hiding settings are shown to superusers only on some servers; nobody else could have changed them either. */
function defaultWhenHidden(setting: string): string {
  return setting === 'ignore_checksum_failure' || setting === 'zero_damaged_pages' ? 'off' : '(not shown)';
}

/**
 * Refuses a server that does not keep its promises; the embedded one and a `DATABASE_URL` one alike.
 *
 * @param except settings that the operator answers for by name, such as `data_checksums` on storage that has its own
 * @throws StartRefused `not-durable`, naming each setting with what it is and what it must be
 */
export async function assertDurability(address: string, except: readonly string[] = []): Promise<void> {
  const faults = (await durabilityFaults(address)).filter((fault) => !except.includes(fault.setting));
  if (faults.length === 0) return;
  const list = faults.map((fault) => `${fault.setting} = ${fault.found} (${fault.wanted})`).join(', ');
  throw new StartRefused('not-durable', {
    zh: `数据库的设置不能保证已确认的数据不丢失：${list}。请改正后再启动。`,
    en: `The database's settings do not keep acknowledged writes safe: ${list}. Correct them and start again.`,
  });
}
