import { withClient } from './prepare-roles.ts';

/**
 * Lets the whole server read but not write, or write again: every session, the open ones too, from their next transaction on.
 * The database itself refuses then (SQLSTATE 25006), whoever forgot to ask first; reads go on (REL-04). It survives a restart of
 * the server, which is right: a full disk does too.
 *
 * @param superUrl of the embedded cluster
 */
export async function setReadOnly(superUrl: string, readOnly: boolean): Promise<void> {
  await withClient(superUrl, async (client) => {
    // Our own session may be under the mode already.
    await client.query('set default_transaction_read_only = off');
    await client.query(
      readOnly
        ? 'alter system set default_transaction_read_only = on'
        : 'alter system reset default_transaction_read_only',
    );
    await client.query('select pg_reload_conf()');
  });
}

/** Whether new transactions of this address may only read. */
export async function isReadOnly(address: string): Promise<boolean> {
  return withClient(address, async (client) => {
    const answer = await client.query<{ default_transaction_read_only: string }>('show default_transaction_read_only');
    return answer.rows[0]?.default_transaction_read_only === 'on';
  });
}
