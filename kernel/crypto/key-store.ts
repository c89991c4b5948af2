import type pg from 'pg';
import type { WrappedKey, WrappedKeyStore } from './data-key.ts';

/** Wrapped keys in `kernel.data_key`. They are in every backup; the master key that opens them is in none. */
export function keysInDatabase(pool: pg.Pool, node: number): WrappedKeyStore {
  const asKernel = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(
        `begin; set local role opengoa_kernel; select set_config('opengoa.node', '${Math.trunc(node)}', true)`,
      );
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    list: () =>
      asKernel(async (client) => {
        const { rows } = await client.query<WrappedKey>(
          `select purpose, version, key_id as "keyId", algorithm, wrapped, public_key as "publicKey", created_at as "createdAt"
             from kernel.data_key where node_id = kernel.node() order by purpose, version`,
        );
        return rows;
      }),
    add: (key) =>
      asKernel(async (client) => {
        const { rowCount } = await client.query(
          `insert into kernel.data_key (purpose, version, key_id, algorithm, wrapped, public_key, created_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
          [key.purpose, key.version, key.keyId, key.algorithm, key.wrapped, key.publicKey, key.createdAt],
        );
        return rowCount === 1;
      }),
    rewrap: (keys) =>
      asKernel(async (client) => {
        await client.query(
          `update kernel.data_key k set wrapped = n.wrapped
             from unnest($1::text[], $2::text[]) as n (key_id, wrapped)
            where k.node_id = kernel.node() and k.key_id = n.key_id`,
          [keys.map(({ keyId }) => keyId), keys.map(({ wrapped }) => wrapped)],
        );
      }),
  };
}

/** Wrapped keys of a program that has no database: tools that verify offline, and tests. */
export function keysInMemory(): WrappedKeyStore {
  const keys: WrappedKey[] = [];
  return {
    list: async () => keys.map((key) => ({ ...key })),
    async add(key) {
      if (keys.some(({ purpose, version }) => purpose === key.purpose && version === key.version)) return false;
      const { purpose, version, keyId, algorithm, wrapped, publicKey, createdAt } = key;
      keys.push({ purpose, version, keyId, algorithm, wrapped, publicKey, createdAt });
      return true;
    },
    async rewrap(changes) {
      for (const { keyId, wrapped } of changes) {
        const at = keys.findIndex((key) => key.keyId === keyId);
        if (at >= 0) keys[at] = { ...keys[at]!, wrapped };
      }
    },
  };
}
